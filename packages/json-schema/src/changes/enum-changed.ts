import { asBefore } from '@breakwater/core';
import { defineSchemaChange } from '../schema-change.ts';
import { nameValues, valuesDemandedBy } from './enum-value.ts';

interface EnumChanged {
  readonly label: string;
  readonly values: readonly unknown[];
  readonly introduced: boolean;
}

/** A list of values where there was none, or none where there was one. */
export const enumChanged = defineSchemaChange<EnumChanged>({
  id: 'enum-changed',
  about: (_data, receiver) => valuesDemandedBy(receiver),
  move: ({ introduced }) => (introduced ? 'narrowed' : 'widened'),
  message: ({ label, values, introduced }) =>
    introduced ? `The values of ${label} are now limited to ${nameValues(values)}.` : `The values of ${label} are no longer limited to ${nameValues(values)}.`,
  remedies: (_data, sides) => asBefore(sides, 'enum', 'const'),
  changed(before, after, report) {
    const [old, now] = [before.effective(), after.effective()];
    if (!old.values === !now.values) return;
    report({ label: after.label, values: now.values ?? old.values ?? [], introduced: now.values !== undefined }, now.valuesNode, { related: old.valuesNode });
  },
});
