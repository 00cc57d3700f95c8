import type { LoadedPack, PackReader } from '@breakwater/core';
import { loadRuleset, rulesetOf } from './ruleset/load-ruleset.ts';
import type { Ruleset } from './ruleset/ruleset.ts';
import { CUSTOM_RULE } from './ruleset/ruleset-schema.ts';
import { runRuleset } from './run/run-ruleset.ts';

/** Rulesets of Spectral, and rules of a configuration that are written like theirs. */
export const packReader: PackReader = {
  rule: CUSTOM_RULE,
  fromFile: async (uri, host) => packOf(await loadRuleset(uri, host)),
  fromRules: (rules) => packOf(rulesetOf(rules)),
};

function packOf({ ruleset, mistakes, files }: Awaited<ReturnType<typeof loadRuleset>>): LoadedPack {
  const pack = { ids: idsOf(ruleset), lint: runRuleset.bind(undefined, ruleset) };
  return { pack, mistakes, files };
}

/** Rules that may be told somewhere. */
function idsOf({ rules, overrides }: Ruleset): ReadonlySet<string> {
  const versions = [rules, ...overrides.map(({ change }) => change(rules))];
  return new Set(versions.flatMap((version) => [...version.values()].filter(({ isOn }) => isOn).map(({ id }) => id)));
}
