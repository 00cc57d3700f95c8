import { missingStatusRule } from '../missing-status-rule.ts';

/** RFC 9110, section 15.6.1. */
export const status500Documented = missingStatusRule({
  id: 'status-500-documented',
  severity: 'info',
  preset: 'full',
  statuses: ['500'],
  because: 'can fail',
  isWanted: () => true,
});
