import { jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookNoResponseBody = webhookRule({
  id: 'webhook-no-response-body',
  severity: 'info',
  preset: 'strict',
  what: 'wants a body in its answer, which receivers mostly do not send',
  isThere: (operation) =>
    !responsesIn(operation).some((response) => /^2/.test(response.status) && (jsonSchemaIn(response)?.effective().required.size ?? 0) > 0),
});
