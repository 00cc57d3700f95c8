/** What a suite says of a pair of versions; `silent`: the two are one. */
export type Expected = 'breaking' | 'compatible' | 'silent';

/** What we say of it: the worst that is told. `unknown`: the pair was not compared. */
export type Ours = 'breaking' | 'dangerous' | 'compatible' | 'silent' | 'unknown';

/** A pair of versions and what a suite expects of it; `undefined` where it states nothing. */
export interface SuiteCase {
  readonly id: string;
  readonly base: string;
  readonly head: string;
  readonly expected: Expected | undefined;
}

export interface Outcome {
  readonly id: string;
  readonly expected: Expected;
  readonly ours: Ours;
  /** Whether a finding that breaks shows a value as proof. */
  readonly witnessed: boolean;
  /** Whether the suite itself looked for a value that shows what it expects, and found none. */
  readonly isUnsupported?: boolean;
  /** Findings about schemas that break and neither show a value nor say why there is none. */
  readonly bare: readonly string[];
  /** One line for each finding, for people. */
  readonly told: readonly string[];
}

/**
 * A break that a suite states has to be told as one, or at least as dangerous: what may break is not passed over. One that it
 * does not state is not to be told as one.
 */
export function agrees({ expected, ours }: Pick<Outcome, 'expected' | 'ours'>): boolean {
  switch (expected) {
    case 'breaking':
      return ours === 'breaking' || ours === 'dangerous';
    case 'compatible':
      return ours !== 'breaking' && ours !== 'unknown';
    case 'silent':
      return ours === 'silent';
  }
}
