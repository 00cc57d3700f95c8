import type { Finding } from '../finding/finding.ts';
import type { Contract } from './checker.ts';

/** Rules that are no part of a format: a ruleset of the project. They look at a contract as a whole. */
export interface RulePack {
  /** The rules that are on, as far as severities and comments may name them. */
  readonly ids: ReadonlySet<string>;
  lint(contract: Contract, shouldStop?: () => boolean): readonly Finding[];
}
