import type { Snapshot } from './snapshot.ts';

/** Contracts that are read again and again, by entry: whoever holds the snapshot of one has it as it was read last. */
export class LivingSnapshots {
  /** `undefined` for what was read once: most of it is looked at once only, and nothing that is made for that has to stay. */
  readonly #byEntry = new Map<string, Draft | undefined>();

  /** What a contract was read as. */
  now(read: Snapshot): Snapshot {
    const known = this.#byEntry.get(read.entry);
    const again = known ?? (this.#byEntry.has(read.entry) ? { ...read } : undefined);
    this.#byEntry.set(read.entry, again);
    return again ? Object.assign(again, read, { state: {} }) : read;
  }
}

type Draft = { -readonly [Key in keyof Snapshot]: Snapshot[Key] };
