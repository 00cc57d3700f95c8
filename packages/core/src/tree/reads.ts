/**
 * What an answer was made from, so that it can be kept until that changes. Only trees that are read again piece by piece have slots;
 * where there are none, nothing is noted, and it costs nothing.
 */

/** A place of a tree that can become another: its stamp is then another too. */
export interface Slot {
  stamp: number;
}

/** One that may have become another without anybody having noticed: see `steady.ts`. */
interface RenewedSlot extends Slot {
  /** Looks whether it has, and touches it if so. */
  renew(): void;
}

export interface Reads {
  readonly stamps: Map<Slot, number>;
  /** Few answers have some. */
  renewed: Set<RenewedSlot> | undefined;
  /** Up to which touch they are known to be current. */
  checkedAt: number;
}

/** An answer with what it was made from. */
export interface Kept<T> {
  readonly value: T;
  readonly reads: Reads | undefined;
}

/** Where it is written down what is read. */
export interface Notes {
  noted: Reads | undefined;
}

/** Changes with every piece that is read anew: for what is made from all there is. */
export const EVERYTHING: Slot = { stamp: 0 };

let clock = 0;
/** What was touched last, the latest at the end: an edit touches little. */
let latest: Slot[] = [];
const MAX_LATEST = 64;
let isTracking = false;
let frame: Notes | undefined;

/** From now on it is noted what is read. */
export function trackReads(): void {
  isTracking = true;
}

export function noteRead(slot: Slot): void {
  if (frame) (frame.noted ??= newReads()).stamps.set(slot, slot.stamp);
}

export function noteReads(reads: Reads | undefined): void {
  if (!frame || !reads) return;
  const noted = (frame.noted ??= newReads());
  noted.checkedAt = Math.min(noted.checkedAt, reads.checkedAt);
  for (const [slot, stamp] of reads.stamps) noted.stamps.set(slot, stamp);
  if (reads.renewed) for (const slot of reads.renewed) (noted.renewed ??= new Set()).add(slot);
}

export function noteRenewed(slot: RenewedSlot): void {
  noteRead(slot);
  if (frame?.noted) (frame.noted.renewed ??= new Set()).add(slot);
}

function newReads(): Reads {
  return { stamps: new Map(), renewed: undefined, checkedAt: clock };
}

export function touch(slot: Slot): void {
  slot.stamp = ++clock;
  if (latest.length >= 2 * MAX_LATEST) latest = latest.slice(-MAX_LATEST);
  latest.push(slot);
}

/** What `make` gives, with what it read. Whoever asked for it has read that too. */
export function recording<T>(make: () => T): Kept<T> {
  if (!isTracking) return { value: make(), reads: undefined };
  const own: Notes = { noted: undefined };
  const value = within(own, make);
  noteReads(own.noted);
  return { value, reads: own.noted };
}

/** As `recording`, but whoever asked has read nothing by it. */
export function recordingApart<T>(make: () => T): Kept<T> {
  const own: Notes = { noted: undefined };
  return { value: within(own, make), reads: own.noted };
}

/** What is read in `work` is nobody's. */
export function unnoted<T>(work: () => T): T {
  return frame ? within(undefined, work) : work();
}

/** What is read in `work` is written down here, and nowhere else. */
export function notingIn<T>(notes: Notes, work: () => T): T {
  return within(notes, work);
}

function within<T>(own: Notes | undefined, work: () => T): T {
  const outer = frame;
  frame = own;
  try {
    return work();
  } finally {
    frame = outer;
  }
}

export function isCurrent(reads: Reads | undefined): boolean {
  if (!reads || reads.checkedAt === clock) return true;
  if (reads.renewed) for (const slot of reads.renewed) slot.renew();
  const isStill = clock - reads.checkedAt <= latest.length ? isUntouched(reads) : isUnchanged(reads);
  if (isStill) reads.checkedAt = clock;
  return isStill;
}

function isUntouched({ stamps, checkedAt }: Reads): boolean {
  for (let i = latest.length - (clock - checkedAt); i < latest.length; i++) {
    const slot = latest[i] as Slot; // The index is within the list.
    const stamp = stamps.get(slot);
    if (stamp !== undefined && stamp !== slot.stamp) return false;
  }
  return true;
}

function isUnchanged({ stamps }: Reads): boolean {
  for (const [slot, stamp] of stamps) if (slot.stamp !== stamp) return false;
  return true;
}

/** All that several answers were made from. */
export function joinedReads(all: readonly (Reads | undefined)[]): Reads | undefined {
  const notes: Notes = { noted: undefined };
  within(notes, () => all.forEach(noteReads));
  return notes.noted;
}

/** The answer that is kept under a key; made anew where there is none, or what it was made from has changed. */
export function keptIn<K, T>(answers: { get(key: K): Kept<T> | undefined; set(key: K, kept: Kept<T>): unknown }, key: K, make: () => T): T {
  const known = answers.get(key);
  if (known && isCurrent(known.reads)) {
    noteReads(known.reads);
    return known.value;
  }
  const kept = recording(make);
  answers.set(key, kept);
  return kept.value;
}

/** Made when it is first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let kept: Kept<T> | undefined;
  return () => {
    if (kept && isCurrent(kept.reads)) noteReads(kept.reads);
    else kept = recording(make);
    return kept.value;
  };
}
