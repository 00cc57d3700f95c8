import type { Finding, Location } from '../finding/finding.ts';
import { fingerprintOf } from '../finding/fingerprint.ts';
import { type Bump, neededBump } from './needed-bump.ts';
import { nextVersion } from './next-version.ts';
import type { Policy } from './policy.ts';
import { formOf, orderOf, type VersionForm } from './version-scheme.ts';

/** The versions that the two contracts call themselves, and where the head says so. */
export interface Versions {
  readonly base: string;
  readonly head: string;
  readonly at: Location;
}

export const versionBump: Policy = { id: 'version-bump', severity: 'warn' };

/** What versions are; where nobody says it, each is taken for what it looks like. `none`: no version is asked to rise. */
export const VERSION_POLICIES = ['semver', 'date', 'sequence', 'none'] as const;
export type VersionPolicy = (typeof VERSION_POLICIES)[number];

/** One finding if the version did not rise as these changes ask for, or is not what versions are here. */
export function requireBump(findings: readonly Finding[], versions: Versions, policy?: VersionPolicy): readonly Finding[] {
  const needed = neededBump(findings);
  const message = policy === 'none' ? undefined : (wrongScheme(versions, needed, policy) ?? complaintOf(versions, needed));
  if (message === undefined) return [];
  const { base, head, at } = versions;
  const data = { base, head, needs: neededBump(findings) ?? 'none' };
  const fingerprint = fingerprintOf(versionBump.id, at.uri, message);
  return [{ kind: 'policy', ruleId: versionBump.id, severity: versionBump.severity, message, data, at, related: [], fingerprint }];
}

const NOUN = { semver: 'semantic version', date: 'date', sequence: 'number' } as const;

function wrongScheme({ head }: Versions, needed: Bump | undefined, policy: keyof typeof NOUN | undefined): string | undefined {
  if (needed === undefined || policy === undefined || isAsked(head, policy)) return undefined;
  return `The version \`${head}\` is no ${NOUN[policy]}, which versions are here by the version policy.`;
}

/** Whether a version is what versions are here. */
export function isAsked(version: string, policy: VersionPolicy | undefined): boolean {
  return policy === undefined || policy === 'none' || formOf(version)?.scheme === policy;
}

/** Whether the version rose as the changes ask for. What nobody notices may keep the version. */
export function isRaised(versions: Pick<Versions, 'base' | 'head'>, needed: Bump): boolean {
  return complaintOf(versions, needed) === undefined;
}

function complaintOf({ base, head }: Pick<Versions, 'base' | 'head'>, needed: Bump | undefined): string | undefined {
  const [before, after] = [formOf(base), formOf(head)];
  const order = before && after && orderOf(before, after);
  if (order !== undefined && order > 0) return `The version went backwards, from \`${base}\` to \`${head}\`.`;
  if (needed === undefined || needed === 'patch') return undefined;
  const hasMoved = base !== head && order !== 0;
  if (hasMoved && isEnough(before, after, needed)) return undefined;
  const moved = base === head ? `is still \`${base}\`` : `went only from \`${base}\` to \`${head}\``;
  return `${needed === 'major' ? 'Breaking changes' : 'Changes that clients can see'} ask for ${wantedOf(base, before, needed)}, but the version ${moved}.`;
}

/** Only semantic versions say how much changed; of all others it is enough that they rose. */
function isEnough(before: VersionForm | undefined, after: VersionForm | undefined, needed: Bump): boolean {
  if (before?.scheme !== 'semver' || after?.scheme !== 'semver' || isUnstable(before)) return true;
  const [major, minor] = [after.core[0] > before.core[0], after.core[1] > before.core[1]];
  return major || (needed === 'minor' && minor);
}

/** Anything may change in 0.y.z and before a release (SemVer 2.0.0, items 4 and 9). */
function isUnstable({ core, pre }: VersionForm & { scheme: 'semver' }): boolean {
  return core[0] === 0n || pre.length > 0;
}

function wantedOf(base: string, before: VersionForm | undefined, needed: Bump): string {
  switch (before?.scheme) {
    case 'semver':
      return isUnstable(before) ? 'a new version' : `a new ${needed} version (\`${nextVersion(base, needed)}\`)`;
    case 'date':
      return 'a later date';
    case 'sequence':
      return `the next number (\`${nextVersion(base, needed)}\`)`;
    case undefined:
      return 'a new version';
  }
}
