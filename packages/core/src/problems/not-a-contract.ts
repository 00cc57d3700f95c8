import type { Problem } from './problem.ts';

export const notAContract: Problem = { id: 'not-a-contract', severity: 'error' };
