import { resolve, type Snapshot } from '@breakwater/core';
import { caseless, matchesPattern } from '@breakwater/json-schema';
import type { PatternText, Seen } from '../path/thing.ts';
import { Undecided } from './undecided.ts';

/** A contract as most rules see it, with what references mean in place of them; what leads nowhere stays as it is. */
export function resolvedView(snapshot: Snapshot): Seen {
  return { at: (node) => (node.kind === 'map' ? (resolve(snapshot, node) ?? node) : node), matches };
}

/** A contract as it is written. */
export const WRITTEN: Seen = { at: (node) => node, matches };

/** In linear time, whatever the expression is. */
export function matches({ source, flags }: PatternText, text: string): boolean {
  const read = flags.includes('i') ? caseless(source) : source;
  const found = flags.includes('m') && /[\^$]/.test(source) ? undefined : matchesPattern(flags.includes('s') ? withDotAll(read) : read, text);
  if (found === undefined) throw new Undecided(`what \`${source}\` matches cannot be told in bounded time`);
  return found;
}

/** `.` means a line end too; in a class it is only a point anyway. */
function withDotAll(source: string): string {
  return source.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]|\./gsu, (token) => (token === '.' ? '[\\s\\S]' : token));
}
