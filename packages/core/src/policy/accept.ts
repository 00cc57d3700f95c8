import type { Acceptance, Finding, Location } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Policy } from './policy.ts';

/** An acceptance, and where it is written. */
export interface AcceptanceEntry extends Acceptance {
  readonly at: Location;
}

export const acceptanceExpired: Policy = { id: 'acceptance-expired', severity: 'warn' };
export const acceptanceStale: Policy = { id: 'acceptance-stale', severity: 'info', marks: 'unused' };

/**
 * Marks the changes that somebody has agreed to; they are told and fail nothing. An acceptance whose last day is over counts no
 * more, and one that no change needs is worth taking away. Give it the findings of all contracts that the acceptances are for.
 */
export function accept(findings: readonly Finding[], entries: readonly AcceptanceEntry[], today: string): readonly Finding[] {
  const byFingerprint = new Map(entries.map((entry) => [entry.fingerprint, entry]));
  const used = new Set<AcceptanceEntry>();
  const marked = findings.map((finding) => {
    const entry = finding.kind === 'change' && finding.verdict !== 'compatible' ? byFingerprint.get(finding.fingerprint) : undefined;
    if (!entry) return finding;
    used.add(entry);
    const { at: _, ...accepted } = entry;
    return isExpired(entry, today) ? finding : { ...finding, accepted };
  });
  const expired = entries
    .filter((entry) => used.has(entry) && isExpired(entry, today))
    .map((entry) => told(acceptanceExpired, entry, `The acceptance of \`${entry.fingerprint}\` ended on ${entry.until}.`));
  const stale = entries
    .filter((entry) => !used.has(entry))
    .map((entry) => told(acceptanceStale, entry, `No change needs the acceptance of \`${entry.fingerprint}\` any more.`));
  return [...marked, ...expired, ...stale];
}

/** Days as `2026-12-31` compare as text. */
function isExpired({ until }: Acceptance, today: string): boolean {
  return until !== undefined && until < today;
}

function told({ id, severity }: Policy, { at, fingerprint, reason }: AcceptanceEntry, message: string): Finding {
  return { kind: 'policy', ruleId: id, severity, message, data: { fingerprint, reason }, at, related: [], fingerprint: fingerprintOf(id, fingerprint) };
}
