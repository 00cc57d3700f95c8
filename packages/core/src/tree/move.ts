import type { SourceFile, Span } from '../text/source-file.ts';
import type { Entry, MapNode, Node } from './node.ts';
import type { TextProblem } from './reader.ts';
import { nodeOf } from './section.ts';
import type { Draft } from './tree-draft.ts';

/** Moves all that stands in a node by `by`: a reader still owns the nodes of its last tree. Nothing in it may be shared. No tree is deeper than `MAX_DEPTH`. */
export function moveNode(node: Node, by: number): void {
  moveSpan(node, by);
  if (node.kind === 'map') for (const entry of entriesIn(node)) moveEntry(entry, by);
  else if (node.kind === 'seq') for (const item of node.items) moveNode(item, by);
}

/** Gives all that stands in a node its file. How deep it goes, in levels. */
export function placeNode(node: Node, file: SourceFile): number {
  const draft: Draft<Node> = node;
  draft.file = file;
  let height = 0;
  if (node.kind === 'map') for (const { value } of node.entries) height = Math.max(height, placeNode(value, file));
  else if (node.kind === 'seq') for (const item of node.items) height = Math.max(height, placeNode(item, file));
  return height + 1;
}

/** An entry, with its value. */
export function moveEntry(entry: Entry, by: number): void {
  moveSpan(entry, by);
  moveNode(nodeOf(entry), by);
}

function entriesIn({ sections, entries }: MapNode): readonly Entry[] {
  return sections ? sections.current() : entries;
}

function moveSpan(span: Draft<Span>, by: number): void {
  span.start += by;
  span.end += by;
}

export function movedProblem(problem: TextProblem, by: number): TextProblem {
  const { span, related } = problem;
  const moved = { ...problem, span: { start: span.start + by, end: span.end + by } };
  return related ? { ...moved, related: { start: related.start + by, end: related.end + by } } : moved;
}
