import type { Finding, Location } from '../finding/finding.ts';
import { positionAt, type Span } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';
import type { Told } from './lint.ts';

/** A finding with the places that it speaks of, which an edit above them moves. */
export interface KeptFinding {
  finding: Finding;
  readonly node: Node;
  /** A node or a key, which is where it is, or a stretch that is counted from the start of the node. */
  readonly span: Span;
  readonly isInner: boolean;
  readonly related: Node | undefined;
}

export function keptFinding(finding: Finding, { place: { node, span }, related }: Pick<Told, 'place' | 'related'>): KeptFinding {
  const isInner = !('kind' in span || 'value' in span);
  return { finding, node, span: isInner ? { start: span.start - node.start, end: span.end - node.start } : span, isInner, related };
}

/** The finding as it is now. */
export function presentFinding(kept: KeptFinding): Finding {
  const { finding, node, span, isInner, related } = kept;
  const by = isInner ? node.start : 0;
  const at = movedTo(finding.at, node, { start: span.start + by, end: span.end + by });
  const other = finding.related[0];
  const there = related && other && movedTo(other.at, related, related.entry ?? related);
  if (at !== finding.at || there !== other?.at) kept.finding = { ...finding, at, related: other && there ? [{ ...other, at: there }] : finding.related };
  return kept.finding;
}

function movedTo(at: Location, { file }: Node, span: Span): Location {
  const [start, end] = [positionAt(file, span.start), positionAt(file, span.end)];
  const isThere = isEqual(start, at.start) && isEqual(end, at.end);
  return isThere ? at : { ...at, start, end };
}

function isEqual(a: Location['start'], b: Location['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
