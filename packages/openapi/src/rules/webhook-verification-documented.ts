import { hasExtension, isSaidOf } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookVerificationDocumented = webhookRule({
  id: 'webhook-verification-documented',
  severity: 'info',
  preset: 'full',
  what: 'does not say how its receiver is verified before the first message',
  isThere: (operation) => hasExtension(operation, 'x-verification') || isSaidOf(operation, /verif|challenge|handshake/i),
});
