import { type CharSet, complementOf, DIGITS, SPACE, unionOf, WORD } from './char-set.ts';

/** The code points of a pattern as strings, and how far it was read. */
export interface Reader {
  readonly points: readonly string[];
  at: number;
}

/** `\d`, `\w`, `\s` and their opposites. */
export function classEscape(letter: string): CharSet | undefined {
  switch (letter) {
    case 'd':
      return DIGITS;
    case 'D':
      return complementOf(DIGITS);
    case 'w':
      return WORD;
    case 'W':
      return complementOf(WORD);
    case 's':
      return SPACE;
    case 'S':
      return complementOf(SPACE);
    default:
      return undefined;
  }
}

const CONTROL: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
]);

/** The code point of an escape at `reader`, which stands on the backslash. Undefined when it is broken. */
export function parseEscape(reader: Reader): number | undefined {
  const letter = reader.points[reader.at + 1];
  reader.at += 2;
  if (letter === undefined) return undefined;
  const control = CONTROL.get(letter);
  if (control !== undefined) return control;
  if (letter === '0') return /\d/.test(reader.points[reader.at] ?? '') ? undefined : 0;
  if (letter === 'x') return hexAt(reader, 2);
  if (letter === 'u') return unicodeAt(reader);
  if (letter === 'c') {
    const name = reader.points[reader.at++] ?? '';
    return /^[A-Za-z]$/.test(name) ? (name.codePointAt(0) ?? 0) % 32 : undefined;
  }
  return /^[A-Za-z0-9]$/.test(letter) ? undefined : letter.codePointAt(0);
}

function hexAt(reader: Reader, length: number): number | undefined {
  const text = reader.points.slice(reader.at, reader.at + length).join('');
  if (!/^[0-9A-Fa-f]+$/.test(text) || text.length !== length) return undefined;
  reader.at += length;
  return Number.parseInt(text, 16);
}

function unicodeAt(reader: Reader): number | undefined {
  if (reader.points[reader.at] === '{') {
    const end = reader.points.indexOf('}', reader.at);
    const text = reader.points.slice(reader.at + 1, end).join('');
    if (end < 0 || !/^[0-9A-Fa-f]{1,6}$/.test(text)) return undefined;
    reader.at = end + 1;
    const point = Number.parseInt(text, 16);
    return point <= 0x10ffff ? point : undefined;
  }
  const high = hexAt(reader, 4);
  const paired = high !== undefined && high >= 0xd800 && high <= 0xdbff && reader.points[reader.at] === '\\' && reader.points[reader.at + 1] === 'u';
  if (!paired) return high;
  const back = reader.at;
  reader.at += 2;
  const low = hexAt(reader, 4);
  if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
  reader.at = back;
  return high;
}

/** A class such as `[^a-z_]`; `reader` stands on its bracket. */
export function parseClass(reader: Reader): CharSet | undefined {
  reader.at++;
  const negated = reader.points[reader.at] === '^';
  if (negated) reader.at++;
  const sets: CharSet[] = [];
  while (reader.points[reader.at] !== ']') {
    const from = parseMember(reader);
    if (from === undefined) return undefined;
    if (reader.points[reader.at] !== '-' || reader.points[reader.at + 1] === ']') {
      sets.push(typeof from === 'number' ? [[from, from]] : from);
      continue;
    }
    reader.at++;
    const to = parseMember(reader);
    if (typeof from !== 'number' || typeof to !== 'number' || to < from) return undefined;
    sets.push([[from, to]]);
  }
  reader.at++;
  const set = unionOf(sets);
  return negated ? complementOf(set) : set;
}

function parseMember(reader: Reader): number | CharSet | undefined {
  const next = reader.points[reader.at];
  if (next === undefined) return undefined;
  if (next !== '\\') {
    reader.at++;
    return next.codePointAt(0);
  }
  const letter = reader.points[reader.at + 1] ?? '';
  const known = classEscape(letter);
  if (known) {
    reader.at += 2;
    return known;
  }
  if (letter === 'b') {
    reader.at += 2;
    return 8;
  }
  return parseEscape(reader);
}
