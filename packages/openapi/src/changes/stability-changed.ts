import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement, ParameterElement } from '../model/element.ts';
import { STABILITY_LEVELS, stabilityOf } from '../model/lifecycle.ts';

interface StabilityChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export const stabilityChanged = defineChange<OperationElement | ParameterElement | SchemaElement, StabilityChanged>({
  id: 'stability-changed',
  on: ['operation', 'parameter', 'schema'],
  impact: () => HARMLESS,
  // Who built on a promise is left without it.
  beyond: ({ from, to }) => ({ semantic: rank(to) < rank(from) ? 'breaking' : 'compatible' }),
  message: ({ label, from, to }) => `The stability level of ${label} changed from \`${from}\` to \`${to}\`.`,
  changed(before, after, report) {
    const [from, to] = [levelOf(before), levelOf(after)];
    const label = after.kind === 'operation' ? `\`${after.label}\`` : after.label;
    if (from !== to) report({ label, from, to }, child(after.node, KEY), { related: child(before.node, KEY) });
  },
});

const KEY = 'x-stability-level';

function levelOf(element: OperationElement | ParameterElement | SchemaElement): string {
  return (element.kind === 'operation' ? element.stability() : stabilityOf(element.node)) ?? 'stable';
}

function rank(level: string): number {
  return STABILITY_LEVELS.indexOf(level);
}
