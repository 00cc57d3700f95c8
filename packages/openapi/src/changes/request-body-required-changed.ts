import { asBefore, child, defineChange, impactOf } from '@breakwater/core';
import type { RequestBodyElement } from '../model/element.ts';

interface RequestBodyRequiredChanged {
  readonly operation: string;
  readonly required: boolean;
}

export const requestBodyRequiredChanged = defineChange<RequestBodyElement, RequestBodyRequiredChanged>({
  id: 'request-body-required-changed',
  on: 'requestBody',
  // The requests without a body are what narrows or widens.
  impact: ({ required }, direction = 'input') => impactOf(required ? 'narrowed' : 'widened', direction),
  // It is an argument of the method in generated code.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ operation, required }) => `The request body of \`${operation}\` became ${required ? 'required' : 'optional'}.`,
  remedies: (_data, sides) => asBefore(sides, 'required'),
  changed(before, { node, operation, required }, report) {
    if (required !== before.required) report({ operation, required }, child(node, 'required'), { related: child(before.node, 'required') });
  },
});
