import type { Problem } from './problem.ts';

export const refResolves: Problem = { id: 'ref-resolves', severity: 'error' };
