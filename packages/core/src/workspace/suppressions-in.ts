import { locationOf } from '../finding/location.ts';
import type { Suppression } from '../finding/suppression.ts';
import { lengthOf, lineStartsOf, positionAt, type SourceFile, type Span, sliceOf } from '../text/source-file.ts';
import { textHolds } from '../text/text-holds.ts';
import { entriesOf, type MapNode, type Node, stringOf } from '../tree/node.ts';
import { pointerOf } from '../tree/pointer.ts';
import type { LoadedFile } from './snapshot.ts';

const MARKER = 'breakwater-ignore';
/** For JSON, which has no comments; YAML may use it, too. */
export const IGNORE_KEY = `x-${MARKER}`;

const known = new WeakMap<LoadedFile, readonly Suppression[]>();

/** Comments `# breakwater-ignore rule-id, rule-id: reason` and keys `x-breakwater-ignore: { rule-id: reason }` of a file, in one pass. */
export function suppressionsIn(file: LoadedFile): readonly Suppression[] {
  const found = known.get(file) ?? (textHolds(file.source, MARKER) ? readAll(file) : []);
  known.set(file, found);
  return found;
}

function readAll({ source, root }: LoadedFile): readonly Suppression[] {
  const texts: Span[] = [];
  const suppressions: Suppression[] = [];
  const seen = new Set<Node>();
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'scalar') texts.push(node);
    if (node.kind === 'map') suppressions.push(...keysIn(node));
    if (node.kind === 'seq') stack.push(...node.items);
    for (const entry of entriesOf(node)) {
      texts.push(entry);
      stack.push(entry.value);
    }
  }
  return [...suppressions, ...commentsIn(source, texts)];
}

function keysIn(map: MapNode): readonly Suppression[] {
  const entry = map.entries.find(({ name }) => name === IGNORE_KEY);
  if (!entry) return [];
  const covers = { pointer: pointerOf(map) };
  if (entriesOf(entry.value).length === 0) return [{ ruleId: '', reason: '', at: locationOf(entry.value), covers }];
  return entriesOf(entry.value).map(({ name, value }) => ({ ruleId: name, reason: stringOf(value)?.trim() ?? '', at: locationOf(value), covers }));
}

const COMMENT = /(?:^|[ \t])(#[ \t]*breakwater-ignore)(?![\w-])[ \t]*([^\r\n]*)/g;
/** Rulesets of Spectral call their rules as they like, but for the colon, which begins the reason. */
const LIST = /^([\w$.@/-]+(?:[ \t]*,[ \t]*[\w$.@/-]+)*)[ \t]*(?::[ \t]*(.*))?$/;

function commentsIn(file: SourceFile, texts: readonly Span[]): readonly Suppression[] {
  const sorted = texts.toSorted((a, b) => a.start - b.start);
  const suppressions: Suppression[] = [];
  for (const [i, start] of lineStartsOf(file).entries()) {
    const line = lineAt(file, i);
    for (const match of line.includes(MARKER) ? line.matchAll(COMMENT) : []) {
      const [whole, mark = '', rest = ''] = match;
      const at = start + match.index + whole.indexOf(mark);
      if (!isInside(sorted, at)) suppressions.push(...suppressionsOf(file, { start: at, end: start + line.length }, rest, targetOf(file, start, at)));
      break;
    }
  }
  return suppressions;
}

function suppressionsOf(file: SourceFile, span: Span, rest: string, line: number): readonly Suppression[] {
  const [, list = '', reason = ''] = LIST.exec(rest.trim()) ?? [];
  const at = { uri: file.uri, start: positionAt(file, span.start), end: positionAt(file, span.end), pointer: '' };
  return list.split(',').map((id) => ({ ruleId: id.trim(), reason: reason.trim(), at, covers: { line } }));
}

/** A comment beside something is about its line; one that stands alone is about the next line that says something. */
function targetOf(file: SourceFile, start: number, at: number): number {
  const starts = lineStartsOf(file);
  let { line } = positionAt(file, at);
  if (sliceOf(file, start, at).trim() !== '') return line;
  do line++;
  while (line < starts.length && /^\s*(#|$)/.test(lineAt(file, line)));
  return line;
}

function lineAt(file: SourceFile, line: number): string {
  const starts = lineStartsOf(file);
  return sliceOf(file, starts[line] ?? 0, starts[line + 1] ?? lengthOf(file)).replace(/[\r\n]+$/, '');
}

/** Whether an offset is in one of some spans, of which none overlaps another. */
function isInside(sorted: readonly Span[], offset: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = sorted[low - 1];
  return before !== undefined && offset < before.end;
}
