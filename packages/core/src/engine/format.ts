import type { Node, ScalarNode } from '../tree/node.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import type { Change } from './change.ts';
import type { Element } from './element.ts';
import type { Judge } from './fact.ts';
import type { Rule } from './rule.ts';
import type { Mode } from './variance.ts';
import type { Writing } from './writing.ts';

/** A kind of contract: gives meaning to trees. The engine knows formats only through this. */
export interface Format {
  readonly id: string;
  /** How people tell such a contract by its root, for a message: "`openapi` or `swagger`". */
  readonly sign: string;
  /** The version that a root claims, or `undefined` if this is no contract of the format. `supported: false` says so in words. */
  detect(root: Node): Detection | undefined;
  /** What counts as a reference in a file of such a contract, in the order of the text. */
  referencesOf(root: Node): readonly ScalarNode[];
  model(snapshot: Snapshot): Element | undefined;
  /** Where a contract says which version of itself it is, if such contracts do. */
  versionOf?(snapshot: Snapshot): Node | undefined;
  /** The key by which a thing of a kind is announced to go, in contracts of this version of the format. */
  deprecatedBy?(snapshot: Snapshot, kind: string): string | undefined;
  /** Proofs for the facts of two models, with a count of what was proved. */
  judge?(base: Snapshot, head: Snapshot, mode: Mode): Judge;
  /** What helps who writes such a contract in an editor; without it, only what every notation gives. */
  readonly writing?: Writing;
  readonly rules: readonly Rule[];
  readonly changes: readonly Change[];
}

export interface Detection {
  /** As people write it: `OpenAPI 3.1`. */
  readonly label: string;
  readonly supported: boolean;
  /** Where the version stands. */
  readonly at: Node;
}
