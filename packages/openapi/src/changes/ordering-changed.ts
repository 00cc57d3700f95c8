import { child, defineChange, HARMLESS, toValue } from '@breakwater/core';
import { keyOf } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';

interface OrderingChanged {
  readonly label: string;
}

export const orderingChanged = defineChange<OperationElement, OrderingChanged>({
  id: 'ordering-changed',
  on: 'operation',
  impact: () => HARMLESS,
  // Every message is still right, but who relied on the order that was promised pages past what it looks for.
  beyond: () => ({ semantic: 'breaking' }),
  message: ({ label }) => `The order that \`${label}\` promises changed.`,
  // A promise that is new hurts nobody; one that was never made cannot be broken.
  changed(before, { node, label }, report) {
    const [old, now] = [child(before.node, KEY), child(node, KEY)];
    if (old && keyOf(toValue(old)) !== (now && keyOf(toValue(now)))) report({ label }, now, { related: old });
  },
});

const KEY = 'x-ordering';
