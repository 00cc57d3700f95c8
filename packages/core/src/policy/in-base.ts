import type { Finding } from '../finding/finding.ts';
import { canBeKnown, keyOf } from './baseline.ts';

/** The findings of rules that a base has, and whether it is the same contract under another name: then its fingerprints are others. */
export interface BaseFindings {
  readonly findings: readonly Finding[];
  readonly isRenamed: boolean;
}

/** Marks what the base has too, as often as it has it: who changes something else did not bring it. `problems` are those that may be known. */
export function markInBase(findings: readonly Finding[], base: BaseFindings, problems: ReadonlySet<string>): readonly Finding[] {
  const identityOf = base.isRenamed ? ({ ruleId, message, at }: Finding) => JSON.stringify([ruleId, message, at.pointer]) : keyOf;
  const left = new Map<string, number>();
  for (const finding of base.findings.filter((one) => canBeKnown(one, problems))) left.set(identityOf(finding), (left.get(identityOf(finding)) ?? 0) + 1);
  return findings.map((finding) => {
    const count = canBeKnown(finding, problems) ? (left.get(identityOf(finding)) ?? 0) : 0;
    if (count === 0) return finding;
    left.set(identityOf(finding), count - 1);
    return { ...finding, inBase: true as const };
  });
}
