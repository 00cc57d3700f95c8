import type { EditedFile } from '../text/edited-file.ts';
import type { EditedText } from '../text/edited-text.ts';
import { firstAfter, lengthOf, lineStartsOf, type SourceFile, type Span, sliceOf } from '../text/source-file.ts';
import type { TextChange } from '../text/text-change.ts';
import { bodyStart, cutEntries } from './cut.ts';
import { readJson } from './json-reader.ts';
import { heightOf, movedProblem, moveInto, moveSection } from './move.ts';
import { type Entry, isFlow, type MapNode, type Node } from './node.ts';
import { merged, type Part, readPieces } from './read-piece.ts';
import { MAX_DEPTH, type ReadResult, type TextProblem } from './reader.ts';
import { EVERYTHING, touch } from './reads.ts';
import { cutIntoSections, nodeOf, renewedContainer } from './section.ts';
import { linesOf, membersOf } from './shares.ts';

/** A text as it was read, in sections. */
export interface Reading {
  /** The file that all nodes have. Its text becomes the new one. */
  readonly source: EditedFile;
  readonly result: ReadResult;
}

/** A mapping in sections, and those of its entries that a change is in. */
interface Place {
  readonly container: MapNode;
  readonly first: number;
  readonly last: number;
  /** The old lines of these entries. */
  readonly region: Span;
  readonly depth: number;
}

/** More problems than this are not told one by one, so there is no telling which of them an edit mends. */
const MAX_PROBLEMS = 20;

/**
 * Reads a changed text again where it changed, and nowhere else: entries before keep their nodes, those behind are moved. The old tree is
 * used up by it. `undefined` where a change reaches further than one mapping, or what it reaches is tied to other places.
 */
export function reread({ source, result }: Reading, text: EditedText, change: TextChange): ReadResult | undefined {
  const { root, problems } = result;
  if (root?.kind !== 'map' || !root.sections || problems.length >= MAX_PROBLEMS) return undefined;
  const isJson = isFlow(root);
  const places = isJson ? membersWith(root, change) : entriesWith(root, source, change);
  for (const place of places.reverse()) {
    const part = (isJson ? readMember : readEntries)(source, text, place, change);
    if (part && fits(part, place, result) && !part.torn.some((span) => mayBeOld(text, span))) return splice({ source, result }, text, { place, part, change });
  }
  return undefined;
}

/** From the root inwards: the mappings that hold all of a change, and in which entries. */
function entriesWith(root: MapNode, file: SourceFile, { from, to }: TextChange): Place[] {
  const places: Place[] = [];
  let region = { start: bodyStart(file), end: lengthOf(file) };
  for (let container: MapNode | undefined = root; container?.sections; ) {
    const entries: readonly Entry[] = container.sections.current();
    const starts = entries.map(({ start }, i) => (i === 0 ? region.start : lineStart(file, start)));
    const first = firstAfter(starts, lineStart(file, from)) - 1;
    const last = firstAfter(starts, lineStart(file, to)) - 1;
    const [entry, next] = [entries[first], starts[last + 1]];
    if (first < 0 || !entry) break;
    const lines: Span = { start: starts[first] ?? 0, end: next ?? region.end };
    places.push({ container, first, last, region: lines, depth: places.length + 1 });
    region = { start: nextLineStart(file, entry.start), end: lines.end };
    const value: Node = nodeOf(entry);
    container = first === last && from >= region.start && value.kind === 'map' ? value : undefined;
  }
  return places;
}

function membersWith(root: MapNode, { from, to }: TextChange): Place[] {
  const places: Place[] = [];
  for (let container: MapNode | undefined = root; container?.sections; ) {
    const entries: readonly Entry[] = container.sections.current();
    const starts = entries.map(({ start }) => start);
    const at = firstAfter(starts, from) - 1;
    const entry = entries[at];
    const value = entry && nodeOf(entry);
    if (!entry || !value || to > value.end) break;
    places.push({ container, first: at, last: at, region: { start: entry.start, end: value.end }, depth: places.length + 1 });
    container = value.kind === 'map' && from > value.start && to < value.end ? value : undefined;
  }
  return places;
}

function lineStart(file: SourceFile, offset: number): number {
  const starts = lineStartsOf(file);
  return starts[firstAfter(starts, offset) - 1] ?? 0;
}

function nextLineStart(file: SourceFile, offset: number): number {
  const starts = lineStartsOf(file);
  return starts[firstAfter(starts, offset)] ?? lengthOf(file);
}

function readEntries(file: SourceFile, text: EditedText, { container, region, first, last }: Place, { by }: TextChange): Part | undefined {
  const { start, end } = { start: region.start, end: region.end + by };
  if (!isLineStart(text, start) || !isLineStart(text, end)) return undefined;
  const lines = text.slice(start, end);
  const cut = cutEntries(lines, { start: 0, end: lines.length });
  const entries = container.sections?.current() ?? [];
  if (cut?.column === -1) return last - first + 1 < entries.length ? { entries: [], problems: [], torn: [], height: 0 } : undefined;
  const part = cut?.column === columnOf(container) ? readPieces({ uri: file.uri, text: lines }, cut.pieces) : undefined;
  return part && part.entries.length === cut?.pieces.length ? movedPart(part, file, start) : undefined;
}

function isLineStart(text: EditedText, at: number): boolean {
  if (at === 0 || at >= text.length) return true;
  const around = text.slice(at - 1, at + 1);
  const [before, code] = [around.charCodeAt(0), around.charCodeAt(1)];
  return before === 10 || (before === 13 && code !== 10) || before === 0xfeff;
}

