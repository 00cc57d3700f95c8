import { missingStatusRule } from '../missing-status-rule.ts';
import { parameterOf } from '../model/operation-parts.ts';

/** The Idempotency-Key header field (IETF draft), section 2.7: 409 while the first request is in progress, 422 for another payload. */
export const idempotencyConflict409 = missingStatusRule({
  id: 'idempotency-conflict-409',
  severity: 'warn',
  preset: 'strict',
  statuses: ['409', '422'],
  because: 'takes an `Idempotency-Key`',
  isWanted: (operation) => parameterOf(operation, 'header', ['Idempotency-Key', 'X-Idempotency-Key']) !== undefined,
  byDefault: false,
});
