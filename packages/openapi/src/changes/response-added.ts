import { defineChange } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';

interface ResponseAdded {
  readonly status: string;
  readonly operation: string;
}

export const responseAdded = defineChange<ResponseElement, ResponseAdded>({
  id: 'response-added',
  on: 'response',
  // A consumer may not expect another success. Errors that nobody documented were always possible.
  impact: ({ status }) => ({ backward: /^[23]/.test(status) ? 'dangerous' : 'compatible', forward: 'compatible' }),
  // Clients have a case for each success.
  beyond: ({ status }) => (/^[23]/.test(status) ? { source: 'dangerous' } : {}),
  message: ({ status, operation }) => `The response \`${status}\` of \`${operation}\` was added.`,
  added({ status, operation }, report) {
    report({ status, operation });
  },
});
