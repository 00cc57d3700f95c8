import type { Report } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';
import type { Repair } from '../fixes.ts';
import type { Inputs } from '../inputs.ts';

/**
 * Where a report comes from: a check; a part of one, whose whole is told by somebody else; the parts, folded; or a run that
 * may not tell itself.
 */
export type Stage = 'check' | 'shard' | 'merge' | 'relay';

/** Commits that GitHub can show. */
export interface Commits {
  readonly head: string;
  /** Absent where the base is no commit. */
  readonly base?: string | undefined;
}

/** What there is to tell, and to whom. The verdict is settled. */
export interface Telling {
  readonly stage: Stage;
  readonly report: Report;
  readonly failed: boolean;
  readonly inputs: Inputs;
  readonly context: Context;
  /** Where the places of the report can be seen. */
  readonly commits: Commits;
  readonly client: Client;
  /** The safe repairs of what was reported. */
  readonly repairs: (report: Report) => Promise<readonly Repair[]>;
}

/** A place that is told; it throws if it cannot be. One that was not asked for does nothing. */
export interface Sink {
  /** As in *The comment could not be written*. */
  readonly name: string;
  /** Of the token, beyond reading. */
  readonly permission?: string;
  readonly stages: readonly Stage[];
  readonly tell: (telling: Telling) => void | Promise<void>;
}
