import { child, type Element, entriesOf, itemsOf, once, type Snapshot, stringOf } from '@breakwater/core';
import { componentsOf } from './component.ts';
import { type Document, documentOf, field } from './document.ts';
import type { ApiElement, TagElement } from './element.ts';
import { exchangedSubtypesOf } from './exchanged-subtypes.ts';
import { stabilityOf } from './lifecycle.ts';
import { partOf } from './part.ts';
import { exchangedPathsOf, pathsOf, webhooksOf } from './path.ts';
import { referencesOf } from './reference.ts';
import { securitySchemesOf, usedSecuritySchemesOf } from './security.ts';
import { rootServersOf } from './server.ts';

/** The whole description; `undefined` when its root claims no version that is known here. */
export function apiOf(snapshot: Snapshot): ApiElement | undefined {
  const document = documentOf(snapshot);
  if (!document) return undefined;
  const { root, version } = document;
  const claim = entriesOf(root).find(({ name }) => name === 'openapi' || name === 'swagger');
  const content = (paths: readonly Element[], schemes: readonly Element[]): readonly Element[] => [
    ...rootServersOf(document),
    ...paths,
    ...webhooksOf(document),
    ...schemes,
  ];
  return {
    kind: 'api',
    ...partOf({ document, id: '', node: root, at: { node: claim?.value ?? root, span: claim ?? { start: root.start, end: root.start } } }),
    version,
    stability: () => stabilityOf(child(root, 'info')) ?? stabilityOf(root),
    // Rules about the whole ask for them again and again.
    children: once(() => [
      ...infoOf(document),
      ...tagsOf(document),
      ...content(pathsOf(document, field(document, root, 'paths')), securitySchemesOf(document)),
      ...componentsOf(document),
      ...referencesOf(document),
    ]),
    parts: once(() => [...content(exchangedPathsOf(document), usedSecuritySchemesOf(document)), ...exchangedSubtypesOf(document)]),
  };
}

function infoOf(document: Document): readonly Element[] {
  const node = child(document.root, 'info');
  return node ? [{ kind: 'info', ...partOf({ document, id: 'info', node }), children: () => [] }] : [];
}

function tagsOf(document: Document): readonly TagElement[] {
  return itemsOf(field(document, document.root, 'tags')).flatMap((node) => {
    const name = stringOf(child(node, 'name'));
    return name === undefined ? [] : [{ kind: 'tag', ...partOf({ document, id: name, node }), name, children: () => [] }];
  });
}
