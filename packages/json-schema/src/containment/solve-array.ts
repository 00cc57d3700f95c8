import type { Fact } from './fact.ts';
import type { Literal } from './literal.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import type { Inside } from './place.ts';

/** Longest array that is written. */
const MAX_ITEMS = 80_000;
/** Positions that are looked at one by one. */
const MAX_POSITIONS = 5_000;
/** Ways of putting demanded items at positions that are tried. */
const MAX_PLACEMENTS = 200;

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

interface ArrayStore {
  readonly least: number;
  readonly most: number;
  readonly items: readonly Of<'item'>[];
  readonly rests: readonly Of<'rest'>[];
  readonly somes: readonly Of<'some'>[];
  readonly few: readonly Of<'few'>[];
  readonly unique: boolean;
  readonly repeats: boolean;
  /** From this index on, every item is under the same demands. */
  readonly steady: number;
}

/** An array that meets all facts, or `none` when there is provably none. */
export function solveArray(facts: readonly Fact[], inside: Inside): Outcome {
  const store = storeOf(facts);
  if (store.least > store.most) return NONE;
  if (store.unique && store.repeats) return NONE;
  const most = longest(store, inside);
  if (typeof most !== 'number') return most;
  if (most < store.least || (store.repeats && most < 2)) return NONE;
  return placeAll(store, most, inside);
}

function storeOf(facts: readonly Fact[]): ArrayStore {
  const of = <K extends Fact['kind']>(kind: K) => facts.filter((fact): fact is Of<K> => fact.kind === kind);
  const items = of('item');
  const rests = of('rest');
  const somes = of('some');
  const unique = of('unique');
  return {
    least: Math.max(0, ...of('least').map(({ count }) => count)),
    most: Math.min(Infinity, ...of('most').map(({ count }) => count)),
    items,
    rests,
    somes,
    few: of('few'),
    unique: unique.some(({ sign }) => sign),
    repeats: unique.some(({ sign }) => !sign),
    steady: Math.max(0, ...items.map(({ index }) => index + 1), ...rests.map(({ from }) => from), ...somes.map(({ from }) => from)),
  };
}

function demandsAt({ items, rests }: ArrayStore, index: number): Literal[] {
  return [...items.filter((item) => item.index === index), ...rests.filter(({ from }) => from <= index)].map(({ literal }) => literal);
}

/** No array is longer than the first index that no item can fill. */
function longest(store: ArrayStore, inside: Inside): number | Outcome {
  for (let index = 0; index <= Math.min(store.steady, store.most - 1); index++) {
    if (index > MAX_POSITIONS) return unknown('`prefixItems` is too long');
    const { kind } = inside.solve(demandsAt(store, index));
    if (kind === 'none') return Math.min(index, store.most);
  }
  return store.most;
}

/** Which additional literals are put at which index. */
type Placement = ReadonlyMap<number, readonly Literal[]>;

function placeAll(store: ArrayStore, most: number, inside: Inside): Outcome {
  const demands = store.somes.flatMap((some, group) => Array.from({ length: Math.min(some.count, MAX_POSITIONS) }, () => ({ ...some, group })));
  // Enough positions for every demand to have its own.
  const positions = Math.min(most, store.steady + demands.length + (store.repeats ? 2 : 0));
  if (demands.length > 50) return unknown('`minContains` is too large to try');
  let tried = 0;
  let open: string | undefined;
  const place = (next: number, placement: Placement, taken: readonly number[]): Outcome => {
    const demand = demands[next];
    if (!demand) return finish(store, placement, most, inside);
    // Items of one group are alike: their order does not matter.
    const sameGroup = next > 0 && demands[next - 1]?.group === demand.group;
    const first = sameGroup ? (taken.at(-1) ?? -1) + 1 : demand.from;
    for (let index = Math.max(first, demand.from); index < positions; index++) {
      if (++tried > MAX_PLACEMENTS) return unknown('`contains` and `items` allow too many arrangements');
      const literals = [...(placement.get(index) ?? []), demand.literal];
      const fits = inside.solve([...demandsAt(store, index), ...literals]);
      if (fits.kind === 'none') continue;
      const rest = place(next + 1, new Map([...placement, [index, literals]]), [...taken, index]);
      if (rest.kind === 'found') return rest;
      if (rest.kind === 'unknown') open ??= rest.reason;
    }
    return open === undefined ? NONE : unknown(open);
  };
  return place(0, new Map(), []);
}

