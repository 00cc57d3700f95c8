import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import type { Suppression } from '../finding/suppression.ts';
import { nearest } from '../text/nearest.ts';
import type { Policy } from './policy.ts';

export const suppressionUnused: Policy = { id: 'suppression-unused', severity: 'warn', marks: 'unused' };
export const suppressionWithoutReason: Policy = { id: 'suppression-without-reason', severity: 'warn' };

export interface SuppressOptions {
  /** All that can be suppressed. That a text could not be read is not among it. */
  readonly known: ReadonlySet<string>;
  /** Whether findings of a rule would be here if there were any. */
  readonly isJudged: (ruleId: string) => boolean;
  /** Whether to tell of what is wrong in the suppressions themselves. */
  readonly tells: boolean;
}

/** Marks the findings that their author knows of, and tells of suppressions without a finding, a rule or a reason. */
export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[], options: SuppressOptions): readonly Finding[] {
  if (suppressions.length === 0) return findings;
  const byPlace = new Map<string, Suppression[]>();
  for (const one of suppressions) byPlace.set(placeOf(one), [...(byPlace.get(placeOf(one)) ?? []), one]);
  const used = new Set<Suppression>();
  const marked = findings.map((finding) => {
    const covering = options.known.has(finding.ruleId) ? placesOf(finding).flatMap((place) => byPlace.get(place) ?? []) : [];
    for (const one of covering) used.add(one);
    const [first] = covering;
    return first ? { ...finding, suppressed: first.reason } : finding;
  });
  return [...marked, ...suppressions.filter((one) => !used.has(one)).flatMap((one) => unused(one, options)), ...withoutReason(suppressions, options)];
}

function placeOf({ ruleId, at: { uri }, covers }: Suppression): string {
  return JSON.stringify([ruleId, uri, 'line' in covers ? covers.line : covers.pointer]);
}

/** Its line, the object that it stands at, and the one that holds that. */
function placesOf({ ruleId, at: { uri, start, pointer } }: Finding): readonly string[] {
  const holders = pointer === '' ? [''] : [pointer, pointer.slice(0, pointer.lastIndexOf('/'))];
  return [start.line, ...holders].map((place) => JSON.stringify([ruleId, uri, place]));
}

function unused(suppression: Suppression, { known, isJudged, tells }: SuppressOptions): readonly Finding[] {
  const { ruleId } = suppression;
  if (known.has(ruleId)) return isJudged(ruleId) ? [told(suppressionUnused, suppression, `There is no finding of \`${ruleId}\` here.`)] : [];
  if (!tells) return [];
  if (ruleId === '') return [told(suppressionUnused, suppression, 'It names no rule: write `# breakwater-ignore rule-id: reason`.')];
  const near = nearest(ruleId, [...known]);
  return [told(suppressionUnused, suppression, `There is no rule \`${ruleId.slice(0, 100)}\`${near === undefined ? '.' : `; did you mean \`${near}\`?`}`)];
}

function withoutReason(suppressions: readonly Suppression[], { tells }: SuppressOptions): readonly Finding[] {
  const bare = tells ? suppressions.filter(({ ruleId, reason }) => ruleId !== '' && reason === '') : [];
  return bare.map((one) => told(suppressionWithoutReason, one, `It does not say why \`${one.ruleId.slice(0, 100)}\` is known here.`));
}

function told({ id, severity }: Policy, { ruleId, at }: Suppression, message: string): Finding {
  const fingerprint = fingerprintOf(id, at.uri, at.pointer, ruleId, message);
  return { kind: 'policy', ruleId: id, severity, message, data: { ruleId }, at, related: [], fingerprint };
}
