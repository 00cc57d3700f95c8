/** One text and the name under which people know it. Offsets everywhere are UTF-16 code units into `text`. */
export interface SourceFile {
  /** Slash-separated, relative to the workspace root (`api/openapi.yaml`), or as the user wrote it. Never a URL. */
  readonly uri: string;
  readonly text: string;
}

/** A stretch of text: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line and UTF-16 character, as in LSP (3.17, section Position). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

const lineStarts = new WeakMap<SourceFile, number[]>();

/** Offsets at which lines start. A line ends at `\n`, `\r\n` or `\r`, as in LSP. */
export function lineStartsOf(file: SourceFile): readonly number[] {
  return startsOf(file);
}

function startsOf(file: SourceFile): number[] {
  const known = lineStarts.get(file);
  if (known) return known;
  const starts = [0];
  const { text } = file;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  lineStarts.set(file, starts);
  return starts;
}

/**
 * Gives a file another text, of which `edit` says where it differs. Whoever holds the file has the new text then: only for who reads it again.
 */
export function replaceText(file: SourceFile, text: string, edit: TextChange): void {
  moveStarts(startsOf(file), text, edit);
  const held = words.get(file) ?? new Map<string, boolean>();
  // What is there may have gone; what is not there can only have come where the text is new.
  for (const [word, isHeld] of held)
    if (isHeld || text.slice(Math.max(edit.from - word.length, 0), edit.to + edit.by + word.length).includes(word)) held.delete(word);
  const draft: { -readonly [Key in keyof SourceFile]: SourceFile[Key] } = file;
  draft.text = text;
}

const words = new WeakMap<SourceFile, Map<string, boolean>>();

/** Whether a word stands anywhere in a text. */
export function textHolds(file: SourceFile, word: string): boolean {
  const held = words.get(file) ?? new Map<string, boolean>();
  words.set(file, held);
  const holds = held.get(word) ?? file.text.includes(word);
  held.set(word, holds);
  return holds;
}

/** Up to `from` two texts are equal, and from `to` of the old and `to + by` of the new one on. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly by: number;
}

/** One change after another, as one. */
export function joinedChange(first: TextChange, { from, to, by }: TextChange): TextChange {
  return { from: Math.min(first.from, from), to: Math.max(first.to, to - first.by), by: first.by + by };
}

/** There may be many: those before stay, those behind move, and only the new ones come. */
function moveStarts(starts: number[], text: string, { from, to, by }: TextChange): void {
  // A line break may be two characters, of which the change has met one. The first line starts where the text does.
  const kept = Math.max(firstAfter(starts, from - 1), 1);
  const resumed = Math.max(firstAfter(starts, to + 1), kept);
  const before = starts[kept - 1] ?? 0;
  const until = (starts[resumed] ?? Number.POSITIVE_INFINITY) + by;
  const fresh: number[] = [];
  for (let i = Math.max(before - 1, 0); i < text.length && i + 1 < until; i++) {
    const code = text.charCodeAt(i);
    if ((code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) && i + 1 > before) fresh.push(i + 1);
  }
  if (fresh.length === resumed - kept) for (let i = 0; i < fresh.length; i++) starts[kept + i] = fresh[i] ?? 0;
  else replaceRange(starts, kept, resumed, fresh);
  for (let i = kept + fresh.length; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + by;
}

/** Without the list of arguments of `splice`, which has an end. */
function replaceRange(list: number[], from: number, to: number, items: readonly number[]): void {
  const behind = list.slice(to);
  list.length = from;
  for (const item of items) list.push(item);
  for (const item of behind) list.push(item);
}

/** The index of the first of ascending offsets that is behind `offset`. */
export function firstAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where two texts differ. Blocks are compared as wholes first, which is done by the machine and not by us. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const from = equalFor(shorter, (at, length) => before.slice(at, at + length) === after.slice(at, at + length));
  const tail = equalFor(
    shorter - from,
    (at, length) => before.slice(before.length - at - length, before.length - at) === after.slice(after.length - at - length, after.length - at),
  );
  return { from, to: before.length - tail, by: after.length - before.length };
}

const BLOCK = 65_536;

function equalFor(most: number, isEqual: (at: number, length: number) => boolean): number {
  let at = 0;
  for (let length = BLOCK; length >= 1; length = length === 1 ? 0 : length / 16) {
    while (at + length <= most && isEqual(at, length)) at += length;
  }
  return at;
}

/** The line and character of an offset; offsets outside the text are clamped. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStartsOf(file);
  const at = Math.min(Math.max(offset, 0), file.text.length);
  const line = firstAfter(starts, at) - 1;
  return { line, character: at - (starts[line] ?? 0) };
}

/** The offset of a position; a position past the end of its line is clamped to the line's end. */
export function offsetAt(file: SourceFile, { line, character }: Position): number {
  const starts = lineStartsOf(file);
  const start = starts[Math.min(Math.max(line, 0), starts.length - 1)] ?? 0;
  const next = starts[line + 1] ?? file.text.length + 1;
  return Math.min(start + Math.max(character, 0), Math.max(next - 1, start), file.text.length);
}
