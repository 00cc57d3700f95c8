import { defineSchemaChange } from '../schema-change.ts';
import { demandAbout, nameValues, valuesOnlyIn } from './enum-value.ts';

interface EnumValueRemoved {
  readonly label: string;
  readonly values: readonly unknown[];
}

export const enumValueRemoved = defineSchemaChange<EnumValueRemoved>({
  id: 'enum-value-removed',
  about: ({ values }, receiver) => demandAbout(values, receiver),
  move: () => 'narrowed',
  message: ({ label, values }) =>
    `The ${values.length > 1 ? 'values' : 'value'} ${nameValues(values)} of ${label} ${values.length > 1 ? 'were' : 'was'} removed.`,
  changed(before, after, report) {
    const values = valuesOnlyIn(before, after);
    if (values.length > 0) report({ label: after.label, values }, after.effective().valuesNode, { related: before.effective().valuesNode });
  },
});
