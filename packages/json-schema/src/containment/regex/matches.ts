import { automatonOf } from './automaton.ts';
import { regularPartsOf } from './lookahead.ts';

/** Longest text that a native expression is run on; its time may grow with a power of the length. */
const MAX_NATIVE_LENGTH = 200;

/** Whether `text` contains a match of an ECMAScript pattern; undefined when that cannot be told in reasonable time. */
export function matchesPattern(source: string, text: string): boolean | undefined {
  const automaton = automatonOf(source);
  if (!automaton) {
    const parts = regularPartsOf(source);
    if (!parts) return matchesNatively(source, text);
    return parts.matching.every((part) => matchesPattern(part, text) === true) && parts.notMatching.every((part) => matchesPattern(part, text) === false);
  }
  let position = automaton.start;
  for (const character of text) position = automaton.advance(position, character.codePointAt(0) ?? 0);
  return position.accepts;
}

const natives = new Map<string, RegExp | undefined>();
const MAX_REMEMBERED = 500;

/** Only for expressions whose time cannot explode: no unbounded repetition of what repeats or chooses. */
export function nativeOf(source: string): RegExp | undefined {
  if (natives.has(source)) return natives.get(source);
  if (natives.size >= MAX_REMEMBERED) natives.clear();
  let native: RegExp | undefined;
  try {
    native = isTame(source) ? new RegExp(source, 'u') : undefined;
  } catch {
    native = undefined; // A broken expression.
  }
  natives.set(source, native);
  return native;
}

function matchesNatively(source: string, text: string): boolean | undefined {
  return text.length > MAX_NATIVE_LENGTH ? undefined : nativeOf(source)?.test(text);
}

/** A conservative reading: groups that are repeated must be simple, and there are at most three unbounded repetitions. */
function isTame(source: string): boolean {
  if (source.length > 500) return false;
  const bare = source
    .replaceAll(/\\[pP]\{[^}]*\}/g, 'p')
    .replaceAll(/\\./gu, 'e')
    .replaceAll(/\[[^\]]*\]/g, 'c');
  const unbounded = bare.match(/[*+]|\{\d+,\}|\{\d+,\d{3,}\}/g)?.length ?? 0;
  const repeatedGroup = /\)(?:[*+?]|\{)/.test(bare);
  return unbounded <= 3 && (!repeatedGroup || (unbounded <= 1 && !/[|?{]/.test(bare.replaceAll('(?', '('))));
}
