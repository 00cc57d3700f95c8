import { defineChange } from '@breakwater/core';
import type { RequestBodyElement } from '../model/element.ts';

interface RequestBodyRemoved {
  readonly operation: string;
}

export const requestBodyRemoved = defineChange<RequestBodyElement, RequestBodyRemoved>({
  id: 'request-body-removed',
  on: 'requestBody',
  // Not a set that narrowed: many servers ignore a body that they do not expect, and some refuse it.
  impact: () => ({ backward: 'dangerous', forward: 'compatible' }),
  // The argument is gone from what is generated. What a consumer still sends of it is dropped without a word.
  beyond: () => ({ source: 'breaking', semantic: 'dangerous' }),
  message: ({ operation }) => `\`${operation}\` no longer takes a request body.`,
  removed({ operation }, report) {
    report({ operation });
  },
});
