import type { Edit } from '../text/edit.ts';
import type { Entry, MapNode, Node, SeqNode } from '../tree/node.ts';
import { indentBefore, isFlow, lineAround } from './notation.ts';

/** Takes an entry out of its map, with its line and what trails on it. An emptied map stays as `{}`. */
export function removeEntry(map: MapNode, entry: Entry): Edit {
  const i = map.entries.indexOf(entry);
  return removePart(map, { start: entry.start, end: Math.max(entry.value.end, entry.end) }, map.entries[i - 1]?.value, map.entries[i + 1]);
}

/** Takes an item out of its list, dash included. */
export function removeItem(list: SeqNode, item: Node): Edit {
  const i = list.items.indexOf(item);
  const dash = list.file.text.lastIndexOf('-', item.start - 1);
  const start = isFlow(list) ? item.start : dash;
  return removePart(list, { start, end: item.end }, list.items[i - 1], list.items[i + 1]);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function removePart(holder: MapNode | SeqNode, part: Span, before: Span | undefined, after: Span | undefined): Edit {
  const { file } = holder;
  const cut = (start: number, end: number, text = ''): Edit => ({ uri: file.uri, span: { start, end }, text });
  if (!before && !after) return cut(holder.start, holder.end, holder.kind === 'map' ? '{}' : '[]');
  if (isFlow(holder)) return after ? cut(part.start, after.start) : cut(before?.end ?? part.start, part.end);
  if (indentBefore(file, part.start) === undefined) return cut(part.start, after?.start ?? part.end);
  const last = lineAround(file, Math.max(part.end - 1, part.start));
  return cut(lineAround(file, part.start).start, last.next);
}
