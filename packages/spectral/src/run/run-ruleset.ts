import { type Contract, type Finding, fingerprintOf, lint, matchesGlob, type Node, rootOf } from '@breakwater/core';
import type { DataRule } from '../ruleset/data-rule.ts';
import { formatsOf } from '../ruleset/formats.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { ask } from './ask.ts';
import { Ledger } from './ledger.ts';
import { placesOf } from './places.ts';
import { resolvedView, WRITTEN } from './view.ts';
import { type Frame, walk } from './walk.ts';

/** What a ruleset tells of a contract, and what of it was not run. */
export function runRuleset(ruleset: Ruleset, contract: Contract, shouldStop?: () => boolean): readonly Finding[] {
  const root = rootOf(contract.snapshot);
  if (!root || !contract.model) return [];
  const { entry } = contract.snapshot;
  const overrides = ruleset.overrides.filter(({ files }) => files.some(({ glob, pointer }) => pointer === undefined && matchesGlob(glob, entry)));
  const rules = overrides.reduce((before, { change }) => change(before), ruleset.rules);
  const ledger = new Ledger(root, ruleset.overrides);
  const formats = formatsOf(root);
  const on = [...rules.values()].filter((rule) => rule.isOn && (!rule.formats || [...rule.formats].some((format) => formats.has(format))));
  for (const seen of [resolvedView(contract.snapshot), WRITTEN]) {
    const own = on.filter(({ resolved, asks }) => !asks && resolved === (seen !== WRITTEN));
    const places = placesOf(own, formats, ledger);
    const context = { contract, root, seen, formats };
    const found = (i: number, frame: Frame) => {
      const place = places[i];
      if (place) ask(place, frame, context, ledger);
    };
    const isWhole = walk(
      root,
      places.map(({ path }) => path),
      { seen, found, shouldStop },
    );
    if (!isWhole) for (const rule of own) ledger.leaveOut(rule, 'its paths ask by which way a place is reached, and there are more than a million ways');
  }
  return [...ruleset.notes, ...overrides.flatMap(({ notes }) => notes), ...ledger.findings, ...on.flatMap((rule) => answersOf(rule, contract, root, ledger))];
}

/** What Breakwater's own rules answer is told under the name by which the ruleset knows it. */
function answersOf({ asks = [], id, severity }: DataRule, { model, format }: Contract, root: Node, ledger: Ledger): readonly Finding[] {
  if (!model || !format || severity === 'off') return [];
  const rules = asks.flatMap(({ rule, on }) => format.rules.filter((one) => one.id === rule).map((one) => (on ? { ...one, on } : one)));
  const answers = rules.length > 0 ? lint(model, rules, { severityOf: () => 'warn' }) : [];
  return answers.map(({ at, message, fingerprint }) => ({
    ...ledger.findingOf(id, severity, message, root),
    at,
    fingerprint: fingerprintOf(id, fingerprint),
  }));
}
