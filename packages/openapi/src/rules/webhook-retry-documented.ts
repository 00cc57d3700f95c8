import { hasExtension, isSaidOf } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookRetryDocumented = webhookRule({
  id: 'webhook-retry-documented',
  severity: 'info',
  preset: 'strict',
  what: 'does not say what happens if it is not answered',
  isThere: (operation) => hasExtension(operation, 'x-retry') || isSaidOf(operation, /retr(y|ies|ied)|backoff|redeliver/i),
});
