import { isCurrent, type Kept, noteRenewed, recordingApart, type Slot, touch } from './reads.ts';

/** An answer whose readers are current as long as it comes out the same, whatever becomes of what it was made from. */
export class Steady<T> implements Slot {
  stamp = 0;
  #made: Kept<T>;
  readonly #make: () => T;
  readonly #isSame: (a: T, b: T) => boolean;

  constructor(make: () => T, isSame: (a: T, b: T) => boolean) {
    this.#make = make;
    this.#isSame = isSame;
    this.#made = recordingApart(make);
  }

  /** Made again where it is not current: what is carried along beside what counts is then as it is now. */
  renew(): void {
    if (isCurrent(this.#made.reads)) return;
    const before = this.#made.value;
    this.#made = recordingApart(this.#make);
    if (!this.#isSame(before, this.#made.value)) touch(this);
  }

  get value(): T {
    this.renew();
    noteRenewed(this);
    return this.#made.value;
  }
}
