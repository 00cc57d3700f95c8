import type { Problem } from './problem.ts';

export const deprecatedYaml: Problem = { id: 'deprecated-yaml', severity: 'warn' };
