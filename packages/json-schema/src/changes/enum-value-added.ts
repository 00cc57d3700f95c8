import { defineSchemaChange, tolerantReader } from '../schema-change.ts';
import { demandAbout, nameValues, valuesOnlyIn } from './enum-value.ts';

interface EnumValueAdded {
  readonly label: string;
  readonly values: readonly unknown[];
}

export const enumValueAdded = defineSchemaChange<EnumValueAdded>({
  id: 'enum-value-added',
  about: ({ values }, receiver) => demandAbout(values, receiver),
  move: () => 'widened',
  // Providers have to be able to grow a list; a consumer that switches over the values may be surprised, so it is told and does not fail by itself.
  policy: tolerantReader,
  message: ({ label, values }) =>
    `The ${values.length > 1 ? 'values' : 'value'} ${nameValues(values)} of ${label} ${values.length > 1 ? 'were' : 'was'} added.`,
  changed(before, after, report) {
    const values = valuesOnlyIn(after, before);
    if (values.length > 0) report({ label: after.label, values }, after.effective().valuesNode, { related: before.effective().valuesNode });
  },
});
