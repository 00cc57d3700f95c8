import type { Node, ScalarNode } from '@breakwater/core';
import { referencesByPart } from '../references.ts';
import type { Document } from './document.ts';
import type { ReferenceElement, ReferencesElement } from './element.ts';
import { partOf } from './part.ts';

/** Every Reference Object of the description and its files, by the part of the text that it stands in. */
export function referencesOf(document: Document): readonly ReferencesElement[] {
  const parts = [...document.snapshot.files.values()].flatMap(({ root }) => (root ? [...referencesByPart(root)] : []));
  return parts.map(([node, references]) => {
    const known = document.made?.references.get(references);
    if (known?.node === node) return known;
    const element: ReferencesElement = { kind: 'references', ...partOf({ document, id: '$ref', node }), children: () => referencesAmong(document, references) };
    document.made?.references.set(references, element);
    return element;
  });
}

function referencesAmong(document: Document, references: readonly ScalarNode[]): readonly ReferenceElement[] {
  const holders = new Set<Node>();
  for (const { parent, entry } of references) if (parent && entry?.name === '$ref') holders.add(parent);
  return [...holders].map((node) => ({ kind: 'reference', ...partOf({ document, id: '$ref', node }), of: kindOf(node), children: () => [] }));
}

/** Maps and lists whose members are no schemas. */
const OBJECTS = new Set(['parameters', 'responses', 'requestBodies', 'headers', 'links', 'callbacks', 'examples', 'securitySchemes', 'mediaTypes']);
const PATH_ITEMS = new Set(['paths', 'webhooks', 'pathItems']);

function kindOf({ entry, parent }: Node): ReferenceElement['of'] {
  const holder = parent?.entry?.name ?? '';
  const isNamedSchema = ['properties', 'patternProperties', '$defs', 'definitions', 'schemas'].includes(parent?.parent?.entry?.name ?? '');
  if (entry?.name === 'requestBody') return 'object';
  if (isNamedSchema) return 'schema';
  if (PATH_ITEMS.has(holder) || parent?.parent?.entry?.name === 'callbacks') return 'path item';
  return OBJECTS.has(holder) ? 'object' : 'schema';
}
