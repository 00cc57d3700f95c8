import type { Direction, Impact, Verdict } from '../finding/finding.ts';

/** What happened to the set of values that a place admits. `changed`: some values went and others came, or nobody knows. */
export type Move = 'narrowed' | 'widened' | 'changed';

/**
 * The whole theory of compatibility, in one table:
 * a provider may accept more (`input`) and produce less (`output`), never the other way round.
 * Forward compatibility is the same question with before and after exchanged.
 */
export function impactOf(move: Move, direction: Direction): Impact {
  if (move === 'changed') return { backward: 'breaking', forward: 'breaking' };
  const breaksBackward = (direction === 'input') === (move === 'narrowed');
  return breaksBackward ? { backward: 'breaking', forward: 'compatible' } : { backward: 'compatible', forward: 'breaking' };
}

/** One level less, for what is suspected and not proved. */
export function lowered({ backward, forward }: Impact): Impact {
  return { backward: lower(backward), forward: lower(forward) };
}

function lower(verdict: Verdict): Verdict {
  return verdict === 'breaking' ? 'dangerous' : verdict;
}

const RANK: Readonly<Record<Verdict, number>> = { compatible: 0, dangerous: 1, breaking: 2 };

export function worseVerdict(a: Verdict, b: Verdict): Verdict {
  return RANK[a] >= RANK[b] ? a : b;
}

export type Mode = 'BACKWARD' | 'FORWARD' | 'FULL' | 'NONE';

export const HARMLESS: Impact = { backward: 'compatible', forward: 'compatible' };
