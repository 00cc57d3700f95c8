import { child, type ScalarNode } from '@breakwater/core';
import { objectsOf } from '../grammar/structure.ts';
import type { Document } from '../model/document.ts';

/** The texts of a field, in every object of a kind. */
export function textsIn(document: Document, object: string, field: string): readonly ScalarNode[] {
  return objectsOf(document, object).flatMap((node) => {
    const value = child(node, field);
    return value?.kind === 'scalar' && typeof value.value === 'string' ? [value] : [];
  });
}
