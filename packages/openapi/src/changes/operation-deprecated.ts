import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface OperationDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
  /** The day on which it goes, if that is said. */
  readonly sunset: string | null;
}

export const operationDeprecated = defineChange<OperationElement, OperationDeprecated>({
  id: 'operation-deprecated',
  on: 'operation',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  // Without a day nobody knows how much time is left.
  beyond: ({ deprecated, sunset }) => (deprecated ? { source: 'compatible', semantic: sunset === null ? 'dangerous' : 'compatible' } : {}),
  message: ({ label, deprecated, sunset }) =>
    `The operation \`${label}\` is ${deprecated ? 'now' : 'no longer'} deprecated${sunset === null ? '' : `, with its sunset on ${sunset}`}.`,
  changed(before, after, report) {
    const { node, label, deprecated } = after;
    if (deprecated === before.deprecated) return;
    const lifecycle = after.lifecycle();
    const sunset = (deprecated && lifecycle.sunset) || null;
    report({ label, deprecated, sunset }, child(node, 'deprecated'), { related: child(before.node, 'deprecated'), lifecycle: { ...lifecycle, of: 'head' } });
  },
});
