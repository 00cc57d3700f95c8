import { type Catalog, type CatalogEntry, isOn, POLICIES, PRESETS, type Rule, SETTABLE_PROBLEMS } from '@breakwater/core';
import { FORMATS } from './formats.ts';
import { ruleInfoOf } from './guide.ts';

/** All that a configuration can set. */
export function catalog(): Catalog {
  const entries: readonly CatalogEntry[] = [
    ...SETTABLE_PROBLEMS.map((problem) => ({ ...of(problem), kind: 'problem' as const })),
    ...FORMATS.flatMap(({ rules }) => rules.map((rule) => ({ ...of(rule), kind: 'rule' as const, ...ofRule(rule) }))),
    ...FORMATS.flatMap(({ changes }) => changes.map(({ id }) => ({ ...of({ id, severity: 'error' }), kind: 'change' as const }))),
    ...POLICIES.map((policy) => ({ ...of(policy), kind: 'policy' as const })),
  ];
  return new Map(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => [entry.id, entry]));
}

function of({ id, severity }: Pick<CatalogEntry, 'id' | 'severity'>) {
  return { id, severity, summary: ruleInfoOf(id)?.summary ?? '' };
}

function ofRule(rule: Rule): Pick<CatalogEntry, 'presets' | 'sets' | 'options'> {
  return {
    presets: PRESETS.filter((preset) => isOn(rule, preset)),
    ...(rule.sets && { sets: Object.keys(rule.sets) }),
    ...(rule.options && { options: rule.options }),
  };
}
