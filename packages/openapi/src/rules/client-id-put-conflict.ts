import { missingStatusRule } from '../missing-status-rule.ts';
import { responsesIn } from '../model/operation-parts.ts';

/** RFC 9110, section 13.1.2: `If-None-Match: *` is answered with 412. */
export const clientIdPutConflict = missingStatusRule({
  id: 'client-id-put-conflict',
  severity: 'hint',
  preset: 'full',
  statuses: ['409', '412'],
  because: 'may create something under an id that its caller chose',
  isWanted: (operation) => operation.method === 'PUT' && responsesIn(operation).some(({ status }) => status === '201'),
  byDefault: false,
});
