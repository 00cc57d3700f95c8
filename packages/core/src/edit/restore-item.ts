import type { Edit } from '../text/edit.ts';
import { isFlow, itemsOf, type Node } from '../tree/node.ts';
import { insertPart } from './insert.ts';
import { isJson, marginAt } from './notation.ts';
import { partsOf, spanOfItem } from './part.ts';
import { atMargin, commentsAbove, linesOf, meansAgain } from './written.ts';

/** Puts an item of an earlier version back at the end of the list that it was in, as it was written; see `restoreEntry`. */
export function restoreItem(removed: Node, holder: Node | undefined): Edit | undefined {
  const { parent: list, file } = removed;
  if (list?.kind !== 'seq' || holder?.kind !== 'seq') return undefined;
  if (isFlow(list) !== isFlow(holder) || isJson(file) !== isJson(holder.file)) return undefined;
  const span = spanOfItem(list, removed);
  const first = partsOf(holder)[0];
  const lines = span && linesOf(file, span);
  if (!lines || !first) return undefined;
  const comments = isFlow(list) ? [] : commentsAbove(file, span.start);
  const edit = insertPart(holder, atMargin([...comments, ...lines], marginAt(holder.file, first.start), holder.file));
  return edit && meansAgain(removed, edit.text, holder, (again) => itemsOf(again).at(-1)) ? edit : undefined;
}
