import type { SourceFile, Span } from '../text/source-file.ts';
import { child, isFlow, type Node } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';
import { toValue } from '../tree/to-value.ts';
import { gapOf, isJson, lineAround, lineBreakOf, marginAt } from './notation.ts';

/** Larger things come back by other means. */
const MAX_SIZE = 100_000;

/**
 * The lines of a part as they were written, without its indentation, to be put elsewhere. `undefined` where they would not mean
 * what they meant: with anchors and aliases, for text that stands further to the left than its key, and for what is very large.
 */
export function linesOf(file: SourceFile, span: Span): readonly string[] | undefined {
  if (span.end - span.start > MAX_SIZE) return undefined;
  const margin = marginAt(file, span.start);
  const [head = '', ...others] = file.text.slice(span.start, span.end).trimEnd().split(/\r?\n/);
  if (others.some((line) => line.trim() !== '' && !line.startsWith(margin))) return undefined;
  const lines = [head, ...others.map((line) => line.slice(margin.length))];
  return /(?:^|\s)[&*]\w/.test(lines.join('\n')) ? undefined : lines;
}

/** The comments right above a part that begins its line. */
export function commentsAbove(file: SourceFile, offset: number): readonly string[] {
  const margin = marginAt(file, offset);
  const found: string[] = [];
  for (let { start } = lineAround(file, offset); start > 0; ) {
    const above = lineAround(file, start - 1);
    const line = file.text.slice(above.start, above.end);
    if (!line.startsWith(`${margin}#`)) break;
    found.unshift(line.slice(margin.length));
    start = above.start;
  }
  return found;
}

/** Lines as text that begins at a margin: its first line stands there already. */
export function atMargin(lines: readonly string[], margin: string, file: SourceFile): string {
  return lines.map((line, i) => (i === 0 || line === '' ? line : margin + line)).join(lineBreakOf(file));
}

/** Text for a map or list as a document of its own, so that reading it again costs its own size and not that of the file. */
interface Snippet {
  readonly file: SourceFile;
  /** What stands before and behind the text in there. */
  readonly around: readonly [string, string];
  /** The map or list, with nothing in it but what the text holds. */
  readonly holder: Node | undefined;
}

export function snippetOf(text: string, holder: Node): Snippet | undefined {
  const around = isFlow(holder) ? bracketsOf(holder) : (['', ''] as const);
  const file = { uri: holder.file.uri, text: around[0] + text.replace(/^\s*,/, (comma) => comma.replace(',', ' ')) + around[1] };
  const { root, problems } = readText(file);
  if (problems.length > 0) return undefined;
  return { file, around, holder: isFlow(holder) ? child(root, 'x') : root };
}

/** Within a map, so that a file of JSON is told from brackets in YAML. */
function bracketsOf({ kind, file }: Node): readonly [string, string] {
  const [open, close] = kind === 'map' ? ['{', '}'] : ['[', ']'];
  return isJson(file) ? [`{"x":${gapOf(file)}${open}`, `${close}}`] : [`x: ${open}`, close];
}

/** Whether text for a map or list can be read, and `find` gives a node in it that means the same as another one. */
export function meansAgain(meant: Node, text: string, holder: Node, find: (holder: Node | undefined) => Node | undefined): boolean {
  const again = find(snippetOf(text, holder)?.holder);
  return again !== undefined && JSON.stringify(toValue(again)) === JSON.stringify(toValue(meant));
}
