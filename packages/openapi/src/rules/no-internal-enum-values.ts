import { child, defineRule, itemsOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface InternalValue {
  readonly value: string;
}

export const noInternalEnumValues = defineRule<SchemaElement, InternalValue>({
  id: 'no-internal-enum-values',
  on: 'schema',
  severity: 'hint',
  preset: 'full',
  message: ({ value }) => `\`${value}\` is a value for those who built the API.`,
  check({ node }, report) {
    for (const item of itemsOf(child(node, 'enum'))) {
      const value = stringOf(item) ?? '';
      if (/^(internal|private|tmp|debug|test|legacy|hack)[_-]/i.test(value)) report({ value }, item);
    }
  },
});
