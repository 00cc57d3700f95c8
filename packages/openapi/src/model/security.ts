import { child, entriesOf, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
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

/** The flows of OAuth 2 by their names in OpenAPI 3; 2.0 has one, beside the type. */
export function flowsOf(document: Document, scheme: Node): ReadonlyMap<string, Node> {
  const own = stringOf(child(scheme, 'flow'));
  if (own !== undefined) return new Map([[FLOW_NAMES[own] ?? own, scheme]]);
  return new Map(entriesOf(field(document, scheme, 'flows')).map(({ name, value }) => [name, value]));
}

const FLOW_NAMES: Readonly<Record<string, string>> = { application: 'clientCredentials', accessCode: 'authorizationCode' };

/** The schemes that some operation asks for: nobody shows credentials for the others. */
export function usedSecuritySchemesOf(document: Document): readonly SecuritySchemeElement[] {
  const { root } = document;
  const names = new Set<string>();
  const add = (holder: Node) => {
    for (const requirement of itemsOf(field(document, holder, 'security'))) for (const { name } of entriesOf(requirement)) names.add(name);
  };
  add(root);
  for (const paths of ['paths', 'webhooks'])
    for (const path of entriesOf(field(document, root, paths)))
      for (const { value } of entriesOf(resolve(document.snapshot, path.value))) if (value.kind === 'map') add(value);
  return securitySchemesOf(document).filter(({ name }) => names.has(name));
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

/** The scopes that the flows of a scheme describe. */
export function scopesOf(document: Document, scheme: Node): ReadonlySet<string> {
  return new Set([...flowsOf(document, scheme).values()].flatMap((flow) => entriesOf(field(document, flow, 'scopes')).map(({ name }) => name)));
}