function finish(store: ArrayStore, placement: Placement, most: number, inside: Inside): Outcome {
  const length = Math.max(store.least, ...[...placement.keys()].map((index) => index + 1));
  if (length > most) return NONE;
  if (length > (store.unique ? MAX_POSITIONS : MAX_ITEMS)) return unknown('`minItems` is too large to write such an array');
  if (store.repeats) return finishRepeating(store, placement, Math.max(length, 2), most, inside);
  return fill(store, placement, length, inside);
}

function fill(store: ArrayStore, placement: Placement, length: number, inside: Inside): Outcome {
  const value: unknown[] = [];
  let failed: Outcome | undefined;
  // Behind this index all items are under the same demands, and one item does for all of them.
  const alikeFrom = store.unique || store.few.length > 0 ? length : Math.max(store.steady, ...[...placement.keys()].map((index) => index + 1));
  for (let index = 0; index < length; index++) {
    if (index > alikeFrom) {
      value.push(value[alikeFrom]);
      continue;
    }
    const literals = [...demandsAt(store, index), ...(placement.get(index) ?? [])];
    if (store.unique && value.length > 0) literals.push(inside.literal({ enum: [...value] }, false));
    const item = solveSparing(literals, store, value, inside);
    if (item.kind !== 'found') {
      failed = item;
      break;
    }
    value.push(item.value);
  }
  if (!failed) return found(value);
  if (failed.kind === 'unknown') return failed;
  // The items before were one choice of many; only when all positions are alike was there nothing to choose.
  const alike = store.steady === 0 && placement.size === 0 && store.few.length === 0;
  return !store.unique || alike ? NONE : unknown('`uniqueItems` left too many choices');
}

/** Avoids what may occur only a few times where something else will do. */
function solveSparing(literals: readonly Literal[], store: ArrayStore, before: readonly unknown[], inside: Inside): Outcome {
  const used = store.few.filter(({ literal, count }) => before.filter((item) => inside.holds(literal, item) === true).length >= count);
  if (store.few.length === 0) return inside.solve(literals);
  const sparing = inside.solve([...literals, ...store.few.map(({ literal }) => inside.opposite(literal))]);
  if (sparing.kind === 'found') return sparing;
  const forced = inside.solve([...literals, ...used.map(({ literal }) => inside.opposite(literal))]);
  return forced.kind === 'none' ? unknown('`maxContains` left too many choices') : forced;
}

/** Puts one value at two positions. */
function finishRepeating(store: ArrayStore, placement: Placement, length: number, most: number, inside: Inside): Outcome {
  // Two free positions behind everything that is placed.
  const last = Math.min(most, Math.max(length, store.steady) + 2);
  let open: string | undefined;
  for (let second = 1; second < last; second++) {
    for (let first = 0; first < second; first++) {
      const both = [first, second].flatMap((index) => [...demandsAt(store, index), ...(placement.get(index) ?? [])]);
      const shared = inside.solve(both);
      if (shared.kind === 'unknown') open ??= shared.reason;
      if (shared.kind !== 'found') continue;
      const pinned = [inside.literal({ const: shared.value }, true)];
      const rest = fill(store, new Map([...placement, [first, pinned], [second, pinned]]), Math.max(length, second + 1), inside);
      if (rest.kind === 'found') return rest;
      open ??= 'no array with two equal items was found';
    }
    if (second > 40) return unknown('`uniqueItems` over too many positions');
  }
  return open === undefined ? NONE : unknown(open);
}
