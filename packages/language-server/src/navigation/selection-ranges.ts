import { aroundOffset, type Node, offsetAt, type Span } from '@breakwater/core';
import type { SelectionRange } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { type Member, membersOf } from './place.ts';
import { rangeOf } from './to-location.ts';

/** From a word outward: its text, its entry, the map that holds it, and so on to the whole. */
export const selectionRanges: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  answer(connection, parts) {
    connection.onSelectionRanges(async ({ textDocument: { uri }, positions }) => {
      const [member] = await membersOf(uri, parts);
      if (!member?.file.root) return null;
      return positions.map((position) => selectionAt(member, offsetAt(member.file.source, position)));
    });
  },
};

function selectionAt({ file: { source, root } }: Member, offset: number): SelectionRange {
  let selection: SelectionRange = { range: rangeOf(source, { start: 0, end: source.text.length }) };
  let last: Span = { start: 0, end: source.text.length };
  for (const span of root ? spansAround(root, offset) : []) {
    if (span.start < last.start || span.end > last.end || (span.start === last.start && span.end === last.end)) continue;
    selection = { range: rangeOf(source, span), parent: selection };
    last = span;
  }
  return selection;
}

/** From the outside to the inside. */
function spansAround(root: Node, offset: number): readonly Span[] {
  const { way, key } = aroundOffset(root, offset);
  const spans = way.flatMap((node) => [...(node.entry ? [{ start: node.entry.start, end: Math.max(node.end, node.entry.end) }] : []), node]);
  const own = key ? [{ start: key.start, end: Math.max(key.value.end, key.end) }, key] : [];
  return [...spans, ...own].flatMap((span) => [span, ...insideQuotes(root.file.text, span)]).filter(({ start, end }) => start <= offset && offset <= end);
}

function insideQuotes(text: string, { start, end }: Span): readonly Span[] {
  const mark = text.charAt(start);
  return (mark === '"' || mark === "'") && end - start > 2 && text.charAt(end - 1) === mark && !text.slice(start + 1, end - 1).includes(mark)
    ? [{ start: start + 1, end: end - 1 }]
    : [];
}
