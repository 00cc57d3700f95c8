import type { Location } from './finding.ts';

/** What an author has written beside a text: that findings of one rule there are known. */
export interface Suppression {
  /** Empty where none is named. */
  readonly ruleId: string;
  /** Empty where none is given. */
  readonly reason: string;
  readonly at: Location;
  /** What it covers: what stands on a line, or an object and what stands directly in it. */
  readonly covers: { readonly line: number } | { readonly pointer: string };
}
