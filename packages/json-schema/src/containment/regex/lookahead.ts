import { automatonOf } from './automaton.ts';

/** A pattern as several regular ones: it matches where all of `matching` do and none of `notMatching` does. */
export interface Parts {
  readonly matching: readonly string[];
  readonly notMatching: readonly string[];
}

const known = new Map<string, Parts | undefined>();
const MAX_REMEMBERED = 500;

/** Undefined when the pattern is not regular, even with the lookaheads at its beginning taken apart. */
export function regularPartsOf(source: string): Parts | undefined {
  if (automatonOf(source)) return { matching: [source], notMatching: [] };
  if (known.has(source)) return known.get(source);
  if (known.size >= MAX_REMEMBERED) known.clear();
  const parts = takeApart(source);
  const regular = parts && [...parts.matching, ...parts.notMatching].every((part) => automatonOf(part));
  known.set(source, regular ? parts : undefined);
  return regular ? parts : undefined;
}

/** `^(?!a)(?=b)c` says: matches `^c`, matches `^(?:b)`, does not match `^(?:a)`. */
function takeApart(source: string): Parts | undefined {
  if (!source.startsWith('^(?')) return undefined;
  const matching: string[] = [];
  const notMatching: string[] = [];
  let at = 1;
  while (source.startsWith('(?=', at) || source.startsWith('(?!', at)) {
    const end = closingOf(source, at);
    if (end === undefined) return undefined;
    (source[at + 2] === '=' ? matching : notMatching).push(`^(?:${source.slice(at + 3, end)})`);
    at = end + 1;
  }
  const rest = source.slice(at);
  return hasOuterChoice(rest) || /^[*+?{]/.test(rest) ? undefined : { matching: [`^${rest}`, ...matching], notMatching };
}

/** Where the group that opens at `start` closes. */
function closingOf(source: string, start: number): number | undefined {
  for (const { at, depth } of brackets(source, start)) if (depth === 0) return at;
  return undefined;
}

function hasOuterChoice(source: string): boolean {
  let outer = source;
  for (const { at, depth, opened } of brackets(source, 0)) if (depth === 0) outer = outer.slice(0, opened) + '.'.repeat(at - opened + 1) + outer.slice(at + 1);
  return outer
    .replaceAll(/\\./gu, '')
    .replaceAll(/\[(?:\\.|[^\]\\])*\]/gu, '')
    .includes('|');
}

/** The closing brackets of groups from `start` on, each with how many groups stay open and where the outermost one opened. */
function* brackets(source: string, start: number): Generator<{ at: number; depth: number; opened: number }> {
  let [depth, opened, inClass] = [0, start, false];
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') {
      if (depth === 0) opened = at;
      depth++;
    } else if (character === ')') {
      depth--;
      yield { at, depth, opened };
    }
  }
}
