import { responseProseRule } from '../prose-rule.ts';

/** RFC 9110, section 15.5.5. */
export const status404NotValidation = responseProseRule({
  id: 'status-404-not-validation',
  severity: 'hint',
  preset: 'full',
  contradictions: [{ statuses: ['404'], words: /\binvalid\b|validation|malformed/i, because: 'is what 400 or 422 tell' }],
});
