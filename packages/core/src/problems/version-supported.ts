import type { Problem } from './problem.ts';

export const versionSupported: Problem = { id: 'version-supported', severity: 'error' };
