import { asBefore, child, defineChange, HARMLESS, stringOf } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { isIdTaken } from './ids-taken.ts';

interface OperationIdChanged {
  readonly label: string;
  readonly from: string;
  readonly to: string | null;
}

export const operationIdChanged = defineChange<OperationElement, OperationIdChanged>({
  id: 'operation-id-changed',
  on: 'operation',
  impact: () => HARMLESS,
  // Not on the wire, but the name of a method in every generated client: code that calls it no longer compiles.
  beyond: () => ({ source: 'breaking' }),
  message: ({ label, from, to }) => `The operationId of \`${label}\` changed from \`${from}\` to ${to === null ? 'none' : `\`${to}\``}.`,
  remedies: ({ from }, sides) => (isIdTaken(from, sides.after) ? [] : asBefore(sides, 'operationId')),
  changed(before, { node, label }, report) {
    const from = stringOf(child(before.node, 'operationId'));
    const to = stringOf(child(node, 'operationId'));
    if (from !== undefined && from !== to) report({ label, from, to: to ?? null }, child(node, 'operationId'), { related: child(before.node, 'operationId') });
  },
});
