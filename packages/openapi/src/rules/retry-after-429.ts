import { defineRule } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';
import { addHeader } from '../model/missing-header.ts';
import { headerOf } from '../model/operation-parts.ts';

interface NoHint {
  readonly operation: string;
}

/** "A server MAY […] indicate how long to wait" (RFC 6585, section 4). */
export const retryAfter429 = defineRule<ResponseElement, NoHint>({
  id: 'retry-after-429',
  on: 'response',
  severity: 'warn',
  message: ({ operation }) => `Response 429${operation} does not say with \`Retry-After\` when to try again.`,
  check(response, report) {
    const { status, operation } = response;
    if (status === '429' && !headerOf(response, ['Retry-After'])) report({ operation: operation && ` of \`${operation}\`` });
  },
  fixes: (response) => addHeader(response, 'Retry-After', { description: 'Seconds to wait', type: 'integer' }),
});
