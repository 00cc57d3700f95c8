import { responseProseRule } from '../prose-rule.ts';

/** RFC 9110, sections 15.5.1 and 15.5.10. */
export const status400NotConflict = responseProseRule({
  id: 'status-400-not-conflict',
  severity: 'hint',
  preset: 'full',
  contradictions: [{ statuses: ['400'], words: /already exists?|duplicate|conflicts?\b|insufficient/i, because: 'is what 409 or 422 tell' }],
});
