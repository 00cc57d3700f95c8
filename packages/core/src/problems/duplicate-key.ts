import type { Problem } from './problem.ts';

export const duplicateKey: Problem = { id: 'duplicate-key', severity: 'error' };
