import type { RulePack } from '@breakwater/core';
import type { Ruleset } from './ruleset/ruleset.ts';
import { runRuleset } from './run/run-ruleset.ts';

export { type LoadedRuleset, loadRuleset } from './ruleset/load-ruleset.ts';
export type { Ruleset } from './ruleset/ruleset.ts';

export function packOf(ruleset: Ruleset): RulePack {
  return { lint: (contract, shouldStop) => runRuleset(ruleset, contract, shouldStop) };
}
