import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/source-file.ts';
import { entryOf, isFlow, type MapNode, type Node, type SeqNode } from '../tree/node.ts';
import { indentBefore, isJson, lineAround } from './notation.ts';
import { partsOf, spanOfEntry, spanOfItem } from './part.ts';

/** Takes an entry out of a map, with its line and what trails on it. An emptied map stays as `{}`. `undefined` when its text is not there. */
export function removeEntry(map: Node | undefined, name: string): Edit | undefined {
  const entry = map && entryOf(map, name);
  return map?.kind === 'map' && entry ? removePart(map, map.entries.length, spanOfEntry(map, entry)) : undefined;
}

/** Takes an item out of a list, dash included. An emptied list stays as `[]`. `undefined` when its text is not there. */
export function removeItem(list: Node | undefined, item: Node): Edit | undefined {
  return list?.kind === 'seq' ? removePart(list, list.items.length, spanOfItem(list, item)) : undefined;
}

function removePart(holder: MapNode | SeqNode, count: number, part: Span | undefined): Edit | undefined {
  if (!part || anchorsOthers(holder, part)) return undefined;
  const { file } = holder;
  const cut = (start: number, end: number, text = ''): Edit => ({ uri: file.uri, span: { start, end }, text });
  if (count === 1) return isAlone(holder, part) ? cut(holder.start, holder.end, holder.kind === 'map' ? '{}' : '[]') : undefined;
  if (isFlow(holder)) return cutFlow(holder, part, cut);
  const line = lineAround(file, Math.max(part.end - 1, part.start));
  if (indentBefore(file, part.start) !== undefined) return cut(lineAround(file, part.start).start, line.next);
  // The first part after a dash: the next one takes its place.
  const after = partsOf(holder).find(({ start }) => start > part.start);
  return after && cut(part.start, after.start);
}

/** An alias elsewhere repeats something of this part: without it the alias would mean nothing. */
function anchorsOthers({ file }: Node, { start, end }: Span): boolean {
  if (isJson(file)) return false;
  const rest = `${file.text.slice(0, start)} ${file.text.slice(end)}`;
  const names = [...file.text.slice(start, end).matchAll(/(?:^|[\s,[{])&([^\s,[\]{}]+)/g)].map(([, name = '']) => `*${name}`);
  return names.some((name) => rest.includes(name));
}

/** Nothing but this part stands in its holder: no merge key either. */
function isAlone(holder: MapNode | SeqNode, { start, end }: Span): boolean {
  const { text } = holder.file;
  const around = isFlow(holder)
    ? text.slice(holder.start + 1, start) + text.slice(end, holder.end - 1)
    : text.slice(holder.start, start) + text.slice(end, holder.end);
  return /^[\s,]*$/.test(around);
}

const COMMA_AFTER = /\s*,(?:\s|#[^\n]*\n)*/y;

function cutFlow({ file, start: opening }: Node, part: Span, cut: (start: number, end: number, text?: string) => Edit): Edit | undefined {
  const { text } = file;
  COMMA_AFTER.lastIndex = part.end;
  if (COMMA_AFTER.test(text)) return cut(part.start, COMMA_AFTER.lastIndex);
  const comma = text.lastIndexOf(',', part.start);
  if (comma < opening) return undefined;
  const line = lineAround(file, part.start);
  if (line.start <= comma) return cut(comma, part.end);
  const comment = /^[ \t]*#.*$/.exec(text.slice(part.end, lineAround(file, part.end).end))?.[0] ?? '';
  // What stands between the comma and the part's own line are comments about what came before.
  return cut(comma, part.end + comment.length, text.slice(comma + 1, line.start).trimEnd());
}
