import type { SourceFile } from '../text/source-file.ts';
import type { Node, ScalarNode } from '../tree/node.ts';
import { readText } from '../tree/read-text.ts';
import type { ReadResult } from '../tree/reader.ts';
import type { Host } from './host.ts';
import type { LoadedFile, Snapshot } from './snapshot.ts';
import { targetOf } from './uri.ts';

export interface LoadOptions {
  /** The references in a file, in the order of the text: what a format takes for one. */
  readonly referencesOf: (root: Node) => readonly ScalarNode[];
  /** Reads a text; a shell that reads the same text again and again passes one that remembers. */
  readonly read?: (file: SourceFile) => ReadResult;
  readonly maxFiles?: number;
  /** UTF-16 code units over all files. */
  readonly maxSize?: number;
}

/** Threat T3: a set of files larger than this is not followed further. */
const MAX_FILES = 5_000;
const MAX_SIZE = 100_000_000;

/** Reads the entry and, breadth first, every file that references reach. The only asynchronous step there is. */
export async function load(entry: string, host: Host, options: LoadOptions): Promise<Snapshot> {
  const { referencesOf, read = readText, maxFiles = MAX_FILES, maxSize = MAX_SIZE } = options;
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
    size += found.text.length;
    const source = { uri, text: found.text };
    const { root, problems, damaged } = read(source);
    const references = root ? referencesOf(root) : [];
    files.set(uri, { source, root, problems, damaged, references });
    for (const reference of references) queue.push(...fileNamedBy(uri, reference));
  }
  return { entry, files, absent };
}

function fileNamedBy(from: string, { value }: ScalarNode): string[] {
  if (typeof value !== 'string' || value.startsWith('#')) return [];
  const target = targetOf(from, value);
  return 'uri' in target && target.uri !== from ? [target.uri] : [];
}
