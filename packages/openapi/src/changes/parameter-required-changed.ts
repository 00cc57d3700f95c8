import { asBefore, child, defineChange, impactOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterRequiredChanged {
  readonly label: string;
  readonly required: boolean;
}

export const parameterRequiredChanged = defineChange<ParameterElement, ParameterRequiredChanged>({
  id: 'parameter-required-changed',
  on: 'parameter',
  // The requests without the parameter are what narrows or widens.
  impact: ({ required }, direction = 'input') => impactOf(required ? 'narrowed' : 'widened', direction),
  // It is an argument of the method in generated code.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ label, required }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} became ${required ? 'required' : 'optional'}.`,
  remedies: (_data, sides) => asBefore(sides, 'required'),
  changed(before, { node, label, required }, report) {
    if (required !== before.required) report({ label, required }, child(node, 'required'), { related: child(before.node, 'required') });
  },
});
