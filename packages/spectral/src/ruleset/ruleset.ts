import type { Finding } from '@breakwater/core';
import type { DataRule } from './data-rule.ts';

/** Rules as one file says them, together with what it extends. */
export interface Ruleset {
  readonly rules: ReadonlyMap<string, DataRule>;
  readonly overrides: readonly RulesetOverride[];
  /** What is left out, and why: told with the findings. */
  readonly notes: readonly Finding[];
}

/** What holds for some contracts only, or in some of their parts. */
export interface RulesetOverride {
  readonly files: readonly FilePattern[];
  /** The rules as they are there. */
  change(rules: ReadonlyMap<string, DataRule>): ReadonlyMap<string, DataRule>;
  /** What `change` leaves out. */
  readonly notes: readonly Finding[];
}

/** `api/**`, or `api.yaml#/paths/~1pets` for one part of what matches. */
export interface FilePattern {
  readonly glob: string;
  /** JSON Pointer; then only severities are changed, there. */
  readonly pointer?: string;
}
