import type { Span } from '../text/source-file.ts';
import type { Node } from '../tree/node.ts';

/** What a part of a contract is to who looks for it; a `field` is one by the specification, and has no name of its own. */
export type OutlineRole = 'group' | 'route' | 'operation' | 'type' | 'property' | 'definition' | 'field';

/** One part that people look for, with those in it. */
export interface OutlineItem {
  readonly role: OutlineRole;
  readonly label: string;
  /** A few more words about it: its id, its title. */
  readonly detail?: string;
  readonly deprecated: boolean;
  readonly node: Node;
  /** What is selected when it is gone to: its key. */
  readonly key: Span;
  readonly children: readonly OutlineItem[];
  /** What it is called where the things around it are not shown. */
  readonly fullName?: string;
}
