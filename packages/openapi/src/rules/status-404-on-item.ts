import { missingStatusRule } from '../missing-status-rule.ts';
import { isItemPath } from '../model/resource.ts';

/** RFC 9110, section 15.5.5. */
export const status404OnItem = missingStatusRule({
  id: 'status-404-on-item',
  severity: 'info',
  preset: 'strict',
  statuses: ['404', '410'],
  because: 'is about one resource',
  isWanted: ({ path }) => isItemPath(path),
});
