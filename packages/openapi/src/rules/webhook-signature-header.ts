import { headerLike } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookSignatureHeader = webhookRule({
  id: 'webhook-signature-header',
  severity: 'warn',
  preset: 'strict',
  what: 'has no signature: its receiver cannot tell who sent it',
  isThere: (operation) => headerLike(operation, /signature/i) !== undefined || operation.security().alternatives.length > 0,
});
