import type { Node } from '@breakwater/core';
import { parsePath } from '../path/parse-path.ts';
import type { Path } from '../path/path.ts';
import { expand } from '../ruleset/alias.ts';
import type { DataRule } from '../ruleset/data-rule.ts';
import type { Ledger } from './ledger.ts';

/** One path, with the rules that look at what it finds. */
export interface Place {
  readonly path: Path;
  readonly rules: DataRule[];
  /** What has been looked at. */
  readonly seen: Set<Node>;
}

/** The paths of rules, each once. A path that cannot be read is told of. */
export function placesOf(rules: readonly DataRule[], formats: ReadonlySet<string>, ledger: Ledger): readonly Place[] {
  const places = new Map<string, Place>();
  for (const rule of rules) {
    for (const text of textsOf(rule, formats, ledger)) {
      const place = places.get(text) ?? placeOf(text, rule, ledger);
      if (!place) continue;
      places.set(text, place);
      if (!place.rules.includes(rule)) place.rules.push(rule);
    }
  }
  return [...places.values()];
}

function textsOf(rule: DataRule, formats: ReadonlySet<string>, ledger: Ledger): readonly string[] {
  return rule.given.flatMap((given) => {
    const texts = expand(given, rule.aliases, formats);
    if (!('refusal' in texts)) return texts;
    ledger.leaveOut(rule, `its path ${texts.refusal}`);
    return [];
  });
}

function placeOf(text: string, rule: DataRule, ledger: Ledger): Place | undefined {
  const path = parsePath(text);
  if (!('refusal' in path)) return { path, rules: [], seen: new Set() };
  ledger.leaveOut(rule, `its path \`${text.slice(0, 100)}\` ${path.refusal}`);
  return undefined;
}
