import { firstAfter } from './source-file.ts';

/** Each place that is typed at costs two parts more. Of more parts than this, one is made. */
const MAX_PARTS = 100;

/** What is shorter than this, in UTF-16 units, grows where it is typed at; what is longer is cut there. */
const SHORT = 1_000;

/**
 * What a text under edit is at one time: a row of strings, most of which are stretches of the text that was opened. An edit gives another
 * one and copies no more than what is short, so that a key typed into a long text costs as little as one typed into a short one.
 */
export class EditedText {
  readonly length: number;
  #parts: readonly string[];
  /** Where each part starts. */
  #starts: readonly number[];

  private constructor(parts: readonly string[]) {
    this.#parts = parts;
    this.#starts = startsOf(parts);
    this.length = (this.#starts.at(-1) ?? 0) + (parts.at(-1)?.length ?? 0);
  }

  static of(text: string): EditedText {
    return new EditedText([text]);
  }

  /** The whole, in one string. It is made once, but of megabytes: who asks for it with every key is slow. */
  get text(): string {
    if (this.#parts.length > 1) {
      this.#parts = [this.#parts.join('')];
      this.#starts = [0];
    }
    return this.#parts[0] ?? '';
  }

  /** Both places within the text. */
  slice(start: number, end: number): string {
    let at = this.#partAt(start);
    const from = this.#starts[at] ?? 0;
    let found = this.#parts[at]?.slice(start - from, end - from) ?? '';
    while (found.length < end - start && ++at < this.#parts.length) found += this.#parts[at]?.slice(0, end - start - found.length);
    return found;
  }

  includes(word: string): boolean {
    const spread = (start: number) => this.slice(Math.max(start - word.length, 0), Math.min(start + word.length, this.length)).includes(word);
    return this.#parts.some((part) => part.includes(word)) || this.#starts.some((start, i) => i > 0 && spread(start));
  }

  /** With another text in the place of a stretch. */
  replaced(start: number, end: number, text: string): EditedText {
    const [first, last] = [this.#partAt(start), this.#partAt(end)];
    const before = [...this.#parts.slice(0, first), this.#parts[first]?.slice(0, start - (this.#starts[first] ?? 0)) ?? ''].filter(isNotEmpty);
    const behind = [this.#parts[last]?.slice(end - (this.#starts[last] ?? 0)) ?? '', ...this.#parts.slice(last + 1)].filter(isNotEmpty);
    let typed = text;
    if ((before.at(-1)?.length ?? SHORT) < SHORT) typed = before.pop() + typed;
    if ((behind[0]?.length ?? SHORT) < SHORT) typed += behind.shift();
    const parts = [...before, typed, ...behind].filter(isNotEmpty);
    return new EditedText(parts.length > MAX_PARTS ? [parts.join('')] : parts);
  }

  /** Whether two are the same for sure; `false` says nothing. */
  isSurely(other: EditedText): boolean {
    return this === other || (this.#parts.length === 1 && other.#parts.length === 1 && this.text === other.text);
  }

  #partAt(offset: number): number {
    return Math.max(firstAfter(this.#starts, offset) - 1, 0);
  }
}

function startsOf(parts: readonly string[]): readonly number[] {
  let next = 0;
  return parts.map(({ length }) => {
    next += length;
    return next - length;
  });
}

function isNotEmpty(text: string): boolean {
  return text !== '';
}
