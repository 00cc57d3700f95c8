import type { Finding } from '../finding/finding.ts';

/** Everything a reporter may say. */
export interface Report {
  readonly tool: { readonly name: 'breakwater'; readonly version: string };
  /** Sorted by uri. */
  readonly contracts: readonly ContractReport[];
  /** Of all contracts, sorted by place. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** What could not be checked at all: one line each. */
  readonly failures: readonly Failure[];
  /** What a reader has to know of how it was checked: one sentence each. */
  readonly notes?: readonly string[];
  /** Of a check that is a part of a larger one, or that is told elsewhere. */
  readonly run?: Run;
}

/** What whoever folds reports has to know of where one comes from. */
export interface Run {
  /** Whether something is over the bar or could not be checked. */
  readonly failed: boolean;
  /** The commits that places are of; without a base nothing was compared. */
  readonly head: string;
  readonly base?: string;
  readonly pullRequest?: { readonly number: number; readonly head: string };
  readonly shard?: Shard;
}

/** One of several checks that have shared the contracts among them. */
export interface Shard {
  /** From one on. */
  readonly index: number;
  readonly of: number;
  /** A digest of the names of all contracts: shards that have shared the same ones say the same. */
  readonly contracts: string;
  /** Acceptances that nothing in this part needs; what another part uses is not stale. */
  readonly unused?: readonly Finding[];
  /** What is to be said of replies that accept nothing in this part, if they accept nothing in the others either. */
  readonly unmatched?: readonly string[];
}

export interface ContractReport {
  readonly uri: string;
  /** As people write it: `OpenAPI 3.1`. */
  readonly format?: string;
  /** How the base was chosen, e.g. `main (1a2b3c4, merge base)`. */
  readonly base?: string;
  readonly compared: boolean;
  /** What became of it as a whole, where it was not simply there before and after. */
  readonly state?: 'new' | 'removed' | 'moved';
  /** Of one that was moved, where it was. */
  readonly previously?: string;
  /** Schema facts that were decided by proof, and those that were not. */
  readonly proved: number;
  readonly undecided: number;
  /** The part of the version that has to rise. */
  readonly needs?: 'major' | 'minor' | 'patch';
  readonly versions?: { readonly base: string; readonly head: string };
  /** Whether the version rose as the changes ask for; where they ask for nothing, or no version is said, it is not there. */
  readonly raised?: boolean;
}

export interface Failure {
  readonly uri?: string;
  readonly message: string;
}

export interface Summary {
  readonly breaking: number;
  readonly dangerous: number;
  readonly compatible: number;
  /** Changes that somebody has agreed to; they are in none of the other numbers. */
  readonly accepted: number;
  /** Findings that their author knows of; they are in none of the other numbers, and not in the report. */
  readonly suppressed: number;
  /** Findings of rules that the base has too; they are in none of the other numbers. */
  readonly inBase: number;
  /** Findings that the baseline knows; they are in none of the other numbers, and not in the report. */
  readonly baseline: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Changes are counted by verdict, everything else by severity. */
export function summaryOf(all: readonly Finding[]): Summary {
  const findings = all.filter(({ suppressed }) => suppressed === undefined);
  const count = (matches: (finding: Finding) => boolean) => findings.filter(matches).length;
  const isChange = ({ kind, accepted }: Finding) => kind === 'change' && !accepted;
  const isOther = ({ kind, inBase }: Finding) => kind !== 'change' && !inBase;
  return {
    breaking: count((finding) => isChange(finding) && finding.verdict === 'breaking'),
    dangerous: count((finding) => isChange(finding) && finding.verdict === 'dangerous'),
    compatible: count((finding) => isChange(finding) && finding.verdict === 'compatible'),
    accepted: count(({ accepted }) => accepted !== undefined),
    suppressed: all.length - findings.length,
    inBase: count(({ inBase }) => inBase === true),
    baseline: 0,
    errors: count((finding) => isOther(finding) && finding.severity === 'error'),
    warnings: count((finding) => isOther(finding) && finding.severity === 'warn'),
    infos: count((finding) => isOther(finding) && (finding.severity === 'info' || finding.severity === 'hint')),
  };
}
