import type { Reader } from '../tree/reader.ts';
import type { Snapshot } from './snapshot.ts';

const ofReaders = new WeakMap<Reader, LivingSnapshots>();

/** Contracts that are read again and again, by entry: whoever holds the snapshot of one has it as it was read last. */
export class LivingSnapshots {
  /** `undefined` for what was read once: most of it is looked at once only, and nothing that is made for that has to stay. */
  readonly #byEntry = new Map<string, Draft | undefined>();

  /** Those that a reader has read. */
  static of(reader: Reader): LivingSnapshots {
    const own = ofReaders.get(reader) ?? new LivingSnapshots();
    ofReaders.set(reader, own);
    return own;
  }

  /** What a contract was read as. */
  now(read: Snapshot): Snapshot {
    const known = this.#byEntry.get(read.entry);
    const again = known ?? (this.#byEntry.has(read.entry) ? { ...read } : undefined);
    this.#byEntry.set(read.entry, again);
    return again ? Object.assign(again, read, { state: {} }) : read;
  }
}

type Draft = { -readonly [Key in keyof Snapshot]: Snapshot[Key] };
