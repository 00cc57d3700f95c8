import { applyEdits, type Edit } from '../text/edit.ts';
import type { Span } from '../text/source-file.ts';
import { entryOf, type MapNode, type Node } from '../tree/node.ts';
import { nodeAt, pointerOf } from '../tree/pointer.ts';
import { readText } from '../tree/read-text.ts';
import { toValue } from '../tree/to-value.ts';
import { insertPart } from './insert.ts';
import { isFlow, isJson, lineAround, lineBreakOf, marginAt } from './notation.ts';
import { partsOf, spanOfEntry } from './part.ts';

/** Larger things come back by other means. */
const MAX_SIZE = 100_000;

/**
 * Puts an entry of an earlier version back at the end of the map that it was in, as it was written, with the comments above it.
 * `undefined` where that would not mean what it meant: in another notation, with anchors and aliases, or where it is there already.
 */
export function restoreEntry(removed: Node, holder: Node | undefined): Edit | undefined {
  const { parent: map, entry, file } = removed;
  if (map?.kind !== 'map' || !entry || holder?.kind !== 'map' || entryOf(holder, entry.name)) return undefined;
  if (isFlow(map) !== isFlow(holder) || isJson(file) !== isJson(holder.file)) return undefined;
  const span = spanOfEntry(map, entry);
  const first = partsOf(holder)[0];
  if (!span || !first || span.end - span.start > MAX_SIZE) return undefined;
  const lines = linesOf(removed, span);
  if (!lines || /(?:^|\s)[&*]\w/.test(lines.join('\n'))) return undefined;
  const margin = marginAt(holder.file, first.start);
  const text = lines.map((line, i) => (i === 0 || line === '' ? line : margin + line)).join(lineBreakOf(holder.file));
  const edit = insertPart(holder, text);
  return edit && isRestored(removed, entry.name, holder, edit) ? edit : undefined;
}

/** Without the indentation of the entry; `undefined` for text that stands further to the left than its key. */
function linesOf({ file, parent }: Node, span: Span): readonly string[] | undefined {
  const margin = marginAt(file, span.start);
  const [head = '', ...others] = file.text.slice(span.start, span.end).trimEnd().split(/\r?\n/);
  if (others.some((line) => line.trim() !== '' && !line.startsWith(margin))) return undefined;
  const comments = parent && !isFlow(parent) ? commentsAbove(file, span.start, margin) : [];
  return [...comments, head, ...others.map((line) => line.slice(margin.length))];
}

function commentsAbove(file: Node['file'], offset: number, margin: string): readonly string[] {
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

function isRestored(removed: Node, name: string, holder: MapNode, edit: Edit): boolean {
  const { root, problems } = readText({ uri: holder.file.uri, text: applyEdits(holder.file, [edit]) });
  const again = entryOf(nodeAt(root, pointerOf(holder)), name)?.value;
  return problems.length === 0 && again !== undefined && JSON.stringify(toValue(again)) === JSON.stringify(toValue(removed));
}
