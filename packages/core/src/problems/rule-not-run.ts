import type { Problem } from './problem.ts';

/** Something of a ruleset that is left out: a check that somebody believes in and that does not happen. */
export const ruleNotRun: Problem = { id: 'rule-not-run', severity: 'warn' };
