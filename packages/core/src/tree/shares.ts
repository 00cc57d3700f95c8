import type { Span } from '../text/source-file.ts';
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
    const { file, entries, start, end } = map;
    if (isFlow(map) || torn.some((span) => span.start <= start && end <= span.end)) return undefined;
    const first = map.entry ? nextLine(file.text, region.start) : region.start;
    const cut = cutEntries(file.text, { start: first, end: region.end });
    const fits = cut?.pieces.length === entries.length && entries.every((entry, i) => entry.start === (cut.pieces[i]?.start ?? 0) + cut.column);
    return fits ? cut.pieces : undefined;
  };
}
