import type { Fact } from './fact.ts';
import { MAX_TESTED_LENGTH, textFormat } from './formats.ts';
import { characterCount } from './json-value.ts';
import { found, NONE, type Outcome, unknown } from './outcome.ts';
import { automatonOf } from './regex/automaton.ts';
import { matchesPattern } from './regex/matches.ts';
import { findText } from './regex/search.ts';

/** Longest text that is written. */
const MAX_LENGTH = 80_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

interface TextStore {
  readonly minLength: number;
  readonly maxLength: number;
  readonly except: ReadonlySet<string>;
  readonly patterns: readonly Of<'pattern'>[];
  readonly formats: readonly Of<'format'>[];
}

/** A text that meets all facts, `none` when there is provably none. Patterns that are not regular are left out of the search. */
export function solveString(facts: readonly Fact[]): Outcome {
  const store = storeOf(facts);
  const { minLength, maxLength, except, patterns, formats } = store;
  if (minLength > maxLength) return NONE;
  if (patterns.some(({ source, sign }) => sign && patterns.some((other) => !other.sign && other.source === source))) return NONE;
  if (formats.some(({ name, sign }) => sign && formats.some((other) => !other.sign && other.name === name))) return NONE;
  if (minLength > MAX_LENGTH) return unknown('`minLength` is too large to write such a text');
  const regular = patterns.filter(({ source }) => automatonOf(source) !== undefined);
  const outcome = regular.length === 0 ? solvePlain(minLength, maxLength, except) : solveRegular(store, regular);
  return formats.length === 0 || outcome.kind === 'none' ? outcome : withFormats(store, outcome);
}

function storeOf(facts: readonly Fact[]): TextStore {
  const of = <K extends Fact['kind']>(kind: K) => facts.filter((fact): fact is Of<K> => fact.kind === kind);
  return {
    minLength: Math.max(0, ...of('least').map(({ count }) => count)),
    maxLength: Math.min(Infinity, ...of('most').map(({ count }) => count)),
    except: new Set(of('except').flatMap(({ value }) => (typeof value === 'string' ? [value] : []))),
    patterns: of('pattern'),
    formats: of('format'),
  };
}

function solveRegular({ minLength, maxLength, except }: TextStore, regular: readonly Of<'pattern'>[]): Outcome {
  const sources = (sign: boolean) => regular.filter((pattern) => pattern.sign === sign).map(({ source }) => source);
  const answer = findText({ matching: sources(true), notMatching: sources(false), minLength, maxLength, except });
  if (answer === undefined) return unknown('`pattern` is too large to decide');
  return answer === 'none' ? NONE : found(answer.text);
}

/** Formats that are no patterns are only tested: what was found, and texts that are known to be near their border. */
function withFormats({ minLength, maxLength, except, patterns, formats }: TextStore, relaxed: Outcome): Outcome {
  const tried = [...(relaxed.kind === 'found' ? [relaxed.value] : []), '', 'a', ...formats.flatMap(({ name }) => textFormat(name)?.samples ?? [])];
  const text = tried.find((candidate) => {
    if (typeof candidate !== 'string' || except.has(candidate) || candidate.length > MAX_TESTED_LENGTH) return false;
    const length = characterCount(candidate);
    if (length < minLength || length > maxLength) return false;
    return (
      patterns.every(({ source, sign }) => matchesPattern(source, candidate) === sign) &&
      formats.every(({ name, sign }) => textFormat(name)?.test(candidate) === sign)
    );
  });
  return text === undefined ? unknown(`\`format\` \`${formats[0]?.name}\`: no text was found on the right side of it`) : found(text);
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
