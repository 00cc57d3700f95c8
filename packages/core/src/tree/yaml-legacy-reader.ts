/// <reference path="./js-yaml-4.d.ts" />
import { parseEvents } from 'js-yaml';
import { FAILSAFE_SCHEMA, loadAll } from 'js-yaml-4';
import type { SourceFile } from '../text/source-file.ts';
import { MAX_DEPTH, type ReadResult } from './reader.ts';
import { deficientIndent } from './text-problem.ts';
import { addEvents } from './yaml-reader.ts';

/** A line that is indented too little: where it starts, and where its content does. */
interface ShortLine {
  readonly start: number;
  readonly content: number;
}

const MAX_ADDED = 4e6;

/**
 * Reads what libyaml and js-yaml 4 load, and YAML 1.2 parsers refuse: quoted text and brackets whose following lines are indented no
 * deeper than the key above. js-yaml 4 tells the lines; with these lines indented, js-yaml 5 reads the same meaning, and its places are
 * counted back to the text as it is. Throws where either of them does.
 */
export function readLegacyYaml(file: SourceFile): ReadResult {
  const lines = shortLines(file.text);
  const [first] = lines;
  if (!first) throw new Error('Nothing here is a matter of indentation.');
  const indent = deepestIndent(file.text) + 1;
  if (indent * lines.length > MAX_ADDED) throw new Error('Too many lines would have to be indented.');
  const text = indented(file.text, lines, indent);
  const events = parseEvents(text, { maxDepth: MAX_DEPTH + 2 });
  const builder = addEvents(file, { events, text, at: originalPlaces(lines, indent) });
  builder.problems.remark(deficientIndent(first.content, lines.length));
  return builder.result();
}

/** Throws where js-yaml 4 refuses the text too. */
function shortLines(text: string): readonly ShortLine[] {
  const lines = new Map<number, ShortLine>();
  let watched = false;
  loadAll(text, null, {
    schema: FAILSAFE_SCHEMA,
    json: true, // Repeated keys are not its business.
    maxDepth: MAX_DEPTH + 2,
    listener: (_, state) => {
      if (watched) return;
      watched = true;
      // js-yaml 4 warns of short lines, and makes an excerpt of the whole text for each warning. It looks first whether anybody listens:
      // that is when the line is noted, and nobody listens.
      Object.defineProperty(state, 'onWarning', {
        get: () => void lines.set(state.lineStart, { start: state.lineStart, content: state.position }),
      });
    },
  });
  return [...lines.values()].sort((a, b) => a.start - b.start);
}

/** No collection of the text can start at a greater column than this. */
function deepestIndent(text: string): number {
  let deepest = 0;
  for (const [prefix] of text.matchAll(/(?<=^|[\r\n])[ \t?:-]+/g)) deepest = Math.max(deepest, prefix.length);
  return deepest;
}

function indented(text: string, lines: readonly ShortLine[], indent: number): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start } of lines) {
    parts.push(text.slice(from, start), ' '.repeat(indent));
    from = start;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** From offsets of the indented text to those of the text as it is. */
function originalPlaces(lines: readonly ShortLine[], indent: number): (offset: number) => number {
  const starts = lines.map(({ start }, index) => start + index * indent);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low * indent;
  };
}
