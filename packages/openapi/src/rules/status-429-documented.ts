import { missingStatusRule } from '../missing-status-rule.ts';

/** RFC 6585, section 4. */
export const status429Documented = missingStatusRule({
  id: 'status-429-documented',
  severity: 'info',
  preset: 'strict',
  statuses: ['429'],
  because: 'can be called too often',
  isWanted: () => true,
});
