import { type FileText, type Host, type ReadResult, readText, type SourceFile } from '@breakwater/core';

/** Of every file the texts of the last bases. */
const TEXTS_PER_FILE = 3;
const MAX_FILES = 2_000;

/** Reads a text once, however often it is asked for: from one commit to the next, most files stay as they are. */
export function rememberingReader(): (file: SourceFile) => ReadResult {
  const known = new Map<string, readonly { readonly text: string; readonly result: ReadResult }[]>();
  return (file) => {
    const readings = known.get(file.uri) ?? [];
    const reading = readings.find(({ text }) => text === file.text) ?? { text: file.text, result: readText(file) };
    known.delete(file.uri);
    known.set(file.uri, [reading, ...readings.filter((other) => other !== reading)].slice(0, TEXTS_PER_FILE));
    const [oldest] = known.keys();
    if (known.size > MAX_FILES && oldest !== undefined) known.delete(oldest);
    return reading.result;
  };
}

/** A host that asks another one again only after `time` ms: between two keys the disk does not change. */
export function rememberingHost(host: Host, time: number): Host {
  const known = new Map<string, { readonly since: number; readonly text: Promise<FileText> }>();
  return {
    readFile(uri) {
      const found = known.get(uri);
      if (found && Date.now() - found.since < time) return found.text;
      const text = host.readFile(uri);
      known.set(uri, { since: Date.now(), text });
      return text;
    },
  };
}
