import { escapeUnsafe } from '@breakwater/core';
import type { Verdict } from './verdict.ts';

/** `3 breaking since main → needs 2.0.0`: the worst of it, and what has to be done. */
export function statusText({ state, base, summary, needs, isRaised }: Verdict): string {
  const wrong = summary.errors > 0 ? `, ${counted(summary.errors, 'error')}` : '';
  const since = escapeUnsafe(base?.label ?? '');
  if (state === 'no-base') return `no base${wrong}`;
  if (state === 'new') return `new since ${since}${wrong}`;
  if (state === 'unreadable') return `not compared${wrong}`;
  const asks = needs === undefined || isRaised ? '' : ` → needs ${escapeUnsafe(needs)}`;
  return `${worstOf(summary)} since ${since}${asks}${wrong}`;
}

/** All of it, for who looks closer. */
export function statusDetail(verdict: Verdict): string {
  const { uri, state, base, summary } = verdict;
  const name = escapeUnsafe(uri);
  if (state === 'no-base') return `${name}: there is nothing to compare with.`;
  if (state !== 'compared') return `${name}: ${statusText(verdict)}.`;
  const { breaking, dangerous, compatible, accepted } = summary;
  const known = accepted > 0 ? `, ${accepted} accepted` : '';
  const commit = base?.key.length === 40 ? ` (${base.key.slice(0, 7)})` : '';
  return `${name}: ${breaking} breaking, ${dangerous} dangerous, ${compatible} compatible${known} since ${escapeUnsafe(base?.label ?? '')}${commit}.`;
}

function worstOf({ breaking, dangerous, compatible, accepted }: Verdict['summary']): string {
  if (breaking > 0) return `${breaking} breaking`;
  if (dangerous > 0) return `${dangerous} dangerous`;
  if (compatible > 0) return counted(compatible, 'compatible change');
  return accepted > 0 ? `${accepted} accepted` : 'no changes';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
