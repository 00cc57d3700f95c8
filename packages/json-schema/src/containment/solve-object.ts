import type { Fact } from './fact.ts';
import { recordOf } from './json-value.ts';
import type { Literal } from './literal.ts';
import { isAmong, isCellAmong, literalsFor, literalsForCell, mayBeNamed, type ObjectStore, storeOf } from './object-store.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import type { Inside } from './place.ts';
import { matchesPattern } from './regex/matches.ts';

/** Patterns of which every combination is looked at. */
const MAX_PATTERNS = 6;
/** Largest object that is written. */
const MAX_PROPERTIES = 1_000;

type SomeKey = Extract<Fact, { kind: 'some-key' }>;
type Draft = Map<string, unknown>;

/** An object that meets all facts, or `none` when there is provably none. */
export function solveObject(facts: readonly Fact[], inside: Inside): Outcome {
  const store = storeOf(facts);
  const draft: Draft = new Map();
  let open: string | undefined;
  if (store.least > store.most || store.present.size > store.most) return NONE;
  for (const name of store.present) {
    const outcome = solveKey(store, name, [], inside);
    if (outcome.kind === 'none') return NONE;
    if (outcome.kind === 'unknown') open ??= outcome.reason;
    else draft.set(name, outcome.value);
  }
  for (const someKey of store.someKeys) {
    const outcome = addSomeKey(store, someKey, draft, inside);
    if (outcome.kind === 'none') return NONE;
    if (outcome.kind === 'unknown') open ??= outcome.reason;
  }
  if (open !== undefined) return unknown(open);
  const filled = fill(store, draft, inside);
  if (filled) return filled;
  return draft.size > store.most ? unknown('`maxProperties` leaves no room for what was found') : found(recordOf(draft));
}

/** A value for one property of the object, if it can be there at all. */
export function solveKey(store: ObjectStore, name: string, more: readonly Literal[], inside: Inside): Outcome {
  if (!mayBeNamed(store, name, inside)) return NONE;
  return inside.solve([...literalsFor(store, name), ...more]);
}

/** Finds a key as demanded, and puts it into the draft. `none` when no object of the store has such a key. */
export function addSomeKey(store: ObjectStore, { keys, named, literal }: SomeKey, draft: Draft, inside: Inside): Outcome {
  const extra = literal ? [literal] : [];
  let open: string | undefined;
  const full = store.present.size >= store.most;
  const names = [...store.present, ...(full ? [] : [...store.mentioned].filter((name) => !store.present.has(name)))];
  for (const name of names) {
    const among = isAmong(keys, name);
    const fits = named ? inside.holds(named, name) : true;
    if (among === false || fits === false) continue;
    const outcome = solveKey(store, name, extra, inside);
    if (outcome.kind === 'none') continue;
    if (outcome.kind === 'unknown' || among === undefined || fits === 'unknown') {
      open ??= outcome.kind === 'unknown' ? outcome.reason : 'a pattern for names cannot be tested';
      continue;
    }
    // A second demand on the same key would have to hold together with the first.
    if (draft.has(name) && extra.some((demand) => inside.holds(demand, draft.get(name)) !== true) && !store.present.has(name)) {
      open ??= 'two demands on one key';
      continue;
    }
    draft.set(name, outcome.value);
    return outcome;
  }
  const fresh = full ? NONE : addFreshKey(store, { keys, named, extra }, draft, inside);
  return fresh.kind === 'none' && open !== undefined ? unknown(open) : fresh;
}

interface Fresh {
  readonly keys: SomeKey['keys'];
  readonly named: Literal | undefined;
  readonly extra: readonly Literal[];
}

/** A key that nothing mentions. All such keys that match the same patterns are alike. */
function addFreshKey(store: ObjectStore, { keys, named, extra }: Fresh, draft: Draft, inside: Inside): Outcome {
  const patterns = [...store.patterns];
  if (patterns.length > MAX_PATTERNS) return unknown('`patternProperties` has too many patterns to combine');
  let open: string | undefined;
  for (let bits = 0; bits < 2 ** patterns.length; bits++) {
    const cell = new Set(patterns.filter((_, i) => bits & (1 << i)));
    if (!isCellAmong(keys, cell)) continue;
    const value = inside.solve([...literalsForCell(store, cell), ...extra]);
    if (value.kind === 'none') continue;
    const name = freshName(store, cell, named, draft, inside);
    if (name.kind === 'none') continue;
    if (value.kind === 'found' && name.kind === 'found' && typeof name.value === 'string') {
      draft.set(name.value, value.value);
      return value;
    }
    open ??= value.kind === 'unknown' ? value.reason : name.kind === 'unknown' ? name.reason : undefined;
  }
  return open === undefined ? NONE : unknown(open);
}

function freshName(store: ObjectStore, cell: ReadonlySet<string>, named: Literal | undefined, draft: Draft, inside: Inside): Outcome {
  const taken = [...store.mentioned, ...draft.keys()];
  const plain = plainName(new Set(taken));
  const fitsCell = [...store.patterns].every((source) => matchesPattern(source, plain) === cell.has(source));
  if (fitsCell && [...store.names, ...(named ? [named] : [])].every((literal) => inside.holds(literal, plain) === true)) return found(plain);
  const pattern = (source: string) => inside.literal({ pattern: source }, cell.has(source));
  const literals = [inside.literal({ type: 'string' }, true), ...store.names, ...[...store.patterns].map(pattern)];
  if (named) literals.push(named);
  if (taken.length > 0) literals.push(inside.literal({ enum: taken }, false));
  const outcome = inside.solve(literals);
  const shared = store.someKeys.length > 0 && [...draft.keys()].some((name) => !store.mentioned.has(name));
  return outcome.kind === 'none' && shared ? unknown('two demands may need the same key') : outcome;
}

function plainName(taken: ReadonlySet<string>): string {
  for (let i = 0; ; i++) {
    const name = i === 0 ? 'other' : `other${i}`;
    if (!taken.has(name)) return name;
  }
}

/** Adds properties until there are enough. Undefined when it succeeded. */
function fill(store: ObjectStore, draft: Draft, inside: Inside): Outcome | undefined {
  if (store.least > MAX_PROPERTIES) return unknown('`minProperties` is too large to write such an object');
  let open: string | undefined;
  for (const name of store.mentioned) {
    if (draft.size >= store.least) return undefined;
    if (draft.has(name)) continue;
    const outcome = solveKey(store, name, [], inside);
    if (outcome.kind === 'none') continue;
    if (outcome.kind === 'found') draft.set(name, outcome.value);
    else open ??= outcome.reason;
  }
  while (draft.size < store.least) {
    const fresh = addFreshKey(store, { keys: {}, named: undefined, extra: [] }, draft, inside);
    if (fresh.kind === 'found') continue;
    // Fresh keys were found one by one: when there are no more of them, those were all there are.
    return fresh.kind === 'none' && open === undefined && store.someKeys.length === 0 ? NONE : unknown(open ?? '`minProperties` was not reached');
  }
  return undefined;
}
