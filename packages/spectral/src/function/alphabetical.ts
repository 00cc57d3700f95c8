import { child, stringOf } from '@breakwater/core';
import { childOf, member, type Thing, thingOf } from '../path/thing.ts';
import { type Check, type CheckMaker, CLEAN, listOf, mapOf, shown } from './check.ts';

/** Names of a map, or items of a list (by one of their fields), in the order of their letters or numbers. */
export const alphabetical: CheckMaker = {
  options: { type: ['object', 'null'], additionalProperties: false, properties: { keyedBy: { type: 'string' } } },
  isOptional: true,
  make: (options) => inOrder(stringOf(child(options, 'keyedBy'))),
};

/** For rules that are not read from a file. */
export function inOrder(keyedBy: string | undefined): Check {
  return (value, { seen }) => {
    const list = listOf(value);
    const map = mapOf(value);
    if (!list && !map) return CLEAN;
    const items: readonly Thing[] = list ? list.items.map((item) => thingOf(seen.at(item))) : (map?.entries.map(({ name }) => name) ?? []);
    if (items.length < 2) return CLEAN;
    if (keyedBy !== undefined && items.some((item) => !mapOf(item) && !listOf(item))) return [{ message: 'must be a list of objects' }];
    const keys = keyedBy === undefined ? items : items.map((item) => member(item, keyedBy, seen));
    if (!keys.every((key) => typeof key === 'string' || typeof key === 'number')) return [{ message: 'must hold nothing but texts and numbers' }];
    const at = keys.findIndex((key, i) => i + 1 < keys.length && isAfter(key, keys[i + 1] ?? ''));
    if (at < 0) return CLEAN;
    const message = `must be in alphabetical order: ${shown(keys[at])} comes after ${shown(keys[at + 1])}`;
    const name = list ? at : String(keys[at]);
    return [keyedBy === undefined && (list || (map && childOf(map, String(name), seen))) ? { message, path: [name] } : { message }];
  };
}

function isAfter(a: string | number, b: string | number): boolean {
  if (!Number.isNaN(Number(a)) && !Number.isNaN(Number(b))) return Number(a) > Number(b);
  return String(a).localeCompare(String(b)) > 0;
}
