import { booleanOf, entriesOf, type Node } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

/** Keywords that describe properties which are not named one by one. */
export const MAPS: readonly string[] = ['additionalProperties', 'patternProperties'];

/** Whether there is a schema for properties that have no name. What may be anything is not described. */
export function describesFurther(element: SchemaElement): boolean {
  return nodesOf(element).some((node) => entriesOf(node).length > 0);
}

/** Whether it says in so many words that there may be such properties. */
export function takesFurther(element: SchemaElement): boolean {
  return nodesOf(element).some((node) => booleanOf(node) !== false);
}

function nodesOf(element: SchemaElement): readonly Node[] {
  return MAPS.flatMap((keyword) => element.effective().all(keyword));
}
