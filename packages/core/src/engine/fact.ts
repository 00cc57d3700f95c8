import type { Finding, Verdict, Witness } from '../finding/finding.ts';
import type { Node } from '../tree/node.ts';
import type { Change } from './change.ts';
import type { Element, Place } from './element.ts';

/** Two versions of one element, and the pairs that it was reached from. */
export interface Pair {
  readonly before: Element;
  readonly after: Element;
  readonly parents: Pair[];
}

/** One change between the two elements of a pair, or of a part that only one of them has. */
export interface Fact {
  readonly change: Change;
  readonly data: object;
  readonly pair: Pair;
  /** The part that was added or removed, if that is the fact. */
  readonly part?: { readonly element: Element; readonly version: 'base' | 'head' };
  readonly at: Place;
  readonly related?: Node | undefined;
  readonly lifecycle?: Finding['lifecycle'] | undefined;
}

/** How bad a fact is for one kind of upgrade, and what shows it. */
export interface Rating {
  readonly verdict: Verdict;
  readonly witness?: Witness | undefined;
  /** Why the verdict is not proved. */
  readonly unproved?: string | undefined;
  /** Why it is told although it is proved that every message is let through. */
  readonly caveat?: string | undefined;
}

/** What a proof says of a fact. `silent`: the two versions admit the same values, so there is nothing to tell. */
export interface Judgement {
  readonly backward: Rating;
  readonly forward: Rating;
  readonly silent?: boolean;
  /** Nothing is known until a reference of the head leads somewhere, which is told at the reference. Nothing is proved by that. */
  readonly waits?: boolean;
}

/** Decides facts about sets of values; `undefined` for the facts of a change that is not about sets. */
export type Judge = (fact: Fact) => Judgement | undefined;
