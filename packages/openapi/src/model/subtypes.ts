import { child, itemsOf, type Node, referenceIn, resolve } from '@breakwater/core';
import type { Document } from './document.ts';

/**
 * Which schemas a value of a schema may be instead: those that take it into their `allOf`, where it has a discriminator or is
 * itself such a subtype. Each is known to the discriminator by its own name (OpenAPI 3.1.1, section 4.8.25).
 */
export function subtypesOf({ snapshot }: Document, schemas: readonly Node[]): ReadonlyMap<Node, readonly Node[]> {
  const takenBy = new Map<Node, Node[]>();
  for (const schema of schemas) {
    for (const part of itemsOf(child(schema, 'allOf'))) {
      const base = referenceIn(part) && resolve(snapshot, part);
      if (!base) continue;
      const known = takenBy.get(base);
      if (known) known.push(schema);
      else takenBy.set(base, [schema]);
    }
  }
  const subtypes = new Map<Node, readonly Node[]>();
  const queue = [...takenBy.keys()].filter((base) => child(base, 'discriminator'));
  for (let base = queue.pop(); base; base = queue.pop()) {
    const taken = takenBy.get(base);
    if (!taken || subtypes.has(base)) continue;
    subtypes.set(base, taken);
    queue.push(...taken);
  }
  return subtypes;
}
