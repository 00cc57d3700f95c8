import { booleanOf, child, defineRule, repair, replaceValue } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';

interface WrongHint {
  readonly status: string;
}

export const retryableStatusConsistent = defineRule<ResponseElement, WrongHint>({
  id: 'retryable-status-consistent',
  on: 'response',
  severity: 'hint',
  preset: 'full',
  message: ({ status }) => `Response ${status} is marked with \`x-retryable\`, and the same request fails in the same way.`,
  check({ node, status }, report) {
    const at = child(node, 'x-retryable');
    if (at && booleanOf(at) === true && /^(400|401|403|404|409|410|412|422)$/.test(status)) report({ status }, at);
  },
  fixes: ({ node }) => repair('Set it to `false`', false, replaceValue(node, 'x-retryable', 'false')),
});
