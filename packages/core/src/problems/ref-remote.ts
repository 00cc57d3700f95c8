import type { Problem } from './problem.ts';

/** A warning, since the contract may be as right as any: only nobody here can tell. */
export const refRemote: Problem = { id: 'ref-remote', severity: 'warn' };
