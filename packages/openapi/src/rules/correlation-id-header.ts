import { operationsOf } from '../model/operations-of.ts';
import { saidRule } from '../said-rule.ts';

export const correlationIdHeader = saidRule({
  id: 'correlation-id-header',
  severity: 'info',
  preset: 'full',
  extensions: ['x-correlation'],
  message: 'No operation takes an id that goes through all services.',
  isSaid: (api) =>
    operationsOf(api).some((operation) =>
      operation.parameters().some(({ name, in: place }) => place === 'header' && /^((x-)?correlation-id|baggage|traceparent|x-request-id)$/i.test(name)),
    ),
});
