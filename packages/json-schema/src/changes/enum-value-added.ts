import { toValue, withoutItems } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { defineSchemaChange } from '../schema-change.ts';
import { demandAbout, nameValues, saysItGrows, tolerantOfGrowth, valuesOnlyIn, valuesShared } from './enum-value.ts';

interface EnumValueAdded {
  readonly label: string;
  readonly values: readonly unknown[];
  /** Whether some of the values stayed. */
  readonly kept: boolean;
  /** Whether consumers knew that more may come. */
  readonly open: boolean;
}

export const enumValueAdded = defineSchemaChange<EnumValueAdded>({
  id: 'enum-value-added',
  about: ({ values }, receiver) => demandAbout(values, receiver),
  move: () => 'widened',
  // Providers have to be able to grow a list; a consumer that switches over the values may be surprised, so it is told and does not fail by itself.
  policy: (impact, data, direction) =>
    data.kept && data.open && direction === 'output' ? { ...impact, backward: 'compatible' } : tolerantOfGrowth(impact, data, direction),
  // Code that handles each value it knows, and nothing else, meets one more.
  beyond: ({ open }, direction) => ({ source: direction === 'output' && !open ? 'dangerous' : 'compatible' }),
  message: ({ label, values }) =>
    `The ${values.length > 1 ? 'values' : 'value'} ${nameValues(values)} of ${label} ${values.length > 1 ? 'were' : 'was'} added.`,
  remedies({ values }, sides) {
    const added = new Set(values.map(keyOf));
    return withoutItems(sides, (item) => added.has(keyOf(toValue(item))));
  },
  changed(before, after, report) {
    const values = valuesOnlyIn(after, before);
    if (values.length > 0)
      report({ label: after.label, values, kept: valuesShared(before, after), open: saysItGrows(before) }, after.effective().valuesNode, {
        related: before.effective().valuesNode,
      });
  },
});
