import type { Report } from '@breakwater/core';
import type { Base } from '../base.ts';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';
import type { Repair } from '../fixes.ts';
import type { Inputs } from '../inputs.ts';

/** What there is to tell, and to whom. The verdict is settled. */
export interface Telling {
  readonly report: Report;
  readonly failed: boolean;
  readonly inputs: Inputs;
  readonly context: Context;
  readonly base: Base;
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
  readonly tell: (telling: Telling) => void | Promise<void>;
}
