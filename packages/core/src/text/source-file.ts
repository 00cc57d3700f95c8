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

const lineStarts = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which lines start. A line ends at `\n`, `\r\n` or `\r`, as in LSP. */
export function lineStartsOf(file: SourceFile): readonly number[] {
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

/** The line and character of an offset; offsets outside the text are clamped. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStartsOf(file);
  const at = Math.min(Math.max(offset, 0), file.text.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (starts[low] ?? 0) };
}

/** The offset of a position; a position past the end of its line is clamped to the line's end. */
export function offsetAt(file: SourceFile, { line, character }: Position): number {
  const starts = lineStartsOf(file);
  const start = starts[Math.min(Math.max(line, 0), starts.length - 1)] ?? 0;
  const next = starts[line + 1] ?? file.text.length + 1;
  return Math.min(start + Math.max(character, 0), Math.max(next - 1, start), file.text.length);
}
