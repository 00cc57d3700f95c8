import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

/** Changes a draft in place at some place of it; `false` when there is no such place. */
export type Rewrite = (draft: Draft, random: Random) => boolean;

export function on<T>(places: (draft: Draft) => readonly T[], change: (place: T, draft: Draft, random: Random) => void): Rewrite {
  return (draft, random) => {
    const found = places(draft);
    const place = random.pick(found);
    if (place === undefined) return false;
    change(place, draft, random);
    return true;
  };
}
