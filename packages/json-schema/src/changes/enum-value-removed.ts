import { asBefore, itemsAsBefore, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { defineSchemaChange } from '../schema-change.ts';
import { demandAbout, nameValues, tolerantOfGrowth, valuesOnlyIn, valuesShared } from './enum-value.ts';

interface EnumValueRemoved {
  readonly label: string;
  readonly values: readonly unknown[];
  /** Whether some of the values stayed. */
  readonly kept: boolean;
}

export const enumValueRemoved = defineSchemaChange<EnumValueRemoved>({
  id: 'enum-value-removed',
  about: ({ values }, receiver) => demandAbout(values, receiver),
  move: () => 'narrowed',
  // An old provider may still write them to a new consumer: for that one, the list grew.
  policy: tolerantOfGrowth,
  // The constant is gone from what is generated.
  beyond: () => ({ source: 'breaking' }),
  message: ({ label, values }) =>
    `The ${values.length > 1 ? 'values' : 'value'} ${nameValues(values)} of ${label} ${values.length > 1 ? 'were' : 'was'} removed.`,
  remedies({ values }, sides) {
    const gone = new Set(values.map(keyOf));
    const back = itemsAsBefore(sides, (item) => gone.has(keyOf(toValue(item))));
    return back.length > 0 ? back : asBefore(sides, 'enum', 'const');
  },
  changed(before, after, report) {
    const values = valuesOnlyIn(before, after);
    if (values.length > 0)
      report({ label: after.label, values, kept: valuesShared(before, after) }, after.effective().valuesNode, { related: before.effective().valuesNode });
  },
});
