import type { Explained, Ground } from './explained.ts';
import { agrees, type Outcome } from './outcome.ts';

export interface Score {
  readonly suite: string;
  readonly agreed: readonly Outcome[];
  /** The part of `agreed` where a break that is expected is told as dangerous only. */
  readonly dangerous: number;
  readonly explained: readonly (readonly [Outcome, Ground])[];
  readonly unexplained: readonly Outcome[];
  /** Cases of which the suite states nothing that can be compared. */
  readonly unstated: number;
  /** Not compared, explained or not. */
  readonly unknown: number;
  /** Rows that no case needs any more: it agrees, says something else now, or is gone. */
  readonly stale: readonly Explained[];
  /** Cases with a break about a schema that shows neither a value nor why there is none. */
  readonly bare: readonly Outcome[];
}

export function scoreOf(suite: string, outcomes: readonly Outcome[], list: readonly Explained[], unstated = 0): Score {
  const agreed = outcomes.filter(agrees);
  const apart = outcomes.filter((outcome) => !agrees(outcome));
  const explained = apart.flatMap((outcome) => {
    const row = list.find((one) => explains(one, outcome));
    return row ? [[outcome, row.ground] as const] : [];
  });
  return {
    suite,
    agreed,
    dangerous: agreed.filter(({ expected, ours }) => expected === 'breaking' && ours === 'dangerous').length,
    explained,
    unexplained: apart.filter((outcome) => !list.some((row) => explains(row, outcome))),
    unstated,
    unknown: outcomes.filter(({ ours }) => ours === 'unknown').length,
    stale: list.filter((row) => !apart.some((outcome) => explains(row, outcome))),
    bare: outcomes.filter(({ bare }) => bare.length > 0),
  };
}

/** A row is about one disagreement as it is now, and what it rests on has to be there. */
function explains({ id, expected, ours, ground }: Explained, outcome: Outcome): boolean {
  if (id !== outcome.id || expected !== outcome.expected || ours !== outcome.ours) return false;
  if (ground === 'witness') return outcome.witnessed;
  return ground !== 'no witness' || (outcome.isUnsupported === true && ours === 'compatible');
}

export function hasFailed({ unexplained, stale, bare }: Score): boolean {
  return unexplained.length + stale.length + bare.length > 0;
}
