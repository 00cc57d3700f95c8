import { defineRule } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface PoorName {
  readonly name: string;
}

interface Options {
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

export const noUndescriptiveNames = defineRule<SchemaElement, PoorName, Options>({
  id: 'no-undescriptive-names',
  on: 'schema',
  severity: 'hint',
  preset: 'full',
  options: {
    schema: {
      type: 'object',
      properties: {
        allowed: { description: 'Names of one letter that are fine.', type: 'array', items: { type: 'string' } },
        refused: { description: 'Names that say nothing, in lower case.', type: 'array', items: { type: 'string' } },
      },
    },
    defaults: {
      allowed: ['x', 'y', 'z', 'q', 'k', 'n', 'r', 'g', 'b', 'a'],
      refused: ['data1', 'data2', 'tmp', 'temp1', 'foo', 'bar', 'misc', 'flag', 'val', 'stuff', 'thing'],
    },
  },
  message: ({ name }) => `\`${name}\` says nothing about what it holds.`,
  check({ node }, report, { allowed, refused }) {
    const name = propertyNameOf(node);
    if (name !== undefined && ((name.length === 1 && !allowed.includes(name)) || refused.includes(name.toLowerCase()))) report({ name });
  },
});
