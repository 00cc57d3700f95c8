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

/** Which upgrade has to work: of the provider, of the consumer, of either, or of neither. */
export type Mode = 'BACKWARD' | 'FORWARD' | 'FULL' | 'NONE';

/** `_TRANSITIVE`: from every earlier version, not only from the last one. */
export const MODES = ['BACKWARD', 'FORWARD', 'FULL', 'NONE', 'BACKWARD_TRANSITIVE', 'FORWARD_TRANSITIVE', 'FULL_TRANSITIVE'] as const;
export type RegistryMode = (typeof MODES)[number];

export function isTransitive(mode: RegistryMode): boolean {
  return mode.endsWith('_TRANSITIVE');
}

/** What a mode asks of one pair of versions. */
export function upgradeOf(mode: RegistryMode): Mode {
  switch (mode) {
    case 'BACKWARD_TRANSITIVE':
      return 'BACKWARD';
    case 'FORWARD_TRANSITIVE':
      return 'FORWARD';
    case 'FULL_TRANSITIVE':
      return 'FULL';
    default:
      return mode;
  }
}

export const HARMLESS: Impact = { backward: 'compatible', forward: 'compatible' };
