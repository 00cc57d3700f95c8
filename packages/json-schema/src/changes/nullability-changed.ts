import { asBefore } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';

interface NullabilityChanged {
  readonly label: string;
  readonly nullable: boolean;
}

export const nullabilityChanged = defineSchemaChange<NullabilityChanged>({
  id: 'nullability-changed',
  about: (_data, receiver) => (admitsNull(receiver) ? true : { not: { type: 'null' } }),
  move: ({ nullable }) => (nullable ? 'widened' : 'narrowed'),
  // The type in generated code changes even where every value is still welcome.
  beyond: (_data, _direction, wire) => ({ source: wire === 'breaking' ? 'breaking' : 'dangerous' }),
  message: ({ label, nullable }) => `The value \`null\` ${nullable ? 'became possible' : 'is no longer possible'} for ${label}.`,
  remedies: (_data, sides) => asBefore(sides, 'nullable', 'x-nullable', 'type'),
  changed(before, after, report) {
    // Without types on either side the set of types itself changed, and that is told already.
    if (!before.effective().types || !after.effective().types) return;
    const nullable = admitsNull(after);
    if (nullable !== admitsNull(before)) report({ label: after.label, nullable }, nodeOf(after), { related: nodeOf(before) });
  },
});

function nodeOf(element: SchemaElement) {
  return element.effective().all('nullable')[0] ?? element.effective().typeNode;
}

function admitsNull(element: SchemaElement): boolean {
  const { types, values } = element.effective();
  return (!types || types.has('null')) && (!values || values.includes(null));
}
