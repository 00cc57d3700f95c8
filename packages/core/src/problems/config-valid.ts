import type { Problem } from './problem.ts';

export const configValid: Problem = { id: 'config-valid', severity: 'error' };
