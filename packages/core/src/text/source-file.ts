import type { TextChange } from './text-change.ts';

/** One text and the name under which people know it. Offsets everywhere are UTF-16 code units into `text`. */
export interface SourceFile {
  /** Slash-separated, relative to the workspace root (`api/openapi.yaml`), or as the user wrote it. Never a URL. */
  readonly uri: string;
  readonly text: string;
  /** Of a text that is edited: the same text, of which stretches can be had without a copy of the whole. Ask `sliceOf`. */
  readonly edited?: Stretches;
}

/** Stretches of a text. A string is one, too. */
export interface Stretches {
  readonly length: number;
  slice(start: number, end: number): string;
  includes(word: string): boolean;
}

/** A stretch of a text. With every key, of a long text nothing more should be asked. */
export function sliceOf(file: SourceFile, start: number, end: number): string {
  return (file.edited ?? file.text).slice(start, end);
}

export function lengthOf(file: SourceFile): number {
  return (file.edited ?? file.text).length;
}

/** Block by block, so that no copy is made of a long stretch that an edit is in. */
export function isSameStretch(a: SourceFile, inA: Span, b: SourceFile, inB: Span): boolean {
  const length = inA.end - inA.start;
  if (length !== inB.end - inB.start) return false;
  for (let at = 0; at < length; at += BLOCK) {
    const until = Math.min(at + BLOCK, length);
    if (sliceOf(a, inA.start + at, inA.start + until) !== sliceOf(b, inB.start + at, inB.start + until)) return false;
  }
  return true;
}

const BLOCK = 65_536;

export function isSameText(a: SourceFile | undefined, b: SourceFile): boolean {
  return a !== undefined && isSameStretch(a, { start: 0, end: lengthOf(a) }, b, { start: 0, end: lengthOf(b) });
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
  // The engine looks for a character quicker than a loop does, and most texts have no `\r`.
  if (!text.includes('\r')) for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  else for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  lineStarts.set(file, starts);
  return starts;
}

/** Before a file gets another text. There may be many lines: those before stay, those behind move, and only the new ones come. */
export function moveStarts(file: SourceFile, after: Stretches, { from, to, by }: TextChange): void {
  const starts = startsOf(file);
  // A line break may be two characters, of which the change has met one. The first line starts where the text does.
  const kept = Math.max(firstAfter(starts, from - 1), 1);
  const resumed = Math.max(firstAfter(starts, to + 1), kept);
  const before = starts[kept - 1] ?? 0;
  const until = (starts[resumed] ?? Number.POSITIVE_INFINITY) + by;
  const fresh = startsWithin(after, before, until);
  if (fresh.length === resumed - kept) for (let i = 0; i < fresh.length; i++) starts[kept + i] = fresh[i] ?? 0;
  else replaceRange(starts, kept, resumed, fresh);
  for (let i = kept + fresh.length; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + by;
}

/** The lines that start behind `from` and before `until`. */
function startsWithin(text: Stretches, from: number, until: number): readonly number[] {
  const lines = text.slice(from, Math.min(until, text.length));
  const starts: number[] = [];
  for (let i = 0; i < lines.length && from + i + 1 < until; i++) {
    const code = lines.charCodeAt(i);
    if (code === 10 || (code === 13 && lines.charCodeAt(i + 1) !== 10)) starts.push(from + i + 1);
  }
  return starts;
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

/** The line and character of an offset; offsets outside the text are clamped. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStartsOf(file);
  const at = Math.min(Math.max(offset, 0), lengthOf(file));
  const line = firstAfter(starts, at) - 1;
  return { line, character: at - (starts[line] ?? 0) };
}

/** The offset of a position; a position past the end of its line is clamped to the line's end, and one past the last line to the end of the text. */
export function offsetAt(file: SourceFile, { line, character }: Position): number {
  const starts = lineStartsOf(file);
  const start = starts[Math.max(line, 0)];
  const next = starts[Math.max(line, 0) + 1];
  if (start === undefined) return lengthOf(file);
  const end = next === undefined ? lengthOf(file) : next - (sliceOf(file, Math.max(next - 2, 0), next) === '\r\n' ? 2 : 1);
  return Math.min(start + Math.max(character, 0), Math.max(end, start));
}
