import type { Finding } from '../finding/finding.ts';
import { configure } from '../policy/configure.ts';
import { POLICIES } from '../policy/policies.ts';
import { suppress } from '../policy/suppress.ts';
import { SETTABLE_PROBLEMS } from '../problems/problems.ts';
import { suppressionsIn } from '../workspace/suppressions-in.ts';
import type { Contract, Settings } from './checker.ts';
import type { Format } from './format.ts';
import { switchesOf } from './lint-options.ts';

/** Whether findings are those of rules or those of a comparison. */
export type Told = 'rules' | 'changes';

/** Marks what the texts of a contract say is known; in a comparison not what kept a part from being compared. Only what was judged just now can be found to be unused. */
export function markSuppressed(
  contract: Contract,
  findings: readonly Finding[],
  told: Told,
  formats: readonly Format[],
  settings: Settings,
): readonly Finding[] {
  const suppressions = [...contract.snapshot.files.values()].flatMap(suppressionsIn);
  if (suppressions.length === 0 || (told === 'changes' && settings.trustsHead === false)) return findings;
  const judged = judgedIds(told, formats, settings);
  const ofPacks = (settings.packs ?? []).flatMap(({ ids }) => [...ids]);
  if (told === 'rules') for (const id of ofPacks) judged.add(id);
  const options = { known: new Set([...knownIds(formats, told === 'rules'), ...ofPacks]), isJudged: (id: string) => judged.has(id), tells: told === 'rules' };
  const marked = suppress(findings, suppressions, options);
  return [...marked.slice(0, findings.length), ...configure(marked.slice(findings.length), settings)];
}

function knownIds(formats: readonly Format[], problems: boolean): ReadonlySet<string> {
  const all = [...(problems ? SETTABLE_PROBLEMS : []), ...POLICIES, ...formats.flatMap(({ rules, changes }) => [...rules, ...changes])];
  return new Set(all.map(({ id }) => id));
}

function judgedIds(told: Told, formats: readonly Format[], settings: Settings): Set<string> {
  if (told === 'changes') return new Set(formats.flatMap(({ changes }) => changes.map(({ id }) => id)));
  const { severityOf, mayBeOn } = switchesOf(settings);
  const rules = formats.flatMap((format) => format.rules).filter((rule) => severityOf(rule) !== 'off' || mayBeOn(rule));
  return new Set([...SETTABLE_PROBLEMS, ...rules].map(({ id }) => id));
}
