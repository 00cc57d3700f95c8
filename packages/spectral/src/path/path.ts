import type { Expression } from './expression.ts';

/** Which children of a node a step leads to. */
export type Test =
  | { readonly kind: 'any' }
  | { readonly kind: 'names'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'slice'; readonly from: number; readonly to: number; readonly by: number }
  | { readonly kind: 'filter'; readonly expression: Expression };

export interface Step {
  /** Whether it leads to what is below at any depth (`..`), and not only to children. */
  readonly deep: boolean;
  readonly test: Test;
}

/** A JSONPath as rulesets of Spectral write them, read into steps that one walk over the tree can take all at once. */
export interface Path {
  readonly text: string;
  readonly steps: readonly Step[];
  /** `$..`: every map and list, the root too. */
  readonly everything: boolean;
  /** `~` at the end: not the value but its key. */
  readonly keyed: boolean;
  /** `^` at the end: so many parents up from what is found. */
  readonly parents: number;
}
