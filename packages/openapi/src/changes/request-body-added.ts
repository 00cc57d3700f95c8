import { defineChange, impactOf, removeEntry, repair } from '@breakwater/core';
import type { RequestBodyElement } from '../model/element.ts';

interface RequestBodyAdded {
  readonly operation: string;
  readonly required: boolean;
}

export const requestBodyAdded = defineChange<RequestBodyElement, RequestBodyAdded>({
  id: 'request-body-added',
  on: 'requestBody',
  // Requests without a body are refused if it is required; an older provider ignores an optional one at best.
  impact({ required }, direction = 'input') {
    return required ? impactOf('narrowed', direction) : { backward: 'compatible', forward: 'dangerous' };
  },
  // It is an argument of the method in generated code.
  beyond: (_data, _direction, wire) => ({ source: wire }),
  message: ({ operation, required }) => `\`${operation}\` now takes a request body${required ? ', and it is required' : ''}.`,
  remedies: ({ required }, { after }) => (required ? repair('Make the request body optional', false, removeEntry(after, 'required')) : []),
  added({ operation, required }, report) {
    report({ operation, required });
  },
});
