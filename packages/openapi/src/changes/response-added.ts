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
  // What a webhook or a callback may be answered with is for the consumer to choose: there it is one choice more.
  impact({ status }, direction) {
    const verdict = /^[23]/.test(status) ? 'dangerous' : 'compatible';
    return direction === 'input' ? { backward: 'compatible', forward: verdict } : { backward: verdict, forward: 'compatible' };
  },
  // Clients have a case for each success.
  beyond: ({ status }, direction) => (direction !== 'input' && /^[23]/.test(status) ? { source: 'dangerous' } : {}),
  message: ({ status, operation }) => `The response \`${status}\` of \`${operation}\` was added.`,
  added({ status, operation }, report) {
    report({ status, operation });
  },
});
