import { keyProseRule } from '../key-prose-rule.ts';

export const idempotencyScopeDocumented = keyProseRule({
  id: 'idempotency-scope-documented',
  extension: 'x-idempotency-scope',
  words: /tenant|account|user|principal|operation|endpoint|client|per key/i,
  what: 'for whom a key is remembered',
});
