import type { Fact } from './fact.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import { automatonOf } from './regex/automaton.ts';
import { findText } from './regex/search.ts';

/** Longest text that is written. */
const MAX_LENGTH = 20_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A text that meets all facts, `none` when there is provably none. Patterns that are not regular are left out of the search. */
export function solveString(facts: readonly Fact[]): Outcome {
  let [minLength, maxLength] = [0, Infinity];
  const except = new Set<string>();
  const patterns: { source: string; sign: boolean }[] = [];
  for (const fact of facts) {
    if (fact.kind === 'least') minLength = Math.max(minLength, fact.count);
    else if (fact.kind === 'most') maxLength = Math.min(maxLength, fact.count);
    else if (fact.kind === 'except' && typeof fact.value === 'string') except.add(fact.value);
    else if (fact.kind === 'pattern') patterns.push(fact);
  }
  if (minLength > maxLength) return NONE;
  if (patterns.some(({ source, sign }) => sign && patterns.some((other) => !other.sign && other.source === source))) return NONE;
  if (minLength > MAX_LENGTH) return unknown('`minLength` is too large to write such a text');
  const regular = patterns.filter(({ source }) => automatonOf(source) !== undefined);
  if (regular.length === 0) return solvePlain(minLength, maxLength, except);
  const sources = (sign: boolean) => regular.filter((pattern) => pattern.sign === sign).map(({ source }) => source);
  const answer = findText({ matching: sources(true), notMatching: sources(false), minLength, maxLength, except });
  if (answer === undefined) return unknown('`pattern` is too large to decide');
  return answer === 'none' ? NONE : found(answer.text);
}

function solvePlain(minLength: number, maxLength: number, except: ReadonlySet<string>): Outcome {
  for (let length = minLength; length <= Math.min(maxLength, minLength + 1); length++) {
    for (let i = 0; i <= except.size; i++) {
      const text = plainText(length, i);
      if (!except.has(text)) return found(text);
      if (length === 0) break;
    }
  }
  return maxLength === 0 ? NONE : unknown('no text was found');
}

/** The `index`-th text of that length, counted with letters as digits. */
function plainText(length: number, index: number): string {
  let [text, rest] = ['', index];
  for (; rest > 0 && text.length < length; rest = Math.floor(rest / LETTERS.length)) text = (LETTERS[rest % LETTERS.length] ?? '') + text;
  return text.padStart(length, 'a');
}
