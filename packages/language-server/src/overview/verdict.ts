import { type Checker, neededBump, nextVersion, requireBump, type Summary, summaryOf } from '@breakwater/core';
import type { BaseName } from '../session/base.ts';
import type { Result } from '../session/result.ts';

/** What somebody who edits a contract has to know of it in one glance. */
export interface Verdict {
  readonly uri: string;
  /** What it was, or would be, compared with. */
  readonly base: BaseName | undefined;
  /** `new`: the base has no such contract. `unreadable`: as it is now, it cannot be compared. */
  readonly state: 'compared' | 'no-base' | 'new' | 'unreadable';
  readonly summary: Summary;
  /** The version that the changes ask for, as far as it can be said. */
  readonly needs: string | undefined;
  /** Whether the contract has such a version already. */
  readonly isRaised: boolean;
}

export function verdictOf(checker: Checker, { contract, before, base, findings, settings }: Result, wanted: BaseName | undefined): Verdict {
  const versions = before && checker.versions(before, contract);
  const bump = neededBump(findings);
  return {
    uri: contract.snapshot.entry,
    base: base ?? wanted,
    state: before ? 'compared' : wanted === undefined ? 'no-base' : contract.incomparable === undefined ? 'new' : 'unreadable',
    summary: summaryOf(findings),
    needs: versions && bump && settings.versionPolicy !== 'none' ? nextVersion(versions.base, bump, settings.today) : undefined,
    isRaised: versions === undefined || requireBump(findings, versions, settings.versionPolicy).length === 0,
  };
}
