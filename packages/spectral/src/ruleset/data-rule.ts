import type { Node, Severity } from '@breakwater/core';
import type { Check } from '../function/check.ts';
import type { Aliases } from './alias.ts';

/** What is asked of what a path finds. */
export interface Demand {
  /** The part to look at: `info.contact`, `@key`, or a path of its own; the whole without it. */
  readonly field?: string;
  /** Absent where it cannot be run: that is told. */
  readonly check?: Check;
}

/** A rule that is data: where to look, and what to ask. */
export interface DataRule {
  readonly id: string;
  readonly isOn: boolean;
  /** Whether it is on for those who extend its ruleset without saying how much of it they want. */
  readonly recommended: boolean;
  readonly severity: Severity;
  /** With `{{property}}`, `{{value}}`, `{{error}}`, `{{path}}` and `{{description}}` to be filled in. */
  readonly message?: string;
  readonly description?: string;
  readonly given: readonly string[];
  readonly aliases: Aliases;
  readonly demands: readonly Demand[];
  /** Whether references are followed, so that a rule sees what they mean. */
  readonly resolved: boolean;
  /** Kinds of contracts that it is about; all of them without it. */
  readonly formats?: ReadonlySet<string>;
  /** Instead of `given` and `demands`: rules of Breakwater that answer it, on some kinds of elements only. */
  readonly asks?: readonly { readonly rule: string; readonly on?: readonly string[] }[];
  /** Where it stands in the ruleset, if it stands in one. */
  readonly at?: Node;
}
