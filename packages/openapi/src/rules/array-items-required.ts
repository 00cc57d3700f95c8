import { child, defineRule, insertEntry, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface ArrayWithoutItems {
  readonly label: string;
}

/** "items MUST be present if the type is array" (OpenAPI 3.0.4, section 4.7.24.1; likewise 2.0). JSON Schema, and so OpenAPI 3.1, asks for none. */
export const arrayItemsRequired = defineRule<SchemaElement, ArrayWithoutItems>({
  id: 'array-items-required',
  on: 'schema',
  severity: 'error',
  message: ({ label }) => `${label} is an array, and nothing says what its items are.`,
  check({ node, dialect, label }, report) {
    if (dialect.refSiblings || stringOf(child(node, 'type')) !== 'array' || child(node, 'items')) return;
    report({ label }, child(node, 'type'));
  },
  fixes({ node }) {
    return node.kind === 'map' ? [{ title: 'Allow any items', safe: true, edits: [insertEntry(node, 'items', {})] }] : [];
  },
});
