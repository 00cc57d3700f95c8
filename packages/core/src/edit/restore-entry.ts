import type { Edit } from '../text/edit.ts';
import { child, entryOf, isFlow, type Node } from '../tree/node.ts';
import { insertPart } from './insert.ts';
import { isJson, marginAt } from './notation.ts';
import { partsOf, spanOfEntry } from './part.ts';
import { atMargin, commentsAbove, linesOf, meansAgain } from './written.ts';

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
  const lines = span && linesOf(file, span);
  if (!lines || !first) return undefined;
  const comments = isFlow(map) ? [] : commentsAbove(file, span.start);
  const edit = insertPart(holder, atMargin([...comments, ...lines], marginAt(holder.file, first.start), holder.file));
  return edit && meansAgain(removed, edit.text, holder, (again) => child(again, entry.name)) ? edit : undefined;
}
