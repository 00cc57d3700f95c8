import type { Direction, Lifecycle, Subject } from '../finding/finding.ts';
import type { Span } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';

/** Where a finding about a node stands, when it is not the node's key. */
export interface Place {
  readonly node: Node;
  readonly span: Span;
}

/** A thing of a contract with a meaning: an operation, a parameter, a schema. Each format has its own kinds. */
export interface Element {
  readonly kind: string;
  /** Which one it is among the parts of its parent, in both versions: the answer of the format's `identity.ts`. */
  readonly id: string;
  /** Where its text stands, after references. */
  readonly node: Node;
  /** Ids of siblings that speak for this one where the other version does not have it: a range for a status. */
  readonly standIns?: readonly string[];
  /** Another name for it. By this, what neither ids nor stand-ins pair is paired: the whole address of a path whose prefix moved. */
  readonly alias?: string | undefined;
  /** What is underlined when it is spoken of as a whole. */
  readonly place: Place;
  /** Who writes the values, seen from the provider: it reads `input` and writes `output`. */
  readonly direction?: Direction;
  /** The boundary that a change of its parts crosses, as in `POST /orders request body`. */
  readonly scope?: string;
  /** What settings call it and all in it by, up to the next one that has a subject. */
  readonly subject?: Subject;
  /** What its maker says of how long it will be there. */
  lifecycle?(): Lifecycle;
  /** How much of it and all below is promised: `draft`, `alpha`, `beta` or `stable`. Absent: as of what it is in. */
  stability?(): string | undefined;
  /** Elements of one role with equal nodes are the same for comparing, wherever they are reached. Default: kind and id. */
  readonly role?: string;
  /** All outside its node's text and references that its meaning depends on. Absent: it is never skipped as unchanged. */
  readonly context?: Context;
  /** What stands in its text: the walk of the rules. */
  children(): readonly Element[];
  /** What takes part in the exchange: the walk of the comparison. Default: the children. */
  parts?(): readonly Element[];
}

export interface Context {
  /** Two elements whose keys differ mean different things even if their texts are equal. */
  readonly key: string;
  readonly nodes: readonly Node[];
}
