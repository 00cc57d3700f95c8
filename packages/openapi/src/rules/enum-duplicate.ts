import { child, defineRule, itemsOf, type Node, removeItem, repair, sourceOf, toValue } from '@breakwater/core';
import { keyOf, type SchemaElement } from '@breakwater/json-schema';

interface RepeatedValue {
  readonly value: string;
  /** Its place in the list. */
  readonly index: number;
}

/** "Elements in the array SHOULD be unique" (JSON Schema Validation 2020-12, section 6.1.2). */
export const enumDuplicate = defineRule<SchemaElement, RepeatedValue>({
  id: 'enum-duplicate',
  on: 'schema',
  severity: 'warn',
  marks: 'unused',
  message: ({ value }) => `The value \`${value}\` is listed twice.`,
  check({ node }, report) {
    const items = itemsOf(child(node, 'enum'));
    if (items.length < 2) return;
    const seen = new Map<string, Node>();
    for (const [index, item] of items.entries()) {
      const key = keyOf(toValue(item));
      const first = seen.get(key);
      if (first) report({ value: sourceOf(item).slice(0, 60), index }, item, { related: first });
      else seen.set(key, item);
    }
  },
  fixes({ node }, { index }) {
    const list = child(node, 'enum');
    const item = itemsOf(list)[index];
    return item ? repair('Remove the second one', true, removeItem(list, item)) : [];
  },
});
