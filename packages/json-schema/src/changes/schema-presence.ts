import { defineChange } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';

interface SchemaAppeared {
  readonly label: string;
}

/** A boundary without a schema says nothing about its values; only roots can appear, parts of a schema are told by it. */
const isRoot = ({ step }: SchemaElement) => step === undefined;

export const schemaAdded = defineChange<SchemaElement, SchemaAppeared>({
  id: 'schema-added',
  on: 'schema',
  // Nobody knows what was sent before: perhaps just what is described now.
  impact: (_data, direction) => (direction === 'output' ? { backward: 'compatible', forward: 'dangerous' } : { backward: 'dangerous', forward: 'compatible' }),
  message: ({ label }) => `A schema for ${label} was added.`,
  added(after, report) {
    if (isRoot(after)) report({ label: after.label });
  },
});

export const schemaRemoved = defineChange<SchemaElement, SchemaAppeared>({
  id: 'schema-removed',
  on: 'schema',
  // What is sent now may be anything.
  impact: (_data, direction) => (direction === 'output' ? { backward: 'dangerous', forward: 'compatible' } : { backward: 'compatible', forward: 'dangerous' }),
  message: ({ label }) => `The schema for ${label} was removed.`,
  removed(before, report) {
    if (isRoot(before)) report({ label: before.label });
  },
});
