import { EditedFile, editedTextOf } from '../text/edited-file.ts';
import type { EditedText } from '../text/edited-text.ts';
import { lengthOf } from '../text/source-file.ts';
import { changeBetween, type TextChange } from '../text/text-change.ts';
import { bodyStart } from './cut.ts';
import { isFlow } from './node.ts';
import { readText } from './read-text.ts';
import type { Reader, ReadResult } from './reader.ts';
import { EVERYTHING, touch, trackReads } from './reads.ts';
import { type Reading, reread } from './reread.ts';
import { cutIntoSections } from './section.ts';
import { linesOf, membersOf } from './shares.ts';

/** Texts that are held in sections at most. */
const MAX_FILES = 2_000;

/** Where a text of a file differs from the one before, for who knows it without a look at both. */
export type ChangeOf = (uri: string, before: EditedText, after: EditedText) => TextChange | undefined;

/**
 * Reads the texts of files that are edited: what an edit leaves alone keeps its nodes. Only the tree of the last text of a file is good;
 * the one before has been used up.
 */
export function incrementalReader(changeOf: ChangeOf = () => undefined): Reader {
  trackReads();
  const readings = new Map<string, Reading>();
  const read: Reader = (file) => {
    const before = readings.get(file.uri);
    const text = editedTextOf(file);
    const change = before && changeTo(text, before.source, changeOf);
    if (before && change?.from === change?.to && change?.by === 0) {
      if (before.source.edited !== text) before.source.replace(text, change);
      return before.result;
    }
    const again = change && reread(before, text, change);
    const reading = again ? { source: before.source, result: again } : readWhole(file.uri, text, before);
    readings.delete(file.uri);
    readings.set(file.uri, reading);
    const [oldest] = readings.keys();
    if (readings.size > MAX_FILES && oldest !== undefined) {
      end(readings.get(oldest));
      readings.delete(oldest);
    }
    return reading.result;
  };
  return Object.assign(read, { rereads: true as const });
}

function changeTo(text: EditedText, { uri, edited }: EditedFile, changeOf: ChangeOf): TextChange {
  if (edited.isSurely(text)) return { from: 0, to: 0, by: 0 };
  return changeOf(uri, edited, text) ?? changeBetween(edited, text);
}

function readWhole(uri: string, text: EditedText, before: Reading | undefined): Reading {
  end(before);
  const source = new EditedFile(uri, text);
  const slot = before?.result.slot ?? { stamp: 0 };
  return { source, result: { ...inSections(readText(source)), slot } };
}

/** Whatever was made from it is not current. */
function end(reading: Reading | undefined): void {
  const { root, slot } = reading?.result ?? {};
  if (root?.kind === 'map') root.sections?.end();
  if (slot) touch(slot);
  touch(EVERYTHING);
}

function inSections(result: ReadResult): ReadResult {
  const { root, problems, shares, damaged, torn = [] } = result;
  const isCuttable =
    root?.kind === 'map' && !shares && (!damaged || torn.length > 0) && !problems.some(({ code }) => code === 'deprecated-yaml' || code === 'limit');
  if (!isCuttable) return result;
  const isJson = isFlow(root);
  if (isJson && damaged) return result;
  const body = { start: bodyStart(root.file), end: lengthOf(root.file) };
  return { ...result, root: cutIntoSections(root, 0, body, isJson ? membersOf : linesOf(torn)) };
}
