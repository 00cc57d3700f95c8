import type { Mark, Severity } from '../finding/finding.ts';

/** A decision about findings. Like a rule it has an id, a severity and a page; unlike one it never looks at a contract. */
export interface Policy {
  readonly id: string;
  readonly severity: Severity;
  readonly marks?: Mark;
}
