import { child, type Edit, follow, insertEntry, itemsOf, type Node, referenceIn, relativeUri, type ScalarNode } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { Document } from '../model/document.ts';
import { subtypesOf } from '../model/subtypes.ts';
import { isReferenceText } from '../references.ts';

/** The discriminators to which each schema is known by its own name, because no mapping says another one (OpenAPI 3.1.1, section 4.8.25). */
export function impliedMappings(document: Document, schemas: ReadonlyMap<string, Node>): ReadonlyMap<Node, readonly Node[]> {
  const implied = new Map<Node, Node[]>();
  const all = new Set(schemas.values());
  const subtypes = subtypesOf(document, [...all]);
  for (const discriminator of discriminatorsOf(document, [...all])) {
    const holder = discriminator.parent;
    if (!holder) continue;
    const mapped = new Set(mappedIn(document, discriminator, schemas));
    for (const node of [...alternativesOf(document, holder), ...below(holder, subtypes)]) {
      if (!all.has(node) || mapped.has(node)) continue;
      const known = implied.get(node);
      if (known) known.push(discriminator);
      else implied.set(node, [discriminator]);
    }
  }
  return implied;
}

/** Says the old name in a mapping, so that messages stay as they are when the schema is called otherwise. */
export function keepInMapping(document: Document, discriminator: Node, from: string, to: string): Edit | undefined {
  const file = discriminator.file.uri === document.root.file.uri ? '' : relativeUri(discriminator.file.uri, document.root.file.uri);
  const reference = `${file}#/components/schemas/${to}`;
  const mapping = child(discriminator, 'mapping');
  return mapping ? insertEntry(mapping, from, reference) : insertEntry(discriminator, 'mapping', { [from]: reference });
}

/** In OpenAPI 2.0 a discriminator is the name of a property. */
function discriminatorsOf(document: Document, schemas: readonly Node[]): readonly Node[] {
  return document.version === '2.0' ? schemas.flatMap((schema) => child(schema, 'discriminator') ?? []) : objectsOf(document, 'discriminator');
}

function alternativesOf({ snapshot }: Document, holder: Node): readonly Node[] {
  return ['oneOf', 'anyOf'].flatMap((keyword) => itemsOf(child(holder, keyword))).flatMap((option) => targetOf(snapshot, referenceIn(option)));
}

function below(base: Node, subtypes: ReadonlyMap<Node, readonly Node[]>): ReadonlySet<Node> {
  const found = new Set<Node>();
  // The list grows on the way.
  const queue = [...(subtypes.get(base) ?? [])];
  for (const node of queue) {
    if (found.has(node)) continue;
    found.add(node);
    queue.push(...(subtypes.get(node) ?? []));
  }
  return found;
}

function mappedIn({ snapshot }: Document, discriminator: Node, schemas: ReadonlyMap<string, Node>): readonly Node[] {
  const mapping = child(discriminator, 'mapping');
  const values = mapping?.kind === 'map' ? mapping.entries.map(({ value }) => value) : [];
  return values.flatMap((value) => (value.kind === 'scalar' && isReferenceText(value.value) ? targetOf(snapshot, value) : (schemas.get(textOf(value)) ?? [])));
}

function textOf(node: Node): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}

function targetOf(snapshot: Document['snapshot'], reference: ScalarNode | undefined): readonly Node[] {
  const found = reference && follow(snapshot, reference);
  return found && 'node' in found ? [found.node] : [];
}
