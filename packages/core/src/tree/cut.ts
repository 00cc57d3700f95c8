import { lengthOf, type SourceFile, type Span, sliceOf } from '../text/source-file.ts';

/** The entries of a block mapping as lines of a text: each from the line of its key to the line of the next key. */
export interface Cut {
  /** How far the keys are indented. */
  readonly column: number;
  readonly pieces: readonly Span[];
}

/** What a key cannot begin with, or what makes more of it than a key. */
const NO_KEY = new Set([...'{}[]?&*!|>%@`,:\t']);

/**
 * Cuts lines of YAML into the entries of the mapping that they are, by indentation alone: whatever is wrong inside of one leaves the others
 * as they are. `undefined` where lines are no such mapping. `start` is the start of a line. One pass.
 */
export function cutEntries(text: string, { start, end }: Span): Cut | undefined {
  let column = -1;
  const starts: number[] = [];
  for (let line = start; line < end; line = nextLine(text, line)) {
    const content = contentOf(text, line);
    if (isBlank(text, content) || content >= end) continue;
    const indent = content - line;
    if (column < 0) column = indent;
    if (indent < column) return undefined;
    if (indent > column) continue;
    const isItem = isDash(text, content);
    if (isItem ? starts.length === 0 : !isKey(text, content, column)) return undefined;
    if (!isItem) starts.push(line);
  }
  return { column, pieces: starts.map((at, i) => ({ start: at, end: starts[i + 1] ?? end })) };
}

/** The start of the line after the one that holds `at`; the end of the text after the last. */
export function nextLine(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i + 1;
  }
  return text.length;
}

/** The first character of a line that is no space. */
function contentOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** Nothing, white space or a comment. */
function isBlank(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  const code = text.charCodeAt(at);
  return at >= text.length || code === 10 || code === 13 || code === 35;
}

function isDash(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 45 && (at + 1 >= text.length || next === 32 || next === 9 || next === 10 || next === 13);
}

function isKey(text: string, at: number, column: number): boolean {
  if (NO_KEY.has(text.charAt(at))) return false;
  return column > 0 || !(text.startsWith('---', at) || text.startsWith('...', at));
}

/** Where the mapping of a document begins: after a byte order mark, comments and a line of dashes. */
export function bodyStart(file: SourceFile): number {
  for (let size = 1_000; ; size *= 10) {
    const text = sliceOf(file, 0, size);
    const [head = ''] = /^\ufeff?(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*(?:---[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))?/.exec(text) ?? [];
    // The line that follows has to be seen whole, or it may belong to the head.
    if (/[\r\n][^\n]/.test(text.slice(head.length)) || text.length === lengthOf(file)) return head.length;
  }
}
