import type { Span } from '../text/source-file.ts';
import type { Anchor } from './anchor-table.ts';
import type { Merge } from './merge-key.ts';
import type { Entry } from './node.ts';
import type { PlacedMap, PlacedScalar, PlacedSeq } from './placed.ts';

/** The key whose value is next. */
export interface Key extends Span {
  /** `undefined` for a key that is no text: its value is read and dropped. */
  readonly name: string | undefined;
  readonly merge: boolean;
  /** A key with an anchor is a node too, for its aliases. */
  readonly node?: PlacedScalar | undefined;
}

/** A collection that is not closed yet. */
export interface Frame {
  readonly node: PlacedMap | PlacedSeq;
  readonly anchor: Anchor | undefined;
  readonly bracketed: boolean;
  readonly isKey: boolean;
  /** No key has been seen yet. */
  isEmpty: boolean;
  key: Key | undefined;
  byName: Map<string, Entry> | undefined;
  merges: Merge[] | undefined;
  size: number;
  height: number;
}
