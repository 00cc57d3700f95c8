import { type BlockLine, besideOf, type LinePart, lineAt, partsOfLine, withoutComment } from './block-line.ts';
import { siblingsBelow, wayTo } from './block-way.ts';
import type { Cursor } from './cursor.ts';

interface Here extends Pick<Cursor, 'role' | 'token' | 'hasColon' | 'before'> {
  /** The key beside which it is a value. */
  readonly own?: LinePart;
  readonly column: number;
}

/** Where a place is in block style, told by indentation. */
export function cursorInBlock(text: string, offset: number): Cursor | undefined {
  const line = lineAt(text, offset);
  const parts = partsOfLine(text, line);
  const here = hereOn(text, offset, line, parts);
  const way = here && wayTo(text, line, here.column, parts);
  if (!way) return undefined;
  const { own, role, token, hasColon, before, column } = here;
  const siblings = new Map([...way.siblings, ...siblingsBelow(text, line, column)]);
  return { path: own ? [...way.path, own.key ?? ''] : way.path, role, token, notation: 'block', siblings, hasColon, before, after: '' };
}

function hereOn(text: string, offset: number, line: BlockLine, parts: readonly LinePart[]): Here | undefined {
  const last = parts.at(-1);
  if (last?.key !== undefined) return offset < last.start ? undefined : besideKey(text, offset, line, last);
  if (!line.says) return /\S/.test(text.slice(line.start, offset)) ? undefined : empty(offset, offset - line.start, 'key');
  const dash = parts.findLast(({ start }) => start < offset);
  const from = dash ? dash.rest : line.start + line.indent;
  const written = withoutComment(text.slice(from, line.end)).trimEnd();
  if (written === '')
    return dash && offset > dash.start ? empty(offset, offset + 1 - line.start - (offset === dash.end ? 0 : 1), 'item', offset === dash.end) : undefined;
  if (offset < from || offset > from + written.length) return undefined;
  const token = { start: from, end: from + written.length };
  return { role: dash ? 'item' : 'key', column: from - line.start, token, hasColon: false, before: '' };
}

function empty(offset: number, column: number, role: Here['role'], isTight = false): Here {
  return { role, column, token: { start: offset, end: offset }, hasColon: false, before: isTight ? ' ' : '' };
}

function besideKey(text: string, offset: number, line: BlockLine, key: LinePart): Here | undefined {
  const { column, start, end, rest } = key;
  if (offset <= end) return { role: 'key', column, token: { start, end }, hasColon: true, before: '' };
  const colon = text.indexOf(':', end);
  const beside = besideOf(text, key, line);
  const isTight = offset === colon + 1;
  // Without quotes it is a comment to YAML, and to its author a reference.
  const bare = key.key === '$ref' && offset > rest ? /^#\S*/.exec(text.slice(rest, line.end))?.[0] : undefined;
  if (bare !== undefined && offset <= rest + bare.length)
    return { own: key, role: 'value', column, token: { start: rest, end: rest + bare.length }, hasColon: false, before: '' };
  if (beside === '') return offset > colon && !text.slice(colon, offset).includes('#') ? { ...empty(offset, column, 'value', isTight), own: key } : undefined;
  if (offset < rest || offset > rest + beside.length) return undefined;
  return { own: key, role: 'value', column, token: { start: rest, end: rest + beside.length }, hasColon: false, before: '' };
}
