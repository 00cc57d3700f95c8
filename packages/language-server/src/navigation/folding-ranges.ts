import { entriesOf, isFlow, itemsOf, type Node, positionAt } from '@breakwater/core';
import type { FoldingRange } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { membersOf } from './place.ts';

/** As many as editors show if they say nothing of it. */
const MAX_RANGES = 5_000;

/** Maps, lists and long texts, from the line of their key; the outer ones first, so that a limit leaves out what is deep. */
export const foldingRanges: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  answer(connection, parts) {
    const limit = parts.client.textDocument?.foldingRange?.rangeLimit ?? MAX_RANGES;
    connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
      const [member] = await membersOf(uri, parts);
      if (!member?.file.root) return null;
      return rangesIn(member.file.root, limit).toSorted((a, b) => a.startLine - b.startLine);
    });
  },
};

function rangesIn(root: Node, limit: number): readonly FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  const queue: Node[] = [root];
  // The list grows on the way.
  for (const node of queue) {
    if (byLine.size >= limit) break;
    const range = node === root && !isFlow(root) ? undefined : rangeOf(node);
    if (range && !byLine.has(range.startLine)) byLine.set(range.startLine, range);
    for (const part of [...entriesOf(node).map(({ value }) => value), ...itemsOf(node)]) if (part.parent === node) queue.push(part);
  }
  return [...byLine.values()];
}

/** The bracket that closes stays to be seen. */
function rangeOf(node: Node): FoldingRange | undefined {
  const { file, entry, start, end } = node;
  if (node.kind === 'scalar' && node.style === 'plain') return undefined;
  const startLine = positionAt(file, Math.min(entry?.start ?? start, start)).line;
  const last = positionAt(file, file.text.charAt(end - 1) === '\n' ? end - 1 : end).line;
  const endLine = isFlow(node) ? last - 1 : last;
  return endLine > startLine ? { startLine, endLine } : undefined;
}
