import type { SourceFile } from '../text/source-file.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import type { TextProblem } from '../tree/reader.ts';
import { EVERYTHING, noteRead, type Slot } from '../tree/reads.ts';

export interface LoadedFile {
  readonly source: SourceFile;
  readonly root: Node | undefined;
  readonly problems: readonly TextProblem[];
  /** The tree is not the whole of the text: it is never compared. */
  readonly damaged: boolean;
  /** Aliases make one place of the text the value of another, so that equal texts may not mean the same. */
  readonly shares?: boolean | undefined;
  /** The values of `$ref` (and of what else the format takes for a reference), in the order of the text. */
  readonly references: readonly ScalarNode[];
}

/** One version of a contract: the entry file and every file that a reference in it reaches. It does not change, but for a living one. */
export interface Snapshot {
  readonly entry: string;
  /** Of a living one, which is that of the texts as they were read last: another object each time. */
  readonly state?: object;
  /** Of a living one: changes when other files are part of it, or cannot be had. */
  readonly extent?: Slot;
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Files that references name but that could not be had, with the reason. */
  readonly absent: ReadonlyMap<string, string>;
}

/** Who looks for another file has read which ones there are. */
export function noteExtent({ extent }: Snapshot): void {
  noteRead(extent ?? EVERYTHING);
}

/** What is found in all of a snapshot is kept by this, since a living one does not stay what it was. */
export function stateOf(snapshot: Snapshot): object {
  return snapshot.state ?? snapshot;
}

/** What is found in all of a snapshot, once for the texts that it was read from. */
export function ofSnapshot<T>(find: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  const known = new WeakMap<object, { readonly found: T }>();
  return (snapshot) => {
    const kept = known.get(stateOf(snapshot)) ?? { found: find(snapshot) };
    known.set(stateOf(snapshot), kept);
    return kept.found;
  };
}

export function rootOf(snapshot: Snapshot): Node | undefined {
  return snapshot.files.get(snapshot.entry)?.root;
}

/** Whether any file of the contract was read only in part. */
export function isDamaged(snapshot: Snapshot): boolean {
  return [...snapshot.files.values()].some(({ damaged }) => damaged);
}
