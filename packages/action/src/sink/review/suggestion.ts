import { applyEdits, dropUnsafe, type Edit, lineStartsOf, positionAt, type SourceFile } from '@breakwater/core';

/** Whole lines of a file, counted from one, and what is to stand in their place: no line at all, or some. */
export interface Suggestion {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The edits of one file as lines that replace lines; `undefined` where that would not come to the same. */
export function suggestionOf(source: SourceFile, edits: readonly Edit[]): Suggestion | undefined {
  if (edits.length === 0 || edits.some(({ uri }) => uri !== source.uri) || source.text.includes('\r')) return undefined;
  const repaired = applyEdits(source, edits);
  const first = positionAt(source, Math.min(...edits.map(({ span }) => span.start))).line;
  const last = positionAt(source, Math.max(...edits.map(({ span }) => span.end))).line;
  // An insertion between lines goes with the line before it; whatever ends where a line starts leaves that line alone.
  for (const [start, end] of [
    [first, last - 1],
    [first - 1, last - 1],
    [first, last],
  ] as const) {
    const suggestion = replacing(source, repaired, start, end);
    if (suggestion && appliedTo(source, suggestion) === repaired && isPlain(suggestion)) return suggestion;
  }
  return undefined;
}

/** What has to stand in place of the lines `start` to `end`, counted from zero, if all before and after stays as it is. */
function replacing(source: SourceFile, repaired: string, start: number, end: number): Suggestion | undefined {
  const starts = lineStartsOf(source);
  if (start < 0 || end < start) return undefined;
  const [from, to] = [starts[start] ?? 0, starts[end + 1] ?? source.text.length];
  const length = repaired.length - (source.text.length - to) - from;
  if (length < 0) return undefined;
  const text = repaired.slice(from, from + length);
  return { start: start + 1, end: end + 1, lines: text === '' ? [] : text.replace(/\n$/, '').split('\n') };
}

/** What GitHub makes of a file when somebody takes a suggestion. */
function appliedTo({ text }: SourceFile, { start, end, lines }: Suggestion): string {
  const all = text.split('\n');
  return [...all.slice(0, start - 1), ...lines, ...all.slice(end)].join('\n');
}

/** A suggestion holds what its reader sees, and nothing else. */
function isPlain({ lines }: Suggestion): boolean {
  return lines.every((line) => dropUnsafe(line.replaceAll('\t', '')) === line.replaceAll('\t', ''));
}
