import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/source-file.ts';
import { entryOf, isFlow, type MapNode, type Node, type SeqNode } from '../tree/node.ts';
import { gapOf, indentBefore, inline, isJson, lineAround, lineBreakOf, marginAt } from './notation.ts';
import { partsOf } from './part.ts';

/**
 * Adds an entry at the end of a map, written as its neighbours are: a line of its own in block style, after a comma in flow style.
 * `undefined` for what is no map, or has such an entry.
 */
export function insertEntry(map: Node | undefined, name: string, value: unknown): Edit | undefined {
  if (map?.kind !== 'map' || entryOf(map, name)) return undefined;
  const { file } = map;
  return insertPart(map, `${inline(file, name)}:${isJson(file) ? gapOf(file) : ' '}${inline(file, value)}`);
}

/** Adds an item at the end of a list; `undefined` for what is no list. */
export function insertItem(list: Node | undefined, value: unknown): Edit | undefined {
  if (list?.kind !== 'seq') return undefined;
  const text = inline(list.file, value);
  return insertPart(list, isFlow(list) ? text : `- ${text}`);
}

/** Adds text that is written already as a part at the end; further lines of it have their indentation. */
export function insertPart(holder: MapNode | SeqNode, text: string): Edit | undefined {
  const parts = partsOf(holder);
  const last = parts.at(-1);
  if (isFlow(holder)) return last ? afterFlow(holder, parts[0] ?? last, last, text) : intoBrackets(holder, text);
  return last ? afterBlock(holder, parts[0] ?? last, last, text) : undefined;
}

function intoBrackets(holder: MapNode | SeqNode, text: string): Edit | undefined {
  const inner = { start: holder.start + 1, end: holder.end - 1 };
  const gap = holder.kind === 'seq' || (isJson(holder.file) && gapOf(holder.file) === '') ? '' : ' ';
  return holder.file.text.slice(inner.start, inner.end).trim() === '' ? { uri: holder.file.uri, span: inner, text: `${gap}${text}${gap}` } : undefined;
}

function afterFlow({ file }: Node, first: Span, last: Span, text: string): Edit {
  const indent = indentBefore(file, first.start);
  if (indent === undefined) return { uri: file.uri, span: { start: last.end, end: last.end }, text: `,${isJson(file) ? gapOf(file) : ' '}${text}` };
  const line = lineAround(file, last.end);
  const added = `${lineBreakOf(file)}${indent}${text}`;
  // A comment at the end of the line belongs to what stands on it.
  const [, comma = '', comment] = /^([ \t]*,)?([ \t]*#.*)$/.exec(file.text.slice(last.end, line.end)) ?? [];
  if (comment === undefined) return { uri: file.uri, span: { start: last.end, end: last.end }, text: `,${added}` };
  return { uri: file.uri, span: { start: last.end, end: line.end }, text: `,${comment}${added}${comma.trim()}` };
}

function afterBlock({ file }: Node, first: Span, last: Span, text: string): Edit {
  const { next } = lineAround(file, Math.max(last.end - 1, last.start));
  const margin = marginAt(file, first.start);
  const atEnd = next === file.text.length && !file.text.endsWith('\n');
  return { uri: file.uri, span: { start: next, end: next }, text: atEnd ? `${lineBreakOf(file)}${margin}${text}` : `${margin}${text}${lineBreakOf(file)}` };
}
