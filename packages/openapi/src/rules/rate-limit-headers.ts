import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { headersIn, responsesIn } from '../model/operation-parts.ts';

interface NoLimits {
  readonly label: string;
}

/** RateLimit header fields for HTTP (IETF draft). */
export const rateLimitHeaders = defineRule<OperationElement, NoLimits>({
  id: 'rate-limit-headers',
  on: 'operation',
  severity: 'info',
  preset: 'full',
  message: ({ label }) => `\`${label}\` does not tell with \`RateLimit\` headers how many calls are left.`,
  check(operation, report) {
    const answers = operation.of === 'paths' ? responsesIn(operation).filter(({ status }) => /^2/.test(status) || status === '429') : [];
    const isTold = answers.some((response) => headersIn(response).some(({ name }) => /^(x-)?rate-?limit/i.test(name)));
    if (answers.length > 0 && !isTold) report({ label: operation.label });
  },
});
