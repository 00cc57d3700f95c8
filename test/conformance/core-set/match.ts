import type { Told } from './peer.ts';

export interface Match {
  readonly same: number;
  readonly onlyOurs: readonly Told[];
  readonly onlyTheirs: readonly Told[];
}

/** The same place is one of which the other is a part: one marks the operation, the other its key `responses`. Each counts once, the nearest first. */
export function match(ours: readonly Told[], theirs: readonly Told[]): Match {
  const left = [...theirs];
  const onlyOurs: Told[] = [];
  let same = 0;
  // The deepest first, so that a place in an operation does not take the operation's own.
  for (const one of ours.toSorted((a, b) => b.pointer.length - a.pointer.length)) {
    const at = nearest(one.pointer, left);
    if (at < 0) onlyOurs.push(one);
    else {
      left.splice(at, 1);
      same++;
    }
  }
  return { same, onlyOurs, onlyTheirs: left };
}

function nearest(pointer: string, all: readonly Told[]): number {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (const [i, other] of all.entries()) {
    const isPart = pointer === other.pointer || pointer.startsWith(`${other.pointer}/`) || other.pointer.startsWith(`${pointer}/`);
    const apart = Math.abs(pointer.length - other.pointer.length);
    if (isPart && apart < distance) [best, distance] = [i, apart];
  }
  return best;
}
