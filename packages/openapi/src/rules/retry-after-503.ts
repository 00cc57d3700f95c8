import { defineRule } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';
import { addHeader } from '../model/missing-header.ts';
import { headerOf } from '../model/operation-parts.ts';

interface NoHint {
  readonly operation: string;
}

/** RFC 9110, section 15.6.4: "the server MAY send a Retry-After header field". */
export const retryAfter503 = defineRule<ResponseElement, NoHint>({
  id: 'retry-after-503',
  on: 'response',
  severity: 'info',
  preset: 'strict',
  message: ({ operation }) => `Response 503${operation} does not say with \`Retry-After\` when to try again.`,
  check(response, report) {
    const { status, operation } = response;
    if (status === '503' && !headerOf(response, ['Retry-After'])) report({ operation: operation && ` of \`${operation}\`` });
  },
  fixes: (response) => addHeader(response, 'Retry-After', { description: 'Seconds to wait', type: 'integer' }),
});
