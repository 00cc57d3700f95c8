import { defineSchemaChange } from '../schema-change.ts';
import { demandAbout, nameValues, tolerantOfGrowth, valuesOnlyIn, valuesShared } from './enum-value.ts';

interface EnumValueAdded {
  readonly label: string;
  readonly values: readonly unknown[];
  /** Whether some of the values stayed. */
  readonly kept: boolean;
}

export const enumValueAdded = defineSchemaChange<EnumValueAdded>({
  id: 'enum-value-added',
  about: ({ values }, receiver) => demandAbout(values, receiver),
  move: () => 'widened',
  // Providers have to be able to grow a list; a consumer that switches over the values may be surprised, so it is told and does not fail by itself.
  policy: tolerantOfGrowth,
  // Code that handles each value it knows, and nothing else, meets one more.
  beyond: (_data, direction) => ({ source: direction === 'output' ? 'dangerous' : 'compatible' }),
  message: ({ label, values }) =>
    `The ${values.length > 1 ? 'values' : 'value'} ${nameValues(values)} of ${label} ${values.length > 1 ? 'were' : 'was'} added.`,
  changed(before, after, report) {
    const values = valuesOnlyIn(after, before);
    if (values.length > 0)
      report({ label: after.label, values, kept: valuesShared(before, after) }, after.effective().valuesNode, { related: before.effective().valuesNode });
  },
});
