import type { Finding } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { neededBump } from './needed-bump.ts';
import type { Policy } from './policy.ts';
import type { VersionPolicy, Versions } from './version-bump.ts';
import { formOf } from './version-scheme.ts';

export const needlessMajorBump: Policy = { id: 'needless-major-bump', severity: 'info' };

/** One finding if the major version rose although no change hurts anybody. What could not be read may be the reason, so then nothing is told. */
export function questionMajor(findings: readonly Finding[], { base, head, at }: Versions, policy?: VersionPolicy): readonly Finding[] {
  const [before, after] = [formOf(base), formOf(head)];
  if (before?.scheme !== 'semver' || after?.scheme !== 'semver' || (policy !== undefined && policy !== 'semver')) return [];
  // The first major version says that it is stable now.
  const [major, minor, patch] = before.core;
  if (major === 0n || after.core[0] <= major || findings.some(isReason)) return [];
  const enough = neededBump(findings) === 'minor' ? `minor version (\`${major}.${minor + 1n}.0\`)` : `patch version (\`${major}.${minor}.${patch + 1n}\`)`;
  const message = `The version went from \`${base}\` to \`${head}\`, and no change was found that hurts anybody: a new ${enough} would do.`;
  const { id: ruleId, severity } = needlessMajorBump;
  return [{ kind: 'policy', ruleId, severity, message, data: { base, head }, at, related: [], fingerprint: fingerprintOf(ruleId, at.uri, message) }];
}

/** Also what is excused, or breaks those alone who did not ask: a major version is a good place for it. */
function isReason({ kind, impact, audiences, verdict }: Finding): boolean {
  if (kind !== 'change') return kind === 'problem';
  return [impact?.backward, verdict, ...Object.values(audiences ?? {})].some((one) => one !== undefined && one !== 'compatible');
}
