import type { Subject } from '../finding/finding.ts';
import { fromRoot } from '../policy/configure.ts';
import { type Selector, selects, selectsSubject } from '../policy/selector.ts';
import type { Settings } from './checker.ts';
import type { Element } from './element.ts';
import type { LintOptions } from './lint.ts';
import { isOn } from './preset.ts';
import { usageOf } from './usage.ts';

/** As which a rule is told where no override says otherwise, and whether one turns it on. Who sets options of a rule wants it. */
export function switchesOf({
  severities,
  preset = 'recommended',
  ruleSets = [],
  options,
  overrides = [],
}: Settings): Required<Pick<LintOptions, 'severityOf' | 'mayBeOn'>> {
  return {
    severityOf: (rule) =>
      severities?.get(rule.id) ??
      ruleSets.flatMap((name) => rule.sets?.[name] ?? []).at(-1) ??
      (isOn(rule, preset) || options?.has(rule.id) ? rule.severity : 'off'),
    mayBeOn: ({ id }) => overrides.some((override) => (override.severities.get(id) ?? 'off') !== 'off'),
  };
}

/** What settings mean for the rules of one model. */
export function lintOptionsOf(settings: Settings, model: Element): LintOptions {
  const { options, shouldStop } = settings;
  const groupOf = groupingOf(settings);
  return {
    ...switchesOf(settings),
    optionsOf: (id, uri, subject) => optionsIn(settings, id, uri, subject) ?? options?.get(id),
    ...(groupOf && { usage: usageOf(model, groupOf) }),
    ...(shouldStop && { shouldStop }),
  };
}

function optionsIn({ overrides = [], folder }: Settings, id: string, uri: string, subject: Subject | undefined): object | undefined {
  return overrides.findLast((override) => override.options.has(id) && selects(override, fromRoot(folder, uri), subject))?.options.get(id);
}

/** Subjects for which all settings are alike have one key; `undefined` where settings ask for no subjects. */
export function groupingOf({ overrides = [], ignore = [] }: Settings): ((subject: Subject) => string) | undefined {
  const selectors: readonly Selector[] = [...overrides, ...ignore].filter(({ paths, operations, tags }) => paths ?? operations ?? tags);
  return selectors.length === 0 ? undefined : (subject) => selectors.map((selector) => (selectsSubject(selector, subject) ? '1' : '0')).join('');
}
