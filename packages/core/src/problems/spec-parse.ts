import type { Problem } from './problem.ts';

export const specParse: Problem = { id: 'spec-parse', severity: 'error' };
