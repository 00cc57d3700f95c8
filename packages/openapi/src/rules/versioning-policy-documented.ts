import { saidRule } from '../said-rule.ts';

export const versioningPolicyDocumented = saidRule({
  id: 'versioning-policy-documented',
  severity: 'info',
  preset: 'full',
  extensions: ['x-versioning', 'x-deprecation-policy', 'x-lifecycle'],
  words: /version|deprecat/i,
  message: 'How this API is versioned is not said.',
});
