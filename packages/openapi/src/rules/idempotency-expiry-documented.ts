import { keyProseRule } from '../key-prose-rule.ts';

export const idempotencyExpiryDocumented = keyProseRule({
  id: 'idempotency-expiry-documented',
  extension: 'x-idempotency-ttl',
  words: /expir|\bhours?\b|\bdays?\b|\bttl\b|minutes/i,
  what: 'how long a key is remembered',
});
