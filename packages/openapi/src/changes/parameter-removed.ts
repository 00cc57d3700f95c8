import { defineChange } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterRemoved {
  readonly label: string;
}

export const parameterRemoved = defineChange<ParameterElement, ParameterRemoved>({
  id: 'parameter-removed',
  on: 'parameter',
  // Not a set that narrowed: many servers ignore what they do not know, and some refuse it.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  message: ({ label }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} was removed.`,
  removed({ label }, report) {
    report({ label });
  },
});
