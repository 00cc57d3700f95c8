import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface StorageName {
  readonly name: string;
}

interface Options {
  readonly names: readonly string[];
}

export const noDbColumnNames = defineRule<SchemaElement, StorageName, Options>({
  id: 'no-db-column-names',
  on: 'schema',
  severity: 'hint',
  preset: 'full',
  options: {
    schema: {
      type: 'object',
      properties: { names: { description: 'Names of columns of the storage, in lower case.', type: 'array', items: { type: 'string' } } },
    },
    defaults: { names: ['_id', 'rowid', 'row_version', 'ctid', 'xmin', 'oid', '__v'] },
  },
  message: ({ name }) => `\`${name}\` is the name of a column.`,
  check({ node }, report, { names }) {
    const name = propertyNameOf(node);
    if (name !== undefined && (/^(tbl|fk|pk|col)_|_fk$/i.test(name) || names.includes(name.toLowerCase()))) report({ name });
  },
});
