import type { Stretches } from './source-file.ts';

/** Up to `from` two texts are equal, and from `to` of the old and `to + by` of the new one on. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** One change after another, as one. */
export function joinedChange(first: TextChange, { from, to, by }: TextChange): TextChange {
  return { from: Math.min(first.from, from), to: Math.max(first.to, to - first.by), by: first.by + by };
}

/** Where two texts differ. Blocks are compared as wholes first, which is done by the machine and not by us. */
export function changeBetween(before: Stretches, after: Stretches): TextChange {
  const shorter = Math.min(before.length, after.length);
  const from = equalFor(shorter, (at, length) => before.slice(at, at + length) === after.slice(at, at + length));
  const tail = equalFor(
    shorter - from,
    (at, length) => before.slice(before.length - at - length, before.length - at) === after.slice(after.length - at - length, after.length - at),
  );
  return { from, to: before.length - tail, by: after.length - before.length };
}

const BLOCK = 65_536;

function equalFor(most: number, isEqual: (at: number, length: number) => boolean): number {
  let at = 0;
  for (let length = BLOCK; length >= 1; length = length === 1 ? 0 : length / 16) {
    while (at + length <= most && isEqual(at, length)) at += length;
  }
  return at;
}
