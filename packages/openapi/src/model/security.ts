import { entriesOf, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import { type Document, field } from './document.ts';
import type { SecurityElement, SecuritySchemeElement } from './element.ts';
import { partOf } from './part.ts';

/** What a caller has to show: the operation's own `security`, or that of the whole description (OpenAPI 3.1.1, section 4.8.10). */
export function securityOf(document: Document, node: Node, operation: string): SecurityElement {
  const own = field(document, node, 'security');
  const requirements = own ?? field(document, document.root, 'security');
  return {
    kind: 'security',
    ...partOf({ document, id: 'security', node: own ?? node, scope: operation }),
    operation,
    alternatives: alternativesOf(requirements),
    children: () => [],
  };
}

function alternativesOf(requirements: Node | undefined): SecurityElement['alternatives'] {
  return itemsOf(requirements).map(
    (alternative) => new Map(entriesOf(alternative).map(({ name, value }) => [name, itemsOf(value).map((scope) => stringOf(scope) ?? '')])),
  );
}

export function securitySchemesOf(document: Document): readonly SecuritySchemeElement[] {
  const schemes =
    document.version === '2.0'
      ? field(document, document.root, 'securityDefinitions')
      : field(document, field(document, document.root, 'components'), 'securitySchemes');
  return entriesOf(schemes).flatMap((entry) => {
    const node = resolve(document.snapshot, entry.value);
    return node
      ? [
          {
            kind: 'securityScheme',
            ...partOf({ document, id: entry.name, node, at: { node: entry.value, span: entry } }),
            name: entry.name,
            children: () => [],
          },
        ]
      : [];
  });
}
