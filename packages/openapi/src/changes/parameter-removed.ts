import { defineChange, HARMLESS, restored } from '@breakwater/core';
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
  // The argument is gone from what is generated. What a consumer still sends of it is dropped without a word.
  beyond: ({ isInPath }) => (isInPath ? {} : { source: 'breaking', semantic: 'dangerous' }),
  message: ({ label, isInPath }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} ${isInPath ? 'is no longer described' : 'was removed'}.`,
  remedies: (_data, sides) => restored(sides),
  removed({ in: place, label }, report) {
    report({ label, isInPath: place === 'path' });
  },
});
