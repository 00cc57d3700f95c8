import type { Span } from '../text/source-file.ts';
import type { Anchor } from './anchor-table.ts';
import type { Merge } from './merge-key.ts';
import type { Entry, MapNode, Node, ScalarNode, SeqNode } from './node.ts';

/** Nodes while they are built. Once the tree is handed over, nobody writes to them any more. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
export type DraftMap = Draft<Omit<MapNode, 'entries'>> & { entries: Entry[] };
export type DraftSeq = Draft<Omit<SeqNode, 'items'>> & { items: Node[] };
export type DraftNode = DraftMap | DraftSeq | Draft<ScalarNode>;

/** The key whose value is next. */
export interface Key extends Span {
  /** `undefined` for a key that is no text: its value is read and dropped. */
  readonly name: string | undefined;
  readonly merge: boolean;
  /** A key with an anchor is a node too, for its aliases. */
  readonly node?: Draft<ScalarNode> | undefined;
}

/** A collection that is not closed yet. */
export interface Frame {
  readonly node: DraftMap | DraftSeq;
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
