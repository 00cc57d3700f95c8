import { child, defineRule, itemsOf, type Node, sourceOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { allowedTypes, isOfTypes } from '../model/value-type.ts';

interface EnumTypeMismatch {
  readonly value: string;
  readonly type: string;
}

export const enumTypeMatch = defineRule<SchemaElement, EnumTypeMismatch>({
  id: 'enum-type-match',
  on: 'schema',
  severity: 'error',
  message: ({ value, type }) => `The value \`${value}\` is not of the type \`${type}\`, so it can never be used.`,
  check(schema, report) {
    const items = itemsOf(child(schema.node, 'enum'));
    const allowed = items.length > 0 ? allowedTypes(schema) : undefined;
    for (const item of items) if (allowed && !isOfTypes(item, allowed)) report({ value: shown(item), type: allowed.join(' | ') }, item);
  },
});

function shown(node: Node): string {
  const text = sourceOf(node).replaceAll(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
