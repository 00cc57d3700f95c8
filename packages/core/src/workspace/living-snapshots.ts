import type { Reader } from '../tree/reader.ts';
import { EVERYTHING, touch } from '../tree/reads.ts';
import { isSameList } from './question.ts';
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
    const again = known ?? (this.#byEntry.has(read.entry) ? { ...read, extent: { stamp: 0 } } : undefined);
    this.#byEntry.set(read.entry, again);
    if (!again) return read;
    // Where the first one was made of other files, nobody has noted which.
    if (!known) touch(EVERYTHING);
    if (again.extent && !hasSameFiles(again, read)) touch(again.extent);
    return Object.assign(again, read, { state: {} });
  }
}

function hasSameFiles(a: Snapshot, b: Snapshot): boolean {
  const namesOf = ({ files, absent }: Snapshot) => [...files.keys(), '', ...[...absent].flat()];
  return isSameList(namesOf(a), namesOf(b));
}

type Draft = { -readonly [Key in keyof Snapshot]: Snapshot[Key] };
