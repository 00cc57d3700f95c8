import { child, defineRule, insertEntry, repair, stringOf } from '@breakwater/core';
import { OAS_2_0, type SchemaElement } from '@breakwater/json-schema';

interface ArrayWithoutItems {
  readonly label: string;
}

/** "items MUST be present if the type is array" (OpenAPI 3.0.4, section 4.7.24.1; likewise 2.0). JSON Schema, and so OpenAPI 3.1, asks for none. */
export const arrayItemsRequired = defineRule<SchemaElement, ArrayWithoutItems>({
  id: 'array-items-required',
  on: 'schema',
  severity: 'error',
  message: ({ label }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is an array, and nothing says what its items are.`,
  check(schema, report) {
    const { node, dialect } = schema;
    if (dialect.refSiblings || stringOf(child(node, 'type')) !== 'array' || child(node, 'items')) return;
    report({ label: schema.label }, child(node, 'type'));
  },
  fixes({ node, textual, dialect }) {
    // OpenAPI 2.0 asks for the type of items that are sent as text, and only the author knows it.
    return textual && dialect === OAS_2_0 ? [] : repair('Allow any items', true, insertEntry(node, 'items', {}));
  },
});
