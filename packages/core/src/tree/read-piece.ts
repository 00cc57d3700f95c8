import type { SourceFile, Span } from '../text/source-file.ts';
import { cutEntries, nextLine } from './cut.ts';
import { heightOf, movedProblem } from './move.ts';
import { type Entry, isFlow, type Node } from './node.ts';
import { PlacedEntry, PlacedMap, PlacedScalar, placedOf } from './placed.ts';
import { ProblemList } from './problem-list.ts';
import type { ReadResult, TextProblem } from './reader.ts';
import { duplicateKey, missingColon } from './text-problem.ts';
import { readStrictest } from './yaml-strictest-reader.ts';
import { readTolerantYaml } from './yaml-tolerant-reader.ts';

/** Entries of a mapping whose node does not exist yet, with what is wrong in them. */
export interface Part {
  readonly entries: readonly Entry[];
  readonly problems: readonly TextProblem[];
  /** Levels of the values. */
  readonly height: number;
  /** See `ReadResult`. */
  readonly torn: readonly Span[];
}

/**
 * Reads the lines of one entry of a block mapping: as a whole if it is well formed, else entry by entry of its value, so that what is
 * broken is lost and the rest is not. `undefined` where anchors tie it to other places.
 */
function readPiece(file: SourceFile, span: Span): Part | undefined {
  const slice = { uri: file.uri, text: file.text.slice(span.start, span.end) };
  const { result, refusal } = readStrictest(slice);
  if (result && isOneEntry(result)) return moved(result, span, file);
  if (result?.shares || refusal?.isTooDeep) return undefined;
  const inner = readInner(file, span);
  if (inner) return inner;
  const tolerant = readTolerantYaml(slice, refusal);
  if (tolerant.shares) return undefined;
  const torn = tolerant.damaged && isBlockMap(tolerant.root) ? moved(tolerant, span, file) : bareKey(file, span);
  return torn && { ...torn, torn: [span] };
}

function isOneEntry({ root, shares }: ReadResult): boolean {
  return !shares && root?.kind === 'map' && root.entries.length === 1;
}

function isBlockMap(root: Node | undefined): boolean {
  return root?.kind === 'map' && !isFlow(root) && root.entries.length > 0;
}

function moved({ root, problems }: ReadResult, span: Span, file: SourceFile): Part | undefined {
  if (root?.kind !== 'map') return undefined;
  // One reader made one piece of it.
  Object.assign(placedOf(root).piece, { file, offset: span.start });
  const own = problems.map((problem) => within(movedProblem(problem, span.start), span));
  return { entries: root.entries, problems: own, height: heightOf(root) - 1, torn: [] };
}

/** What is missing at the end of a piece is missing in the piece. */
function within(problem: TextProblem, { end: until }: Span): TextProblem {
  const { start, end } = problem.span;
  return end < until ? problem : { ...problem, span: { start: Math.min(start, until - 1), end: Math.min(end, until) } };
}

/** `key:` and nothing else on its line, with a mapping below. */
function readInner(file: SourceFile, { start, end }: Span): Part | undefined {
  const second = nextLine(file.text, start);
  const { result } = readStrictest({ uri: file.uri, text: file.text.slice(start, second) });
  const [head] = result?.root?.kind === 'map' ? result.root.entries : [];
  const below = head && isNotWritten(head.value) ? cutEntries(file.text, { start: second, end }) : undefined;
  if (!result || !head || !below || below.column <= head.start) return undefined;
  const part = readPieces(file, below.pieces);
  if (!part) return undefined;
  const { map, problems } = newMap(file, part.entries);
  const entry = new PlacedEntry(head.name, head.start + start, head.end + start, map);
  map.entry = entry;
  return { entries: [entry], problems: [...part.problems, ...problems], height: part.height + 1, torn: part.torn };
}

function isNotWritten(value: Node): boolean {
  return value.kind === 'scalar' && value.start === value.end;
}

/** The entries of pieces in order. */
export function readPieces(file: SourceFile, pieces: readonly Span[]): Part | undefined {
  const entries: Entry[] = [];
  const problems: TextProblem[] = [];
  const torn: Span[] = [];
  let height = 0;
  for (const piece of pieces) {
    const part = readPiece(file, piece);
    if (!part) return undefined;
    entries.push(...part.entries);
    problems.push(...part.problems);
    torn.push(...part.torn);
    height = Math.max(height, part.height);
  }
  return { entries, problems, height, torn };
}

/** A mapping of entries, of which the first of each name counts, and what is to be said of the others. */
export function newMap(file: SourceFile, entries: readonly Entry[]): { readonly map: PlacedMap; readonly problems: readonly TextProblem[] } {
  const first = new Map<string, Entry>();
  const problems: TextProblem[] = [];
  const start = entries[0]?.start ?? 0;
  const map = new PlacedMap({ file, offset: 0 }, start, start, undefined);
  for (const entry of entries) {
    const other = first.get(entry.name);
    if (other && isBare(other)) first.delete(entry.name);
    if (!other || isBare(other)) first.set(entry.name, entry);
    else if (!isBare(entry)) problems.push(duplicateKey(entry.name, entry, other));
    placedOf(entry.value).parent = map;
    map.until = Math.max(map.until, entry.end, entry.value.end);
  }
  map.entries = [...first.values()];
  return { map, problems };
}

/** Without a colon it may be no key, and is nothing to repeat in a message. */
function isBare({ end, value }: Entry): boolean {
  return value.start === end;
}

/** A key that is being typed. */
function bareKey(file: SourceFile, { start, end }: Span): Part {
  const line = file.text.slice(start, Math.min(end, nextLine(file.text, start)));
  const name = line.trim();
  const at = start + line.indexOf(name);
  const place = { start: at, end: at + name.length };
  const value = new PlacedScalar({ file, offset: 0 }, place.end, place.end, undefined, null, 'plain');
  value.entry = new PlacedEntry(name, place.start, place.end, value);
  return { entries: [value.entry], problems: [{ ...missingColon(place), damages: true }], height: 1, torn: [] };
}

/** In the order of the text, and no more than one read tells. */
export function merged(problems: readonly TextProblem[]): readonly TextProblem[] {
  const list = new ProblemList();
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const warned = sorted.find(({ code }) => code === 'deprecated-yaml');
  for (const problem of sorted) {
    if (problem.code === 'deprecated-yaml' && problem !== warned) continue;
    if (problem.damages) list.damage(problem);
    else list.remark(problem);
  }
  return list.all();
}
