import { saidRule } from '../said-rule.ts';

export const consistencyDocumented = saidRule({
  id: 'consistency-documented',
  severity: 'info',
  preset: 'full',
  extensions: ['x-consistency'],
  words: /eventual|consisten|read.(after|your).writes?/i,
  message: 'Whether what was written can be read at once is not said.',
});
