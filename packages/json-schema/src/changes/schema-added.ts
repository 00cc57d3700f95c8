import { defineChange } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface SchemaAdded {
  readonly label: string;
}

export const schemaAdded = defineChange<SchemaElement, SchemaAdded>({
  id: 'schema-added',
  on: 'schema',
  // Nobody knows what was sent before: perhaps just what is described now.
  impact: (_data, direction) => (direction === 'output' ? { backward: 'compatible', forward: 'dangerous' } : { backward: 'dangerous', forward: 'compatible' }),
  message: ({ label }) => `A schema for ${label} was added.`,
  added(after, report) {
    // Only a boundary can be without a schema; a part of a schema is told by the schema.
    if (after.step === undefined) report({ label: after.label });
  },
});
