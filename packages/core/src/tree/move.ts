import type { Entry, Node } from './node.ts';
import type { Piece } from './piece.ts';
import { type PlacedEntry, placedOf } from './placed.ts';
import type { TextProblem } from './reader.ts';
import { nodeOf } from './section.ts';

/** Moves a section with its key, and the sections in it, by `by`: a reader still owns the nodes of its last tree. */
export function moveSection(entry: Entry, by: number): void {
  const value = nodeOf(entry);
  placedOf(value).piece.offset += by;
  for (const inner of value.sections?.current() ?? []) moveSection(inner, by);
}

/** Makes all that stands in a node a part of `piece`, where it stands or further on by `by`. Nothing in it may be shared. No tree is deeper than `MAX_DEPTH`. */
export function moveInto(piece: Piece, node: Node, by = 0): void {
  const placed = placedOf(node);
  const shift = placed.piece.offset + by - piece.offset;
  placed.piece = piece;
  placed.from += shift;
  placed.until += shift;
  if (placed.kind === 'seq') for (const item of placed.items) moveInto(piece, item, by);
  if (placed.kind !== 'map') return;
  for (const entry of placed.entries as readonly PlacedEntry[]) {
    const ofKey = placedOf(entry.value).piece.offset + by - piece.offset;
    entry.from += ofKey;
    entry.until += ofKey;
    moveInto(piece, entry.value, by);
  }
}

/** How many levels a node has. */
export function heightOf(node: Node): number {
  let below = 0;
  if (node.kind === 'map') for (const { value } of node.entries) below = Math.max(below, heightOf(value));
  else if (node.kind === 'seq') for (const item of node.items) below = Math.max(below, heightOf(item));
  return below + 1;
}

export function movedProblem(problem: TextProblem, by: number): TextProblem {
  const { span, related } = problem;
  const moved = { ...problem, span: { start: span.start + by, end: span.end + by } };
  return related ? { ...moved, related: { start: related.start + by, end: related.end + by } } : moved;
}
