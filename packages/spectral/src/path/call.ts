import { entryOf } from '@breakwater/core';
import { type PatternText, type Seen, type Thing, thingOf } from './thing.ts';

type Method = (text: string, given: readonly Thing[], seen: Seen) => Thing;

const OF_TEXT: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['match', (text, [pattern], seen) => seen.matches(patternOf(pattern), text) || null],
  ['search', (text, [pattern], seen) => (seen.matches(patternOf(pattern), text) ? 0 : -1)],
  ['includes', (text, [part]) => text.includes(String(part))],
  ['startsWith', (text, [part]) => text.startsWith(String(part))],
  ['endsWith', (text, [part]) => text.endsWith(String(part))],
  ['indexOf', (text, [part]) => text.indexOf(String(part))],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['trim', (text) => text.trim()],
  ['toString', (text) => text],
  ['slice', (text, [from, to]) => text.slice(Number(from ?? 0), to === undefined ? undefined : Number(to))],
  ['split', (text, [by]) => (typeof by === 'string' ? text.split(by) : [text])],
]);

const OTHERS = new Set(['test', 'hasOwnProperty', 'join']);

/** What a method gives. Throws a `TypeError` for what has no such method, as ECMAScript does. */
export function call(of: Thing, name: string, given: readonly Thing[], seen: Seen): Thing {
  if (of === undefined || of === null) throw new TypeError(`no \`${name}\` of nothing`);
  if (typeof of === 'object' && 'source' in of && name === 'test') return seen.matches(of, String(given[0]));
  if (typeof of === 'object' && 'kind' in of && of.kind === 'map' && name === 'hasOwnProperty') return entryOf(of, String(given[0])) !== undefined;
  const list = listOf(of, seen);
  if (list) return ofList(list, name, given);
  const method = typeof of === 'string' || typeof of === 'number' || typeof of === 'boolean' ? OF_TEXT.get(name) : undefined;
  if (!method) throw new TypeError(`no \`${name}\` of that`);
  return method(String(of), given, seen);
}

call.knows = (name: string): boolean => OF_TEXT.has(name) || OTHERS.has(name);

function listOf(of: Thing, seen: Seen): readonly Thing[] | undefined {
  if (Array.isArray(of)) return of;
  return typeof of === 'object' && of !== null && 'kind' in of && of.kind === 'seq' ? of.items.map((item) => thingOf(seen.at(item))) : undefined;
}

function ofList(list: readonly Thing[], name: string, [first]: readonly Thing[]): Thing {
  if (name === 'includes') return list.includes(first);
  if (name === 'indexOf') return list.indexOf(first);
  if (name === 'join') return list.map(String).join(first === undefined ? ',' : String(first));
  throw new TypeError(`no \`${name}\` of a list`);
}

function patternOf(given: Thing): PatternText {
  return typeof given === 'object' && given !== null && 'source' in given ? given : { source: String(given), flags: '' };
}
