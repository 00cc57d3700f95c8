import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
  /** The day on which it goes, if that is said. */
  readonly sunset: string | null;
}

export const parameterDeprecated = defineChange<ParameterElement, ParameterDeprecated>({
  id: 'parameter-deprecated',
  on: 'parameter',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  // Without a day nobody knows how much time is left.
  beyond: ({ deprecated, sunset }) => (deprecated ? { source: 'compatible', semantic: sunset === null ? 'dangerous' : 'compatible' } : {}),
  message: ({ label, deprecated, sunset }) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)} is ${deprecated ? 'now' : 'no longer'} deprecated${sunset === null ? '' : `, with its sunset on ${sunset}`}.`,
  changed(before, after, report) {
    const { node, label, deprecated } = after;
    if (deprecated === before.deprecated) return;
    const lifecycle = after.lifecycle();
    const sunset = (deprecated && lifecycle.sunset) || null;
    report({ label, deprecated, sunset }, child(node, 'deprecated'), { related: child(before.node, 'deprecated'), lifecycle: { ...lifecycle, of: 'head' } });
  },
});
