import { defineChange } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface SchemaRemoved {
  readonly label: string;
}

export const schemaRemoved = defineChange<SchemaElement, SchemaRemoved>({
  id: 'schema-removed',
  on: 'schema',
  // What is sent now may be anything, perhaps still just what was described before.
  impact: (_data, direction) => (direction === 'output' ? { backward: 'dangerous', forward: 'compatible' } : { backward: 'compatible', forward: 'dangerous' }),
  message: ({ label }) => `The schema for ${label} was removed.`,
  removed(before, report) {
    if (before.step === undefined) report({ label: before.label });
  },
});
