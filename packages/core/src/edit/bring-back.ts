import type { Edit } from '../text/edit.ts';
import { child, isFlow, type Node } from '../tree/node.ts';
import { isJson, marginAt } from './notation.ts';
import { spanOfEntry } from './part.ts';
import { atMargin, linesOf, meansAgain } from './written.ts';

/**
 * Puts what an entry of an earlier version says in the place of what an entry of the same map says now. A value of one line takes
 * the place of a value, so that the key and what follows on its line stay; else the whole entry comes as it was written.
 */
export function bringBack(before: Node, after: Node): Edit | undefined {
  const { entry: was, parent: old, file } = before;
  const { entry: now, parent: map } = after;
  if (!was || !now || old?.kind !== 'map' || map?.kind !== 'map' || isJson(file) !== isJson(after.file)) return undefined;
  const isValue = was.name === now.name && isOneLine(before) && isOneLine(after);
  const edit = isValue ? valueEdit(before, after) : entryEdit(before, after);
  const key = after.file.text.slice(now.start, now.end);
  const text = isValue ? `${key}: ${edit?.text}` : `${marginAt(after.file, now.start)}${edit?.text}`;
  return edit && meansAgain(before, text, map, (again) => child(again, was.name)) ? edit : undefined;
}

function isOneLine({ file, start, end }: Node): boolean {
  return !file.text.slice(start, end).includes('\n');
}

function valueEdit(before: Node, after: Node): Edit | undefined {
  if (before.parent === undefined || after.entry?.value !== after) return undefined;
  return { uri: after.file.uri, span: { start: after.start, end: after.end }, text: before.file.text.slice(before.start, before.end) };
}

function entryEdit({ parent: old, entry: was, file }: Node, { parent: map, entry: now, file: head }: Node): Edit | undefined {
  if (old?.kind !== 'map' || map?.kind !== 'map' || !was || !now || isFlow(old) !== isFlow(map)) return undefined;
  const [from, to] = [spanOfEntry(old, was), spanOfEntry(map, now)];
  const lines = from && linesOf(file, from);
  if (!lines || !to) return undefined;
  const end = to.start + head.text.slice(to.start, to.end).trimEnd().length;
  return { uri: head.uri, span: { start: to.start, end }, text: atMargin(lines, marginAt(head, to.start), head) };
}
