import type { SourceFile, TextChange } from '../text/source-file.ts';
import { bodyStart } from './cut.ts';
import { isFlow } from './node.ts';
import { readText } from './read-text.ts';
import type { Reader, ReadResult } from './reader.ts';
import { touch, trackReads } from './reads.ts';
import { type Reading, reread } from './reread.ts';
import { cutIntoSections } from './section.ts';
import { linesOf, membersOf } from './shares.ts';

/** Texts that are held in sections at most. */
const MAX_FILES = 2_000;

/** Where a text of a file differs from the one before, for who knows it without a look at both. */
export type ChangeOf = (uri: string, before: string, after: string) => TextChange | undefined;

/**
 * Reads the texts of files that are edited: what an edit leaves alone keeps its nodes. Only the tree of the last text of a file is good;
 * the one before has been used up.
 */
export function incrementalReader(changeOf: ChangeOf = () => undefined): Reader {
  trackReads();
  const readings = new Map<string, Reading>();
  const read: Reader = (file) => {
    const before = readings.get(file.uri);
    if (before?.source.text === file.text) return before.result;
    const again = before && reread(before, file.text, changeOf(file.uri, before.source.text, file.text));
    const reading = again ? { source: before.source, result: again } : readWhole(file, before);
    readings.delete(file.uri);
    readings.set(file.uri, reading);
    const [oldest] = readings.keys();
    if (readings.size > MAX_FILES && oldest !== undefined) readings.delete(oldest);
    return reading.result;
  };
  return Object.assign(read, { rereads: true as const });
}

function readWhole({ uri, text }: SourceFile, before: Reading | undefined): Reading {
  const { root: old } = before?.result ?? {};
  if (old?.kind === 'map') old.sections?.end();
  const source = { uri, text };
  const slot = before?.result.slot ?? { stamp: 0 };
  touch(slot);
  return { source, result: { ...inSections(readText(source)), slot } };
}

function inSections(result: ReadResult): ReadResult {
  const { root, problems, shares, damaged, torn = [] } = result;
  const isCuttable =
    root?.kind === 'map' && !shares && (!damaged || torn.length > 0) && !problems.some(({ code }) => code === 'deprecated-yaml' || code === 'limit');
  if (!isCuttable) return result;
  const isJson = isFlow(root);
  if (isJson && damaged) return result;
  const body = { start: bodyStart(root.file.text), end: root.file.text.length };
  return { ...result, root: cutIntoSections(root, 0, body, isJson ? membersOf : linesOf(torn)) };
}
