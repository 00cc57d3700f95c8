import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
}

export const parameterDeprecated = defineChange<ParameterElement, ParameterDeprecated>({
  id: 'parameter-deprecated',
  on: 'parameter',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  message: ({ label, deprecated }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} is ${deprecated ? 'now' : 'no longer'} deprecated.`,
  changed(before, { node, label, deprecated }, report) {
    if (deprecated !== before.deprecated) report({ label, deprecated }, child(node, 'deprecated'), { related: child(before.node, 'deprecated') });
  },
});
