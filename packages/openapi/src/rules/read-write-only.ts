import { booleanOf, child, defineRule } from '@breakwater/core';
import { OAS_3_0, type SchemaElement } from '@breakwater/json-schema';

interface NeverSent {
  readonly label: string;
}

/** "A property MUST NOT be marked as both `readOnly` and `writeOnly` being `true`" (OpenAPI 3.0.4, section 4.7.24.2). */
export const readWriteOnly = defineRule<SchemaElement, NeverSent>({
  id: 'read-write-only',
  on: 'schema',
  severity: 'error',
  message: ({ label }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is both \`readOnly\` and \`writeOnly\`: it may never be sent.`,
  check(schema, report) {
    const { node, dialect } = schema;
    const isNever = booleanOf(child(node, 'readOnly')) === true && booleanOf(child(node, 'writeOnly')) === true;
    if (isNever && dialect === OAS_3_0) report({ label: schema.label }, child(node, 'writeOnly'));
  },
});
