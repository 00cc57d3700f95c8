import { headerLike, isSaidOf } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookSignatureDocumented = webhookRule({
  id: 'webhook-signature-documented',
  severity: 'info',
  preset: 'strict',
  what: 'is signed, and it is not said how: neither the algorithm nor what is signed',
  isThere: (operation) => !headerLike(operation, /signature/i) || isSaidOf(operation, /hmac|sha-?256|ed25519|rsa|9421/i),
});
