import { missingStatusRule } from '../missing-status-rule.ts';
import { bodyIn } from '../model/operation-parts.ts';

/** RFC 9110, section 15.5.1. */
export const status400Documented = missingStatusRule({
  id: 'status-400-documented',
  severity: 'warn',
  preset: 'strict',
  statuses: ['400', '422'],
  because: 'takes input',
  isWanted: (operation) => operation.parameters().length > 0 || bodyIn(operation) !== undefined,
});
