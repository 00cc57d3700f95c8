import type { Finding } from '../finding/finding.ts';
import type { Contract } from './checker.ts';

/** Rules that are no part of a format: a ruleset of the project. They look at a contract as a whole, and see to their severities themselves. */
export interface RulePack {
  lint(contract: Contract, shouldStop?: () => boolean): readonly Finding[];
}
