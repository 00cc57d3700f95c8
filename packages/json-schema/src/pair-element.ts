import type { Pair, Version } from '@breakwater/core';
import type { SchemaElement } from './schema-element.ts';

export function elementsOf({ before, after }: Pair): { before: SchemaElement; after: SchemaElement } {
  // A schema change is only ever asked about elements of kind `schema`, and those are made by `schemaElement`.
  return { before: before as SchemaElement, after: after as SchemaElement };
}

export function elementOf(pair: Pair, version: Version): SchemaElement {
  return elementsOf(pair)[version === 'base' ? 'before' : 'after'];
}
