import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { responsesIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface Mixture {
  readonly with400: number;
  readonly with422: number;
}

/** RFC 9110, sections 15.5.1 and 15.5.21. */
export const status422Vs400 = defineRule<ApiElement, Mixture>({
  id: 'status-422-vs-400',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ with400, with422 }) => `Wrong input is told in two ways: 400 alone is described for it ${times(with400)}, 422 ${times(with422)}.`,
  check(api, report) {
    const takesBody = operationsOf(api).filter((operation) => operation.of === 'paths' && operation.children().some(({ kind }) => kind === 'requestBody'));
    const has = (status: string) => takesBody.filter((operation) => responsesIn(operation).some((response) => response.status === status));
    const with422 = has('422');
    const only400 = has('400').filter((operation) => !with422.includes(operation));
    if (with422.length > 0 && only400.length > 0) report({ with400: only400.length, with422: with422.length });
  },
});

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
