import type { Node } from '../tree/node.ts';
import type { Fix } from './rule.ts';

/** Where a change is told, to somebody who takes it back. */
export interface Sides {
  /** What the base had there. */
  readonly before: Node | undefined;
  /** Where the finding stands in the head: what came in its place, or what held it. */
  readonly after: Node;
  /** The key that announces the end of things of this kind, where there is one. */
  readonly deprecatedBy: string | undefined;
}

/** A way to take a change back or to soften it. */
export interface Remedy extends Fix {
  /** What comes back from the base, with all that it refers to. */
  readonly brings?: readonly Node[];
}
