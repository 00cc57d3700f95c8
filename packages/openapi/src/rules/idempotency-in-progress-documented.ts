import { keyProseRule } from '../key-prose-rule.ts';

export const idempotencyInProgressDocumented = keyProseRule({
  id: 'idempotency-in-progress-documented',
  extension: 'x-idempotency-in-progress',
  words: /in.progress|processing|concurrent|still running/i,
  what: 'what a repeated request gets while the first one is still in progress',
});
