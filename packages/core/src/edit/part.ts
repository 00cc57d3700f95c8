import type { Span } from '../text/source-file.ts';
import { type Entry, isFlow, type MapNode, type Node, type SeqNode } from '../tree/node.ts';
import { lineAround } from './notation.ts';

const ALIAS = /\s*:\s*\*[^\s,[\]{}]+/y;
const KEY_MARKS = /(?:\?[ \t]+)?(?:[&!][^\s,[\]{}]+[ \t]+)*$/;
const ITEM_MARKS = /(?:[&!][^\s,[\]{}]+\s+)+$/;
const DASH = /-(?:\s|#[^\n]*\n|[&!]\S+\s)+$/;
/** What stands between a dash and its item is rarely longer. */
const BEFORE_ITEM = 500;

/**
 * Where the text of an entry is: anchors and tags, key and value. `undefined` when it does not stand in the text of this map
 * because a merge key brought it.
 */
export function spanOfEntry(map: MapNode, entry: Entry): Span | undefined {
  const end = endOfEntry(map, entry);
  if (end === undefined) return undefined;
  const before = map.file.text.slice(lineAround(map.file, entry.start).start, entry.start);
  return { start: entry.start - (KEY_MARKS.exec(before)?.[0].length ?? 0), end };
}

function endOfEntry(map: MapNode, entry: Entry): number | undefined {
  const { value } = entry;
  if (value.parent === map) return Math.max(value.end, entry.end);
  // An alias: the value stands elsewhere, the key and the name of the alias stand here.
  if (value.entry === entry || entry.start < map.start) return undefined;
  ALIAS.lastIndex = entry.end;
  return ALIAS.test(map.file.text) ? ALIAS.lastIndex : undefined;
}

/** Where the text of an item is, its dash included. `undefined` for an alias, whose text stands elsewhere. */
export function spanOfItem(list: SeqNode, item: Node): Span | undefined {
  if (item.parent !== list) return undefined;
  const before = list.file.text.slice(Math.max(0, item.start - BEFORE_ITEM), item.start);
  const marks = (isFlow(list) ? ITEM_MARKS : DASH).exec(before);
  if (!marks && !isFlow(list)) return undefined;
  return { start: item.start - (marks?.[0].length ?? 0), end: item.end };
}

/** The parts that have their text in the text of their holder, in its order. */
export function partsOf(holder: MapNode | SeqNode): readonly Span[] {
  const spans = holder.kind === 'map' ? holder.entries.map((entry) => spanOfEntry(holder, entry)) : holder.items.map((item) => spanOfItem(holder, item));
  return spans.filter((span) => span !== undefined).sort((a, b) => a.start - b.start);
}
