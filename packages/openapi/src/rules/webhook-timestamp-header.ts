import { headerLike, isSaidOf } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookTimestampHeader = webhookRule({
  id: 'webhook-timestamp-header',
  severity: 'warn',
  preset: 'strict',
  what: 'has no time stamp: an old message can be sent again',
  isThere: (operation) => headerLike(operation, /timestamp|^date$/i) !== undefined || isSaidOf(operation, /timestamp/i),
});
