import { fileWith } from '../text/edited-file.ts';
import { lengthOf, type SourceFile } from '../text/source-file.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';
import type { ReadResult } from '../tree/reader.ts';
import { EVERYTHING, noteRead, type Slot } from '../tree/reads.ts';
import type { Host } from './host.ts';
import type { LivingSnapshots } from './living-snapshots.ts';
import type { LoadedFile, Snapshot } from './snapshot.ts';
import { targetOf } from './uri.ts';

export interface LoadOptions {
  /** The references in a file, in the order of the text: what a format takes for one. */
  readonly referencesOf: (root: Node) => readonly ScalarNode[];
  /** Reads a text; a shell that reads the same text again and again passes one that remembers. */
  readonly read?: (file: SourceFile) => ReadResult;
  /** Of who reads the same contracts again and again: what was read before becomes what is read now. */
  readonly living?: LivingSnapshots;
  readonly maxFiles?: number;
  /** UTF-16 code units over all files. */
  readonly maxSize?: number;
}

/** Threat T3: a set of files larger than this is not followed further. */
const MAX_FILES = 5_000;
const MAX_SIZE = 100_000_000;

/** Reads the entry and, breadth first, every file that references reach. The only asynchronous step there is. */
export async function load(entry: string, host: Host, options: LoadOptions): Promise<Snapshot> {
  const { referencesOf, read = readText, living, maxFiles = MAX_FILES, maxSize = MAX_SIZE } = options;
  const files = new Map<string, LoadedFile>();
  const absent = new Map<string, string>();
  const queue = [entry];
  let size = 0;
  for (let uri = queue.shift(); uri !== undefined; uri = queue.shift()) {
    if (files.has(uri) || absent.has(uri)) continue;
    if (files.size >= maxFiles || size >= maxSize) {
      absent.set(uri, `is not read: the contract has more than ${maxFiles} files or ${maxSize} characters`);
      continue;
    }
    const found = await host.readFile(uri);
    if ('refusal' in found) {
      absent.set(uri, found.refusal);
      continue;
    }
    const file = fileWith(uri, found);
    size += lengthOf(file);
    const { root, problems, damaged, shares, slot } = read(file);
    const source = root?.file ?? file;
    const references = root ? referencesOf(root) : [];
    files.set(uri, fileOf({ source, root, problems, damaged, shares, references }, slot));
    for (const { value } of references) if (typeof value === 'string' && !value.startsWith('#')) queue.push(...fileNamedBy(uri, value));
  }
  return living ? living.now({ entry, files, absent }) : { entry, files, absent };
}

/** Who asks for its root has read what it was read from, and its references come from anywhere in it. */
function fileOf({ root, references, ...file }: LoadedFile, slot: Slot | undefined): LoadedFile {
  return {
    ...file,
    get root() {
      if (slot) noteRead(slot);
      return root;
    },
    get references() {
      noteRead(EVERYTHING);
      return references;
    },
  };
}

function fileNamedBy(from: string, reference: string): string[] {
  const target = targetOf(from, reference);
  return 'uri' in target && target.uri !== from ? [target.uri] : [];
}
