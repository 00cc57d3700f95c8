import type { Finding, Location } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Policy } from './policy.ts';

/** Findings that there were already when a project began to be checked. */
export interface Baseline {
  /** By fingerprint. */
  readonly entries: ReadonlyMap<string, BaselineEntry>;
}

export interface BaselineEntry {
  readonly rule: string;
  /** The contract in which it was found. */
  readonly contract: string;
  readonly count: number;
  /** Where the baseline says so. */
  readonly at: Location;
}

export const baselineStale: Policy = { id: 'baseline-stale', severity: 'info', marks: 'unused' };

export interface NotInBaseline {
  readonly findings: readonly Finding[];
  /** How many are in the baseline. */
  readonly known: number;
  /** Entries of the baseline that are worth taking away. */
  readonly stale: readonly Finding[];
}

/** What is not in the baseline. Of equal findings as many are known as were counted; `contracts` are those that were looked at, `problems` those that may be known. */
export function beyondBaseline(
  findings: readonly Finding[],
  { entries }: Baseline,
  contracts: ReadonlySet<string>,
  problems: ReadonlySet<string>,
): NotInBaseline {
  const left = new Map([...entries].map(([fingerprint, { count }]) => [fingerprint, count]));
  const more = findings.filter((finding) => {
    const key = keyOf(finding);
    const count = canBeKnown(finding, problems) ? (left.get(key) ?? 0) : 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const stale = [...entries].flatMap(([fingerprint, entry]) => {
    const unneeded = left.get(fingerprint) ?? 0;
    return unneeded > 0 && contracts.has(entry.contract) ? [told(fingerprint, entry, unneeded)] : [];
  });
  return { findings: more, known: findings.length - more.length, stale };
}

/** What tells of a change or of these lists themselves is of today, and that a text cannot be read is never known. */
export function canBeKnown({ kind, ruleId, suppressed }: Finding, problems: ReadonlySet<string>): boolean {
  return (kind === 'rule' || (kind === 'problem' && problems.has(ruleId))) && suppressed === undefined;
}

/** Equal findings of one report have numbers behind their fingerprint. */
export function keyOf({ fingerprint }: Finding): string {
  return fingerprint.replace(/-\d+$/, '');
}

function told(fingerprint: string, { rule, contract, count, at }: BaselineEntry, unneeded: number): Finding {
  const message = `The baseline has ${count} of \`${rule}\` here in \`${contract}\`, and ${unneeded === count ? 'none is' : `only ${count - unneeded} of them are`} left.`;
  const { id, severity } = baselineStale;
  return {
    kind: 'policy',
    ruleId: id,
    severity,
    message,
    data: { fingerprint, rule, count, unneeded },
    at,
    related: [],
    fingerprint: fingerprintOf(id, fingerprint),
  };
}

/** The text of a baseline of these findings, in an order that does not change when findings move. */
export function baselineText(found: readonly { readonly contract: string; readonly finding: Finding }[], problems: ReadonlySet<string>): string {
  const entries = new Map<string, { rule: string; contract: string; count: number }>();
  for (const { contract, finding } of found.filter(({ finding: one }) => canBeKnown(one, problems))) {
    const key = keyOf(finding);
    entries.set(key, { rule: finding.ruleId, contract, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...entries].sort(([a, one], [b, other]) => compare([one.contract, one.rule, a], [other.contract, other.rule, b]));
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(sorted) }, null, 2)}\n`;
}

function compare(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
