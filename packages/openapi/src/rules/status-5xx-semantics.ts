import { responseProseRule } from '../prose-rule.ts';

/** RFC 9110, section 15.6: the server is "aware that it has erred". */
export const status5xxSemantics = responseProseRule({
  id: 'status-5xx-semantics',
  severity: 'hint',
  preset: 'full',
  contradictions: [
    { statuses: ['500', '502', '503', '504'], words: /\bvalidation\b|invalid (?:input|parameters?|requests?)|bad request/i, because: 'is what 4xx tell' },
  ],
});
