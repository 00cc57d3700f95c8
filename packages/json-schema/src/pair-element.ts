import { type Kept, keptIn, type Pair, type Version } from '@breakwater/core';
import type { SchemaElement } from './schema-element.ts';

export function elementsOf({ before, after }: Pair): { before: SchemaElement; after: SchemaElement } {
  // A schema change is only ever asked about elements of kind `schema`, and those are made by `schemaElement`.
  return { before: before as SchemaElement, after: after as SchemaElement };
}

export function elementOf(pair: Pair, version: Version): SchemaElement {
  return elementsOf(pair)[version === 'base' ? 'before' : 'after'];
}

/** A shared schema is one pair, wherever it is reached: how it sits in the one above depends on the one above. */
export function stepsBetween(outer: SchemaElement, inner: SchemaElement): readonly NonNullable<SchemaElement['step']>[] {
  return partsOf(outer).flatMap(({ node, role, step }) => (node === inner.node && role === inner.role && step ? [step] : []));
}

const parts = new WeakMap<SchemaElement, Kept<readonly SchemaElement[]>>();

function partsOf(element: SchemaElement): readonly SchemaElement[] {
  return keptIn(parts, element, element.parts);
}
