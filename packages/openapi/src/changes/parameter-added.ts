import { defineChange, impactOf } from '@breakwater/core';
import type { ParameterElement } from '../model/element.ts';

interface ParameterAdded {
  readonly label: string;
  readonly required: boolean;
}

export const parameterAdded = defineChange<ParameterElement, ParameterAdded>({
  id: 'parameter-added',
  on: 'parameter',
  // Requests without it are refused if it is required. An optional one widens what may be sent; an older provider ignores it at best.
  impact({ required }, direction = 'input') {
    return required ? impactOf('narrowed', direction) : { backward: 'compatible', forward: 'dangerous' };
  },
  message: ({ label, required }) => `${label.charAt(0).toUpperCase()}${label.slice(1)} was added${required ? ' and is required' : ''}.`,
  added({ label, required }, report) {
    report({ label, required });
  },
});
