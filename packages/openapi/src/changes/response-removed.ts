import { defineChange } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';

interface ResponseRemoved {
  readonly status: string;
  readonly operation: string;
}

export const responseRemoved = defineChange<ResponseElement, ResponseRemoved>({
  id: 'response-removed',
  on: 'response',
  // Fewer answers are possible, which no set forbids. But who waits for a success that no longer comes is broken; an error that no longer comes hurts nobody.
  impact: ({ status }) => ({ backward: /^[23]/.test(status) ? 'breaking' : 'compatible', forward: 'compatible' }),
  // Clients have a case for each success.
  beyond: ({ status }) => (/^[23]/.test(status) ? { source: 'dangerous' } : {}),
  message: ({ status, operation }) => `The response \`${status}\` of \`${operation}\` was removed.`,
  removed({ status, operation }, report) {
    report({ status, operation });
  },
});
