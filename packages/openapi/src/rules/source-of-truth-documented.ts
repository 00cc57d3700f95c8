import { saidRule } from '../said-rule.ts';

export const sourceOfTruthDocumented = saidRule({
  id: 'source-of-truth-documented',
  severity: 'info',
  preset: 'full',
  extensions: ['x-source-of-truth'],
  words: /source of truth|system of record|derived from/i,
  message: 'Whether this API is the source of its data is not said.',
});
