import { defineRule } from '@breakwater/core';
import type { ApiElement, OperationElement } from '../model/element.ts';
import { headersIn, responsesIn } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';

interface NoLimits {
  /** `null`: none does. */
  readonly label: string | null;
}

/** RateLimit header fields for HTTP (IETF draft). */
export const rateLimitHeaders = defineRule<ApiElement, NoLimits>({
  id: 'rate-limit-headers',
  on: 'api',
  severity: 'info',
  preset: 'full',
  message: ({ label }) =>
    label === null
      ? 'No operation tells with `RateLimit` headers how many calls are left.'
      : `\`${label}\` does not tell with \`RateLimit\` headers how many calls are left, as others do.`,
  check(api, report) {
    const operations = operationsOf(api).filter((operation) => operation.of === 'paths' && answersOf(operation).length > 0);
    const silent = operations.filter(
      (operation) => !answersOf(operation).some((response) => headersIn(response).some(({ name }) => /^(x-)?rate-?limit/i.test(name))),
    );
    // Where nobody has thought of it at all, that is one cause.
    if (silent.length === operations.length) {
      if (silent.length > 0) report({ label: null });
    } else for (const { label, place } of silent) report({ label }, place);
  },
});

function answersOf(operation: OperationElement) {
  return responsesIn(operation).filter(({ status }) => /^2/.test(status) || status === '429');
}
