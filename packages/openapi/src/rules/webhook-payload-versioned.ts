import { bodyIn, mediaTypesIn } from '../model/operation-parts.ts';
import { payloadNames } from '../model/webhook.ts';
import { webhookRule } from '../webhook-rule.ts';

export const webhookPayloadVersioned = webhookRule({
  id: 'webhook-payload-versioned',
  severity: 'info',
  preset: 'strict',
  what: 'has no version in what it sends',
  isThere: (operation) =>
    /v\d/i.test(operation.path) ||
    payloadNames(operation).some((name) => /^(schema_?version|version|api_?version|data_?version|spec_?version)$/i.test(name)) ||
    mediaTypesIn(bodyIn(operation)).some(({ mediaType }) => /v\d/i.test(mediaType)),
});
