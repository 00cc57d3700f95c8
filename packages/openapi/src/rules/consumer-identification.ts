import { operationsOf } from '../model/operations-of.ts';
import { saidRule } from '../said-rule.ts';

export const consumerIdentification = saidRule({
  id: 'consumer-identification',
  severity: 'info',
  preset: 'full',
  extensions: ['x-consumer-identification'],
  words: /user-agent|client.?id/i,
  message: 'Callers are not asked who they are.',
  isSaid: (api) =>
    operationsOf(api).some((operation) =>
      operation
        .parameters()
        .some(({ name, in: place }) => place === 'header' && /^(user-agent|x-(client|consumer|app|application)(-(name|id|version))?)$/i.test(name)),
    ),
});
