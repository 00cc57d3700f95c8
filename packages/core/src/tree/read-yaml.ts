import type { SourceFile } from '../text/source-file.ts';
import { bodyStart, cutEntries } from './cut.ts';
import { merged, newMap, readPieces } from './read-piece.ts';
import { MAX_DEPTH, type Reader, type ReadResult } from './reader.ts';
import { readStrictest } from './yaml-strictest-reader.ts';
import { readTolerantYaml } from './yaml-tolerant-reader.ts';

/** Reads YAML with the strictest reader that can: only a text that one refuses meets the next. */
export const readYaml: Reader = (file) => {
  const { result, refusal } = readStrictest(file);
  return result ?? (refusal.isTooDeep ? undefined : readByEntries(file)) ?? readTolerantYaml(file, refusal);
};

/** Reads a broken mapping entry by entry, and the broken ones so again: what is whole in it stays so, however it is broken elsewhere. */
function readByEntries(file: SourceFile): ReadResult | undefined {
  const body = { start: bodyStart(file), end: file.text.length };
  const cut = cutEntries(file.text, body);
  const part = cut && cut.pieces.length > 0 ? readPieces(file, cut.pieces) : undefined;
  if (!part || part.height >= MAX_DEPTH) return undefined;
  const { map, problems } = newMap(file, part.entries);
  const all = merged([...part.problems, ...problems]);
  // What reads well in pieces and not as a whole is broken in a way that pieces do not show.
  return all.some(({ damages }) => damages) ? { root: map, problems: all, damaged: true, shares: false, torn: part.torn } : undefined;
}
