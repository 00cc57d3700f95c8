import type { Audience, Direction, Impact, Verdict } from '../finding/finding.ts';
import type { Element } from './element.ts';
import type { ReportFact } from './rule.ts';
import type { Remedy, Sides } from './sides.ts';

/** Verdicts for who does not stand on the wire; without one, the audience is not concerned. */
export type Beyond = Readonly<Partial<Record<Exclude<Audience, 'wire'>, Verdict>>>;

/**
 * Looks at two versions of "the same" element and says what moved; the engine finds the pairs and the places.
 * `impact` says who breaks: from `impactOf`, or with a comment that gives the reason for an exception.
 */
export interface Change<E extends Element = Element, Data extends object = object> {
  readonly id: string;
  /** The kind of its elements, or several. */
  readonly on: E['kind'] | readonly E['kind'][];
  message(data: Data): string;
  /** `direction` is that of the element; `undefined` for what has none, such as an operation. */
  impact(data: Data, direction: Direction | undefined): Impact;
  /** Whom it hurts beside those on the wire, where `wire` is the verdict. */
  beyond?(data: Data, direction: Direction | undefined, wire: Verdict): Beyond;
  /** Told only to this audience; everybody else would call it a refactoring. */
  readonly only?: keyof Beyond;
  added?(after: E, report: ReportFact<Data>): void;
  removed?(before: E, report: ReportFact<Data>): void;
  changed?(before: E, after: E, report: ReportFact<Data>): void;
  /** Ways to take it back or to soften it, asked only on demand. Without them, what is gone can come back. */
  remedies?(data: Data, sides: Sides): readonly Remedy[];
}
