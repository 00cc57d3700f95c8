import { child, defineRule, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface UnsizedInteger {
  readonly label: string;
}

export const integerFormat = defineRule<SchemaElement, UnsizedInteger>({
  id: 'integer-format',
  on: 'schema',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `The integer ${label} does not say how large it may be: it has no \`format\`.`,
  check({ node, label }, report) {
    const type = child(node, 'type');
    if (stringOf(type) === 'integer' && !['format', 'enum', 'const'].some((keyword) => child(node, keyword))) report({ label }, type);
  },
});
