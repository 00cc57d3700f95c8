import { headerLike, payloadNames } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookEventId = webhookRule({
  id: 'webhook-event-id',
  severity: 'warn',
  preset: 'strict',
  what: 'has no id: its receiver cannot tell whether it was there before',
  isThere: (operation) =>
    headerLike(operation, /(webhook|event|delivery|message).?id/i) !== undefined ||
    payloadNames(operation).some((name) => /^(id|event_?id|message_?id|delivery_?id)$/i.test(name)),
});
