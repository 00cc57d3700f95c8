import type { Node } from '@breakwater/core';
import type { Document } from './document.ts';
import type { ReferenceElement } from './element.ts';
import { partOf } from './part.ts';

/** Every Reference Object of the description and its files, in the order of the text. */
export function referencesOf(document: Document): readonly ReferenceElement[] {
  const holders = new Set<Node>();
  for (const { references } of document.snapshot.files.values()) {
    for (const { parent, entry } of references) if (parent && entry?.name === '$ref') holders.add(parent);
  }
  return [...holders].map((node) => ({ kind: 'reference', ...partOf({ document, id: '$ref', node }), children: () => [] }));
}
