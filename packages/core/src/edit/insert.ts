import type { Edit } from '../text/edit.ts';
import type { MapNode, Node, SeqNode } from '../tree/node.ts';
import { indentBefore, inline, isFlow, isJson, lineAround, lineBreakOf } from './notation.ts';

/** Adds an entry at the end of a map, written as its neighbours are: a line of its own in block style, after a comma in flow style. */
export function insertEntry(map: MapNode, name: string, value: unknown): Edit {
  const { file } = map;
  const text = isJson(file) ? `${JSON.stringify(name)}: ${inline(file, value)}` : `${inline(file, name)}: ${inline(file, value)}`;
  return insertPart(map, map.entries.at(-1)?.value, map.entries[0]?.start, text);
}

/** Adds an item at the end of a list. */
export function insertItem(list: SeqNode, value: unknown): Edit {
  const first = list.items[0];
  const dash = first && !isFlow(list) ? list.file.text.lastIndexOf('-', first.start - 1) : first?.start;
  const text = inline(list.file, value);
  return insertPart(list, list.items.at(-1), dash, isFlow(list) ? text : `- ${text}`);
}

function insertPart(holder: MapNode | SeqNode, last: Node | undefined, column: number | undefined, text: string): Edit {
  const { file } = holder;
  const put = (at: number, what: string): Edit => ({ uri: file.uri, span: { start: at, end: at }, text: what });
  if (!last || column === undefined) return put(holder.start + 1, isJson(file) ? text : ` ${text} `);
  const indent = indentBefore(file, column);
  if (isFlow(holder)) return put(last.end, indent === undefined ? `, ${text}` : `,${lineBreakOf(file)}${indent}${text}`);
  const { next } = lineAround(file, Math.max(last.end - 1, last.start));
  // A first entry that follows a dash has no white space alone before it: its column is what counts.
  const margin = indent ?? ' '.repeat(column - lineAround(file, column).start);
  const atEnd = next === file.text.length && !file.text.endsWith('\n');
  return put(next, atEnd ? `${lineBreakOf(file)}${margin}${text}` : `${margin}${text}${lineBreakOf(file)}`);
}

/** Puts other text in the place of a node. */
export function replaceNode({ file, start, end }: Node, text: string): Edit {
  return { uri: file.uri, span: { start, end }, text };
}