function columnOf({ file, start }: MapNode): number {
  const line = lineStart(file, start);
  return start - line - (line === 0 && sliceOf(file, 0, 1) === '\ufeff' ? 1 : 0);
}

/** A member without a fault that ends where it has to. */
function readMember(file: SourceFile, text: EditedText, { region }: Place, { by }: TextChange): Part | undefined {
  const member = text.slice(region.start, region.end + by);
  const { root, problems } = readJson({ uri: file.uri, text: `{${member}}` });
  if (root?.kind !== 'map' || root.end !== member.length + 2 || root.entries.length !== 1) return undefined;
  if (problems.some(({ code }) => code !== 'duplicate-key')) return undefined;
  return movedPart({ entries: root.entries, problems, torn: [], height: heightOf(root) }, file, region.start - 1);
}

/** What was read from a stretch of a file, where it stands in the file. */
function movedPart({ entries, problems, height, torn }: Part, file: SourceFile, by: number): Part {
  return {
    entries: entries.map(({ name, start, end, value }) => {
      moveInto({ file, offset: start + by }, value, by);
      return { name, start: start + by, end: end + by, value };
    }),
    problems: problems.map((problem) => movedProblem(problem, by)),
    height,
    torn: torn.map(({ start, end }) => ({ start: start + by, end: end + by })),
  };
}

/** Whether nothing ties what was read to the rest: neither a name that stands there too, nor too deep a tree. */
function fits({ entries, height, problems: found }: Part, { container, first, last, depth, region }: Place, { problems }: ReadResult): boolean {
  const others = (container.sections?.current() ?? []).filter((_, i) => i < first || i > last);
  const names = new Set([...others, ...entries].map(({ name }) => name));
  // How often that stands in the whole text is told once.
  const isOld = ({ code }: TextProblem) => code === 'deprecated-yaml';
  const isTied = ({ span, related }: TextProblem) => related !== undefined && isIn(related, region) && !isIn(span, region);
  return (
    names.size === others.length + entries.length && depth + height < MAX_DEPTH && ![...problems, ...found].some((problem) => isOld(problem) || isTied(problem))
  );
}

/** Whether quotes or brackets go on after a line. An old parser may take that together with what stands below, where it is not indented. */
function mayBeOld(text: EditedText, { start, end }: Span): boolean {
  return text
    .slice(start, end)
    .split(/[\r\n]/)
    .some((line) => [...line.matchAll(/(?<![^\s[{,:])["'[{]/g)].some(({ 0: opening, index }) => !line.includes(CLOSING[opening] ?? '', index + 1)));
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

interface Splice {
  readonly place: Place;
  readonly part: Part;
  readonly change: TextChange;
}

function splice({ source, result }: Reading, text: EditedText, { place, part, change }: Splice): ReadResult {
  source.replace(text, change);
  touch(EVERYTHING);
  const { container, first, last, region } = place;
  const sharesOf = isFlow(container) ? membersOf : linesOf(part.torn);
  const fresh = part.entries.map((entry, i) => {
    const { name, start, end, value } = entry;
    const lines = { start, end: part.entries[i + 1]?.start ?? region.end + change.by };
    return { name, start, end, value: cutIntoSections(value, place.depth, lines, sharesOf) };
  });
  const entries = container.sections?.current() ?? [];
  const behind = entries.slice(last + 1);
  for (const entry of behind) moveSection(entry, change.by);
  const root = rebuilt(container, [...entries.slice(0, first), ...fresh, ...behind], change);
  const problems = merged([...kept(result.problems, region, change), ...part.problems]);
  const torn = [...spansKept(result.torn ?? [], region, change), ...part.torn];
  return { ...result, root, problems, damaged: problems.some(({ damages }) => damages === true), torn };
}

/** A mapping with its new entries, and all that is around it. */
function rebuilt(container: MapNode, entries: readonly Entry[], { by }: TextChange): MapNode {
  const [oldLast, last] = [container.sections?.current().at(-1), entries.at(-1)];
  const start = isFlow(container) ? container.start : (entries[0]?.start ?? container.start);
  let before = container;
  let after = renewedContainer(container, entries, { start, end: oldLast === last || isFlow(container) || !last ? container.end + by : endOf(last) });
  while (before.parent?.kind === 'map') {
    const outer = before.parent;
    const siblings = outer.sections?.current() ?? [];
    const at = before.entry ? siblings.indexOf(before.entry) : -1;
    for (const entry of siblings.slice(at + 1)) moveSection(entry, by);
    const end = outer.end === before.end ? after.end : outer.end + by;
    before = outer;
    after = renewedContainer(outer, siblings, { start: outer.start, end });
  }
  return after;
}

function endOf(entry: Entry): number {
  return Math.max(entry.end, nodeOf(entry).end);
}

/** What is told of the text around a stretch; what stands behind it moves. */
function kept(problems: readonly TextProblem[], region: Span, { by }: TextChange): TextProblem[] {
  const moved = (span: Span): Span => (span.start < region.start ? span : { start: span.start + by, end: span.end + by });
  return problems
    .filter(({ span }) => !isIn(span, region))
    .map(({ related, ...problem }) => ({ ...problem, span: moved(problem.span), ...(related && { related: moved(related) }) }));
}

function isIn({ start }: Span, region: Span): boolean {
  return start >= region.start && start < region.end;
}

function spansKept(spans: readonly Span[], region: Span, { by }: TextChange): Span[] {
  return spans.flatMap(({ start, end }) => {
    if (end <= region.start) return [{ start, end }];
    return start < region.end ? [] : [{ start: start + by, end: end + by }];
  });
}
