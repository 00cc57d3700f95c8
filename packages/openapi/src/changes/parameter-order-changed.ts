import { defineChange, HARMLESS } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface ParameterOrderChanged {
  readonly label: string;
}

export const parameterOrderChanged = defineChange<OperationElement, ParameterOrderChanged>({
  id: 'parameter-order-changed',
  on: 'operation',
  only: 'source',
  impact: () => HARMLESS,
  // Where parameters became the arguments of a method, a call passes them in the old order.
  beyond: () => ({ source: 'dangerous' }),
  message: ({ label }) => `The order of the parameters of \`${label}\` changed.`,
  changed(before, after, report) {
    const [old, now] = [before, after].map((operation) => operation.parameters().map(({ id }) => id));
    const kept = (ids: readonly string[] = [], others: readonly string[] = []) => ids.filter((id) => others.includes(id)).join('\n');
    if (kept(old, now) !== kept(now, old)) report({ label: after.label });
  },
});
