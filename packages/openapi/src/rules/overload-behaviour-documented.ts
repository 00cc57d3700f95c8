import { speaksFor } from '../model/operation-parts.ts';
import { operationsOf } from '../model/operations-of.ts';
import { saidRule } from '../said-rule.ts';

export const overloadBehaviourDocumented = saidRule({
  id: 'overload-behaviour-documented',
  severity: 'info',
  preset: 'strict',
  extensions: ['x-rate-limit'],
  words: /rate.?limit|throttl/i,
  message: 'What happens under load is not said: no operation describes 429 or 503.',
  isSaid: (api) =>
    operationsOf(api).length === 0 || operationsOf(api).some((operation) => ['429', '503'].some((status) => speaksFor(operation, status, false))),
});
