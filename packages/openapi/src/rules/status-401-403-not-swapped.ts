import { responseProseRule } from '../prose-rule.ts';

/** RFC 9110, sections 15.5.2 and 15.5.4. */
export const status401403NotSwapped = responseProseRule({
  id: 'status-401-403-not-swapped',
  severity: 'hint',
  preset: 'full',
  contradictions: [
    { statuses: ['401'], words: /\bpermissions?\b|not allowed|\bforbidden\b|insufficient (?:scope|rights|privileges)/i, because: 'is what 403 tells' },
    {
      statuses: ['403'],
      words: /(?:missing|no|without|invalid) (?:token|credentials?|authentication)|not authenticated|unauthenticated/i,
      because: 'is what 401 tells',
    },
  ],
});
