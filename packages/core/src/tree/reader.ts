import type { SourceFile, Span } from '../text/source-file.ts';
import type { Node } from './node.ts';
import type { Slot } from './reads.ts';

/** What is wrong with a text as a text, before anybody asks what it means. */
export interface TextProblem {
  readonly code: 'syntax' | 'duplicate-key' | 'deprecated-yaml' | 'limit';
  /** One sentence for the author. Never holds more of the text than a key's name. */
  readonly message: string;
  readonly span: Span;
  /** Where the first of two equal keys stands. */
  readonly related?: Span;
  /** Something of the text is lost by it. */
  readonly damages?: true;
}

export interface ReadResult {
  readonly root: Node | undefined;
  readonly problems: readonly TextProblem[];
  /** The tree is not the whole of what the author wrote: it may be shown, but never compared. */
  readonly damaged: boolean;
  /** Anchors or aliases stand in the text: one place of it may be the value of another. */
  readonly shares?: boolean;
  /** Is touched when the whole text is read anew, by who reads it again and again. */
  readonly slot?: Slot;
  /** Stretches in which the tree is what could be made of broken text. */
  readonly torn?: readonly Span[];
}

/** Turns a text into the tree. Never throws; broken text gives a tree *and* problems. */
export interface Reader {
  (file: SourceFile): ReadResult;
  /** It reads texts again: the tree that a text had is used up when the next one is read. */
  readonly rereads?: true;
}

/** Deeper nesting than this is refused with one problem (threat T4). */
export const MAX_DEPTH = 500;
/** Nodes that a text may stand for once its aliases are followed (threat T1). */
export const MAX_EXPANDED_NODES = 1_000_000;
