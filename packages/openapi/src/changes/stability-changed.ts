import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { STABILITY_LEVELS } from '../model/lifecycle.ts';

interface StabilityChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export const stabilityChanged = defineChange<OperationElement, StabilityChanged>({
  id: 'stability-changed',
  on: 'operation',
  impact: () => HARMLESS,
  // Who built on a promise is left without it.
  beyond: ({ from, to }) => ({ semantic: rank(to) < rank(from) ? 'breaking' : 'compatible' }),
  message: ({ label, from, to }) => `The stability level of \`${label}\` changed from \`${from}\` to \`${to}\`.`,
  changed(before, after, report) {
    const [from, to] = [before.stability() ?? 'stable', after.stability() ?? 'stable'];
    if (from !== to) report({ label: after.label, from, to }, child(after.node, KEY), { related: child(before.node, KEY) });
  },
});

const KEY = 'x-stability-level';

function rank(level: string): number {
  return STABILITY_LEVELS.indexOf(level);
}
