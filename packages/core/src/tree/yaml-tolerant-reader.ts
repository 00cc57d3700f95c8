import type { CST, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, Parser } from 'yaml';
import type { SourceFile } from '../text/source-file.ts';
import { blockScalarEnd, trimmedEnd } from './gap.ts';
import { MAX_DEPTH, type ReadResult } from './reader.ts';
import { emptyFile, secondDocument, tooDeep } from './text-problem.ts';
import { type Properties, TreeBuilder } from './tree-builder.ts';
import { compose, faultProblem, notWellFormed } from './yaml-fault.ts';

/** Our own checks replace those that are quadratic or speak on stderr; every scalar is text until the builder decides. */
const OPTIONS = { uniqueKeys: false, logLevel: 'silent', merge: false, schema: 'failsafe', prettyErrors: false } as const;

/** Where a strict reader gave up, and whether that was for the depth of the text. */
export interface Refusal {
  readonly at?: number | undefined;
  readonly isTooDeep?: boolean;
}

/**
 * Reads whatever can be read of broken YAML, with the `yaml` package. Why another reader refused the text is told only where `yaml`
 * finds no fault of its own.
 */
export function readTolerantYaml(file: SourceFile, refusal: Refusal = {}): ReadResult {
  const builder = new TreeBuilder(file);
  try {
    addTolerantly(file.text, builder, refusal);
  } catch {
    builder.problems.damage(notWellFormed(refusal.at ?? 0));
  }
  return builder.result();
}

function addTolerantly(text: string, builder: TreeBuilder, { at: refusedAt, isTooDeep }: Refusal): void {
  const tokens = [...new Parser().parse(isTooDeep ? text.slice(0, refusedAt) : text)];
  const found = tokens.reduce<CST.Token | undefined>((known, token) => known ?? tooDeepToken(token, 0), undefined);
  const deepAt = found?.offset ?? (isTooDeep ? refusedAt : undefined);
  const { documents, faults } = compose(found ? new Parser().parse(text.slice(0, deepAt)) : tokens, OPTIONS);
  const [first, second] = documents;
  if (first?.contents) addNode(text, builder, first.contents);
  if (deepAt !== undefined) {
    // Whatever else is wrong comes from the cut.
    builder.problems.damage(tooDeep({ start: deepAt, end: deepAt + 1 }));
    return;
  }
  for (const fault of faults) builder.problems.damage(faultProblem(fault));
  if (second) builder.problems.damage(secondDocument(text, builder.cursor));
  if (faults.length > 0 || second) return;
  if (refusedAt !== undefined) builder.problems.damage(notWellFormed(refusedAt));
  else if (!first) builder.problems.damage(emptyFile());
}

/** The first collection that is nested deeper than anything we keep; the composer is recursive and must not see it. */
function tooDeepToken(token: CST.Token | null | undefined, depth: number): CST.Token | undefined {
  if (token?.type === 'document') return tooDeepToken(token.value, depth + 1);
  if (!token || !('items' in token)) return undefined;
  if (depth > MAX_DEPTH) return token;
  for (const { key, value } of token.items) {
    const found = tooDeepToken(key, depth + 1) ?? tooDeepToken(value, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function addNode(text: string, builder: TreeBuilder, node: unknown): void {
  if (isMap(node) || isSeq(node)) addCollection(text, builder, node);
  else if (isAlias(node)) builder.alias(node.source, ...placeOf(node, builder));
  else if (isScalar(node)) addScalar(text, builder, node);
  else builder.empty();
}

function addCollection(text: string, builder: TreeBuilder, node: YAMLMap | YAMLSeq): void {
  const [start, end] = placeOf(node, builder);
  const bracketed = node.flow === true && isBracketed(text, node, start);
  builder.open(isMap(node) ? 'map' : 'seq', start, bracketed, propertiesOf(node));
  for (const item of node.items) {
    if (!isPair(item)) addNode(text, builder, item);
    else if (isMap(node)) addPair(text, builder, item);
    else addSinglePair(text, builder, item);
  }
  const closed = bracketed && end > builder.cursor && ']}'.includes(text.charAt(end - 1));
  builder.close(closed ? end : builder.cursor);
}

/** In a list tagged `!!omap`, `yaml` replaces maps by their pairs. */
function addSinglePair(text: string, builder: TreeBuilder, pair: Pair): void {
  builder.open('map', builder.cursor, false);
  addPair(text, builder, pair);
  builder.close();
}

function addPair(text: string, builder: TreeBuilder, { key, value }: Pair): void {
  addNode(text, builder, key);
  addNode(text, builder, value);
}

/** A flow mapping without brackets is a single pair in a list: `[a: b]`. */
function isBracketed(text: string, node: YAMLMap | YAMLSeq, start: number): boolean {
  if (isSeq(node)) return true;
  const key: unknown = node.items[0]?.key;
  const keyAtStart = isMap(key) && key.range?.[0] === start;
  return text.charAt(start) === '{' && !keyAtStart;
}

function addScalar(text: string, builder: TreeBuilder, node: Scalar): void {
  const [start, end] = placeOf(node, builder);
  const properties = propertiesOf(node);
  const value = node.source ?? '';
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    builder.scalar(value, 'block', start, blockScalarEnd(text, start, end), properties);
  } else if (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') {
    builder.scalar(value, 'quoted', start, end, properties);
  } else if (end > start) {
    builder.scalar(value, 'plain', start, end, properties);
  } else {
    builder.empty(properties && { ...properties, end: trimmedEnd(text, start) });
  }
}

/** Start and end of a node. Faults can make `yaml` lose them; nothing then stands before what was read already. */
function placeOf({ range }: Node, { cursor }: TreeBuilder): [start: number, end: number] {
  const [start, end] = range ?? [cursor, cursor];
  return [start, Math.max(start, end)];
}

function propertiesOf({ anchor, tag }: Scalar | YAMLMap | YAMLSeq): Properties | undefined {
  return anchor === undefined && tag === undefined ? undefined : { anchor, tag: tag === undefined ? undefined : `!<${tag}>` };
}
