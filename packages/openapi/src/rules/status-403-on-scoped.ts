import { missingStatusRule } from '../missing-status-rule.ts';
import { schemesOf } from '../model/operation-parts.ts';

/** RFC 6750, section 3.1: `insufficient_scope` is answered with 403. */
export const status403OnScoped = missingStatusRule({
  id: 'status-403-on-scoped',
  severity: 'info',
  preset: 'strict',
  statuses: ['403'],
  because: 'asks for scopes',
  isWanted: (operation) => [...schemesOf(operation).values()].some((scopes) => scopes.length > 0),
});
