import { defineChange, HARMLESS, impactOf, removeEntry, repair } from '@breakwater/core';
import { takesAnyText } from '@breakwater/json-schema';
import type { ParameterElement } from '../model/element.ts';

interface ParameterAdded {
  readonly label: string;
  readonly required: boolean;
  /** The path already had the variable; only its description is new. */
  readonly wasInPath: boolean;
  /** Not everything that can stand in a URL is right any more. */
  readonly limited: boolean;
}

export const parameterAdded = defineChange<ParameterElement, ParameterAdded>({
  id: 'parameter-added',
  on: 'parameter',
  // Requests without it are refused if it is required. An optional one widens what may be sent; an older provider ignores it at best.
  impact({ required, wasInPath, limited }, direction = 'input') {
    // Nobody had said what may stand there, so nobody can have relied on everything.
    if (wasInPath) return limited ? { backward: 'dangerous', forward: 'compatible' } : HARMLESS;
    return required ? impactOf('narrowed', direction) : { backward: 'compatible', forward: 'dangerous' };
  },
  // It is an argument of the method in generated code.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ label, required, wasInPath }) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)} ${wasInPath ? 'is now described' : `was added${required ? ' and is required' : ''}`}.`,
  remedies({ required, wasInPath, label }, { after }) {
    // It is told at its name.
    const parameter = after.kind === 'map' ? after : after.parent;
    return required && !wasInPath ? repair(`Make ${label} optional`, false, removeEntry(parameter, 'required')) : [];
  },
  added({ in: place, label, required, schema }, report) {
    const own = schema();
    report({ label, required, wasInPath: place === 'path', limited: own !== undefined && !takesAnyText(own) });
  },
});
