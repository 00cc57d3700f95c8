import { isRecord, MAX_DEPTH, recordOf } from './json-value.ts';

/** Parts of values that all questions to `holds` together may have. */
const MAX_ASKED = 300_000;
/** Questions that are asked in any case. */
const MIN_QUESTIONS = 30;

/** Candidates are built only while questions are left. */
type Ask = (candidate: () => unknown) => boolean;

/** Removes every property and item, and shortens every string, that is not needed for `holds` to stay true. */
export function shrink(value: unknown, holds: (value: unknown) => boolean): unknown {
  let left = Math.max(MIN_QUESTIONS, MAX_ASKED / sizeOf(value));
  const ask: Ask = (candidate) => --left >= 0 && holds(candidate());
  return ask(() => value) ? shrinkAt(value, ask, 0) : value;
}

/** How many parts a value has, up to where it does not matter any more. */
function sizeOf(value: unknown): number {
  const open: unknown[] = [value];
  let size = 0;
  while (open.length > 0 && size < MAX_ASKED) {
    const part = open.pop();
    size += typeof part === 'string' ? 1 + part.length / 10 : 1;
    if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) open.push(inner);
  }
  return size;
}

function shrinkAt(value: unknown, ask: Ask, depth: number): unknown {
  if (depth > MAX_DEPTH) return value;
  if (typeof value === 'string') return shrinkString(value, ask);
  if (Array.isArray(value)) return shrinkArray(value, ask, depth);
  return isRecord(value) ? shrinkObject(value, ask, depth) : value;
}

function shrinkString(value: string, ask: Ask): string {
  const characters = Array.from(value);
  if (characters.length > 1 && ask(() => '')) return '';
  let kept = characters;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && kept.length > 1; size = Math.floor(size / 2)) {
    while (kept.length > size && ask(() => kept.slice(0, -size).join(''))) kept = kept.slice(0, -size);
  }
  return kept.join('');
}

function shrinkArray(value: readonly unknown[], ask: Ask, depth: number): unknown[] {
  let kept = [...value];
  for (let size = kept.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = kept.length - size; at >= 0; at -= size) if (ask(() => kept.toSpliced(at, size))) kept = kept.toSpliced(at, size);
  }
  for (const [i, item] of kept.entries()) kept[i] = shrinkAt(item, (candidate) => ask(() => kept.with(i, candidate())), depth + 1);
  return kept;
}

function shrinkObject(value: { readonly [name: string]: unknown }, ask: Ask, depth: number): unknown {
  const kept = new Map(Object.entries(value));
  if (kept.size > 1 && ask(() => ({}))) return {};
  const without = (name: string) => recordOf([...kept].filter(([other]) => other !== name));
  for (const name of [...kept.keys()]) if (ask(() => without(name))) kept.delete(name);
  for (const [name, item] of [...kept]) {
    const smaller = shrinkAt(item, (candidate) => ask(() => recordOf(new Map(kept).set(name, candidate()))), depth + 1);
    kept.set(name, smaller);
  }
  return recordOf(kept);
}
