import type { Mark, Severity } from '../finding/finding.ts';

/** What the page of a rule, change, problem or policy says, in parts. */
export interface RuleInfo {
  readonly id: string;
  readonly kind: 'problem' | 'rule' | 'change' | 'policy';
  readonly severity: Severity;
  readonly marks: Mark | undefined;
  readonly summary: string;
  readonly why: string;
  readonly advice: string;
  /** Of a change, what a consumer has to do. */
  readonly migration: string;
  readonly helpUri: string;
}
