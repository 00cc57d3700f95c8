import type { Node } from '@breakwater/core';

/** The name of the property that a schema describes; `undefined` for any other schema. */
export function propertyNameOf({ entry, parent }: Node): string | undefined {
  return parent?.entry?.name === 'properties' && parent.parent?.entry?.name !== 'properties' ? entry?.name : undefined;
}
