import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';

/** Numbers that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** What people type, and what no contract holds. */
const PIECES = [
  ...[
    '\n',
    '\n    ',
    '\r\n',
    '\r',
    '\u2028',
    '\t',
    '  ',
    ' ',
    ':',
    ': ',
    '- ',
    ',',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '|',
    '>-\n',
    '---\n',
    '...\n',
    '&a ',
    '*a',
    '<<: ',
  ],
  ...['😀', '€', '\ud83d', '\ude00', '\0', '\ufeff', '%', '~', 'é', '!!str '],
  ...[
    'type: string',
    'type: [string, "null"]',
    'required: [id]',
    '$ref: parts/tag.yaml',
    "$ref: '#/components/schemas/Pet'",
    'nullable: true',
    'deprecated: true',
  ],
  ...[
    '    post:\n      responses:\n        default: { description: ok }\n',
    '  /more:\n    get: { responses: {} }\n',
    'openapi: 3.1.0\n',
    '# breakwater-ignore operation-removed: known\n',
  ],
];

/** Places as the protocol counts them: a line ends with `\n`, `\r\n` or `\r`; what lies behind an end is the end. */
function offsetOf(text: string, { line, character }: { readonly line: number; readonly character: number }): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const start = starts[line];
  if (start === undefined) return text.length;
  const length = /^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0;
  return start + Math.min(character, length);
}

/** One who edits a text at random: types, deletes, pastes, takes back; also at places that are none. */
export class Typist {
  readonly #random: (below: number) => number;
  readonly #start: string;
  readonly #earlier: string[] = [];
  text: string;

  constructor(text: string, random: (below: number) => number) {
    this.#start = text;
    this.text = text;
    this.#random = random;
  }

  /** The next edits, to be sent as one. `others` is what can be pasted. */
  next(others: readonly string[]): readonly TextDocumentContentChangeEvent[] {
    const random = this.#random;
    this.#earlier.push(this.text);
    const kind = random(20);
    if (kind === 0) return [this.#replaceAll(this.#start)];
    if (kind === 1) return [this.#replaceAll(this.#earlier[random(this.#earlier.length)] ?? this.#start)];
    if (kind === 2) return [this.#replace(this.#place(), this.#chunkOf(others[random(others.length)] ?? ''))];
    if (kind < 5) return Array.from({ length: 1 + random(4) }, () => this.#replace(this.#place(), this.#piece()));
    if (kind < 10) return [this.#replace(this.#place(), '')];
    return [this.#replace(this.#at(random(this.text.length + 1)), this.#piece())];
  }

  #piece(): string {
    return PIECES[this.#random(PIECES.length)] ?? '';
  }

  #chunkOf(text: string): string {
    const start = this.#random(text.length + 1);
    return text.slice(start, start + this.#random(200));
  }

  #at(offset: number): Range {
    const before = this.text.slice(0, offset).split(/\r\n|\r|\n/);
    const place = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { start: place, end: place };
  }

  /** Some characters, or lines; seldom one that ends behind the text or before it starts. */
  #place(): Range {
    const random = this.#random;
    const { start } = this.#at(random(this.text.length + 1));
    if (random(4) === 0) return { start: { line: start.line, character: 0 }, end: { line: start.line + random(4), character: 0 } };
    if (random(8) === 0) return { start, end: { line: start.line + random(3), character: start.character + random(500) } };
    return { start, end: this.#at(Math.min(this.text.length, offsetOf(this.text, start) + random(12))).end };
  }

  #replaceAll(text: string): TextDocumentContentChangeEvent {
    this.text = text;
    return { text };
  }

  #replace({ start, end }: Range, text: string): TextDocumentContentChangeEvent {
    const [a, b] = [offsetOf(this.text, start), offsetOf(this.text, end)];
    const [from, to] = a <= b ? [a, b] : [b, a];
    this.text = this.text.slice(0, from) + text + this.text.slice(to);
    return { range: a <= b ? { start, end } : { start: end, end: start }, text };
  }
}
