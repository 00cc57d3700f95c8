import { type Span, sliceOf } from '../text/source-file.ts';
import { cutEntries, nextLine } from './cut.ts';
import { isFlow } from './node.ts';
import type { Shares } from './section.ts';

/** In JSON, an entry goes from its key to the end of its value. */
export const membersOf: Shares = ({ entries }) => entries.map(({ start, value: { end } }) => ({ start, end }));

/**
 * In YAML, an entry has the lines from its key to the next one, where indentation says the same as the parser, and nothing is torn.
 * `region` begins in the line above a mapping in another, and where the first line is for the mapping of a document.
 */
export function linesOf(torn: readonly Span[]): Shares {
  return (map, region) => {
    const { entries, start, end } = map;
    if (isFlow(map) || torn.some((span) => span.start <= start && end <= span.end)) return undefined;
    const lines = sliceOf(map.file, region.start, region.end);
    const cut = cutEntries(lines, { start: map.entry ? nextLine(lines, 0) : 0, end: lines.length });
    const pieces = cut?.pieces.map((piece) => ({ start: region.start + piece.start, end: region.start + piece.end }));
    const fits = cut && pieces?.length === entries.length && entries.every((entry, i) => entry.start === (pieces[i]?.start ?? 0) + cut.column);
    return fits ? pieces : undefined;
  };
}
