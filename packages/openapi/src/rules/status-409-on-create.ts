import { missingStatusRule } from '../missing-status-rule.ts';
import { COMMANDS, commandOf, isItemPath } from '../model/resource.ts';

/** RFC 9110, section 15.5.10. */
export const status409OnCreate = missingStatusRule({
  id: 'status-409-on-create',
  severity: 'hint',
  preset: 'full',
  statuses: ['409'],
  because: 'creates something',
  isWanted: ({ method, path }) => method === 'POST' && (!isItemPath(path) || commandOf(path, COMMANDS) !== undefined),
});
