import type { AcceptanceEntry } from '@breakwater/core';

/** What was agreed to, and what has to be said of that: to readers, and of what could not be asked to the log too. */
export interface Agreement {
  readonly entries: readonly AcceptanceEntry[];
  readonly notes: readonly string[];
  /** What is to be said of replies that no change here needs; `undefined` where they were not looked at. */
  readonly unmatched?: readonly string[];
  readonly warnings: readonly string[];
}

export const NOTHING_AGREED: Agreement = { entries: [], notes: [], warnings: [] };
