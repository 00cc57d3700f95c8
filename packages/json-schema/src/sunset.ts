import type { Beyond, Lifecycle } from '@breakwater/core';

/** How the announced end of something moved; `null` for no day. */
export interface SunsetMove {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether there is less time than was promised, or nobody knows how much. */
  readonly isWorse: boolean;
}

/** `undefined` if it did not move, or if nothing was deprecated before: that is another fact. */
export function sunsetMove(before: Lifecycle, after: Lifecycle): SunsetMove | undefined {
  const { sunset: from = null } = before;
  const { sunset: to = null } = after;
  if (from === to || !before.deprecated || !after.deprecated) return undefined;
  return { from, to, isWorse: from !== null && (to === null || to < from) };
}

/** Nothing changes on the wire before that day comes; but who planned for the old one has to hurry. */
export function beyondSunset({ isWorse }: SunsetMove): Beyond {
  return { semantic: isWorse ? 'breaking' : 'compatible' };
}

export function sunsetMessage(label: string, { from, to }: SunsetMove): string {
  if (to === null) return `The sunset of ${label} on ${from} was taken away, but it is still deprecated.`;
  return from === null ? `The sunset of ${label} is now ${to}.` : `The sunset of ${label} moved from ${from} to ${to}.`;
}
