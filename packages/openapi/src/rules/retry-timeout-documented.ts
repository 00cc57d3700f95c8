import { saidRule } from '../said-rule.ts';

export const retryTimeoutDocumented = saidRule({
  id: 'retry-timeout-documented',
  severity: 'info',
  preset: 'full',
  extensions: ['x-timeout', 'x-retry', 'x-retry-policy'],
  words: /time.?out|retr(y|ies)/i,
  message: 'How long to wait, and whether to try again, is not said.',
});
