import { applyEdits, type Edit } from '../text/edit.ts';
import type { Span } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';
import { nodeAt, pointerOf } from '../tree/pointer.ts';
import { readText } from '../tree/read-text.ts';
import { toValue } from '../tree/to-value.ts';
import { lineAround, lineBreakOf, marginAt } from './notation.ts';

/** Larger things come back by other means. */
const MAX_SIZE = 100_000;

/**
 * The lines of a part as they were written, without its indentation, to be put elsewhere. `undefined` where they would not mean
 * what they meant: with anchors and aliases, for text that stands further to the left than its key, and for what is very large.
 */
export function linesOf(file: Node['file'], span: Span): readonly string[] | undefined {
  if (span.end - span.start > MAX_SIZE) return undefined;
  const margin = marginAt(file, span.start);
  const [head = '', ...others] = file.text.slice(span.start, span.end).trimEnd().split(/\r?\n/);
  if (others.some((line) => line.trim() !== '' && !line.startsWith(margin))) return undefined;
  const lines = [head, ...others.map((line) => line.slice(margin.length))];
  return /(?:^|\s)[&*]\w/.test(lines.join('\n')) ? undefined : lines;
}

/** The comments right above a part that begins its line. */
export function commentsAbove(file: Node['file'], offset: number): readonly string[] {
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
export function atMargin(lines: readonly string[], margin: string, file: Node['file']): string {
  return lines.map((line, i) => (i === 0 || line === '' ? line : margin + line)).join(lineBreakOf(file));
}

/** Whether edits leave a text that can be read, in which `find` gives a node that means the same as another one. */
export function meansAgain(meant: Node, holder: Node, edit: Edit, find: (holder: Node | undefined) => Node | undefined): boolean {
  const { root, problems } = readText({ uri: holder.file.uri, text: applyEdits(holder.file, [edit]) });
  const again = problems.length === 0 ? find(nodeAt(root, pointerOf(holder))) : undefined;
  return again !== undefined && JSON.stringify(toValue(again)) === JSON.stringify(toValue(meant));
}
