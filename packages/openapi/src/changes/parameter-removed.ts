import { defineChange, HARMLESS } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterRemoved {
  readonly label: string;
  /** The path still has the variable; only its description is gone. */
  readonly isInPath: boolean;
}

export const parameterRemoved = defineChange<ParameterElement, ParameterRemoved>({
  id: 'parameter-removed',
  on: 'parameter',
  // Not a set that narrowed: many servers ignore what they do not know, and some refuse it.
  impact: ({ isInPath }) => (isInPath ? HARMLESS : { backward: 'dangerous', forward: 'compatible' }),
  message: ({ label, isInPath }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} ${isInPath ? 'is no longer described' : 'was removed'}.`,
  removed({ in: place, label }, report) {
    report({ label, isInPath: place === 'path' });
  },
});
