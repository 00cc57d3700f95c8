import { ANY, type CharSet, complementOf, LINE_ENDS } from './char-set.ts';
import { classEscape, parseClass, parseEscape, type Reader } from './parse-class.ts';

/** The regular part of ECMAScript patterns. What is not regular (backreferences, lookaround) has no tree here. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: Assertion };

/** What a place in a text may be: its start, its end, beside a word (`\b`), or not (`\B`). */
export type Assertion = 'start' | 'end' | 'boundary' | 'inside';

const MAX_NESTING = 100;

/** Undefined when the pattern is broken or not regular. Read with the meaning of the `u` flag; needless escapes are tolerated. */
export function parsePattern(source: string): Pattern | undefined {
  const reader: Reader = { points: Array.from(source), at: 0 };
  const pattern = parseChoice(reader, 0);
  return reader.at === reader.points.length ? pattern : undefined;
}

function parseChoice(reader: Reader, depth: number): Pattern | undefined {
  if (depth > MAX_NESTING) return undefined;
  const parts: Pattern[] = [];
  for (;;) {
    const part = parseSequence(reader, depth);
    if (!part) return undefined;
    parts.push(part);
    if (reader.points[reader.at] !== '|') return parts.length === 1 ? part : { kind: 'choice', parts };
    reader.at++;
  }
}

function parseSequence(reader: Reader, depth: number): Pattern | undefined {
  const parts: Pattern[] = [];
  for (let next = reader.points[reader.at]; next !== undefined && next !== '|' && next !== ')'; next = reader.points[reader.at]) {
    const atom = parseAtom(reader, next, depth);
    const part = atom && parseQuantifier(reader, atom);
    if (!part) return undefined;
    parts.push(part);
  }
  return { kind: 'sequence', parts };
}

function parseAtom(reader: Reader, next: string, depth: number): Pattern | undefined {
  switch (next) {
    case '(':
      return parseGroup(reader, depth);
    case '[':
      return setOf(parseClass(reader));
    case '\\':
      return parseEscaped(reader);
    case '*':
    case '+':
    case '?':
      return undefined;
    case '{':
      if (quantifierAt({ ...reader }) !== 'none') return undefined;
  }
  reader.at++;
  if (next === '^') return { kind: 'start' };
  if (next === '$') return { kind: 'end' };
  if (next === '.') return { kind: 'set', set: complementOf(LINE_ENDS) };
  return pointSet(next);
}

function pointSet(character: string): Pattern {
  const point = character.codePointAt(0) ?? 0;
  return { kind: 'set', set: [[point, point]] };
}

function setOf(set: CharSet | undefined): Pattern | undefined {
  return set && { kind: 'set', set };
}

function parseGroup(reader: Reader, depth: number): Pattern | undefined {
  reader.at++;
  if (reader.points[reader.at] === '?') {
    const kind = reader.points.slice(reader.at + 1, reader.at + 3).join('');
    if (kind.startsWith(':')) reader.at += 2;
    else if (kind.startsWith('<') && kind !== '<=' && kind !== '<!') {
      const end = reader.points.indexOf('>', reader.at);
      if (end < 0) return undefined;
      reader.at = end + 1;
    } else return undefined;
  }
  const inner = parseChoice(reader, depth + 1);
  if (!inner || reader.points[reader.at] !== ')') return undefined;
  reader.at++;
  return inner;
}

function parseEscaped(reader: Reader): Pattern | undefined {
  const next = reader.points[reader.at + 1];
  if (next === undefined || /[1-9kpP]/.test(next)) return undefined;
  if (next === 'b' || next === 'B') {
    reader.at += 2;
    return { kind: next === 'b' ? 'boundary' : 'inside' };
  }
  const known = classEscape(next);
  if (known) {
    reader.at += 2;
    return { kind: 'set', set: known };
  }
  const point = parseEscape(reader);
  return point === undefined ? undefined : { kind: 'set', set: [[point, point]] };
}

function parseQuantifier(reader: Reader, part: Pattern): Pattern | undefined {
  const bounds = quantifierAt(reader);
  if (bounds === 'none') return part;
  if (!bounds || isAssertion(part)) return undefined;
  if (reader.points[reader.at] === '?') reader.at++; // Lazy or greedy, the language is the same.
  return { kind: 'repeat', part, min: bounds[0], max: bounds[1] };
}

function isAssertion({ kind }: Pattern): boolean {
  return kind === 'start' || kind === 'end' || kind === 'boundary' || kind === 'inside';
}

function quantifierAt(reader: Reader): readonly [number, number] | 'none' | undefined {
  const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const;
  const next = reader.points[reader.at];
  if (next === '*' || next === '+' || next === '?') {
    reader.at++;
    return simple[next];
  }
  if (next !== '{') return 'none';
  const end = reader.points.indexOf('}', reader.at);
  const text = end < 0 ? '' : reader.points.slice(reader.at, end + 1).join('');
  if (!/^\{\d+(?:,\d*)?\}$/.test(text)) return 'none'; // A bracket that is just a character.
  const match = /^\{(\d{1,5})(?:(,)(\d{1,5})?)?\}$/.exec(text);
  if (!match) return undefined;
  reader.at = end + 1;
  const min = Number(match[1]);
  const max = match[2] === undefined ? min : match[3] === undefined ? Infinity : Number(match[3]);
  return min <= max ? [min, max] : undefined;
}

/** Matches every text there is. */
export const EVERYTHING: Pattern = { kind: 'repeat', part: { kind: 'set', set: ANY }, min: 0, max: Infinity };
