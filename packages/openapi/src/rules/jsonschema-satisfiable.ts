import { defineRule } from '@breakwater/core';
import { admitsNothing, type SchemaElement } from '@breakwater/json-schema';

interface NoValue {
  readonly label: string;
}

export const jsonschemaSatisfiable = defineRule<SchemaElement, NoValue>({
  id: 'jsonschema-satisfiable',
  on: 'schema',
  severity: 'warn',
  message: ({ label }) => `No value at all fits ${label}: what it asks for contradicts itself.`,
  check(schema, report) {
    if (admitsNothing(schema)) report({ label: schema.label });
  },
});
