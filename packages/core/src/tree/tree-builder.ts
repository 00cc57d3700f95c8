import type { SourceFile, Span } from '../text/source-file.ts';
import { emptyKeyPlace, emptyPlace } from './gap.ts';
import { mergedEntries, type Merge } from './merge-key.ts';
import type { Entry, MapNode, Node, ScalarNode, ScalarValue, SeqNode } from './node.ts';
import { MAX_DEPTH, MAX_EXPANDED_NODES, type ReadResult, type TextProblem } from './reader.ts';
import { plainValue, tagName, taggedValue } from './scalar-value.ts';
import { duplicateKey, endlessAlias, moreProblems, quoted, syntaxProblem, tooDeep, tooManyNodes } from './text-problem.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
type DraftMap = Draft<Omit<MapNode, 'entries'>> & { entries: Entry[] };
type DraftSeq = Draft<Omit<SeqNode, 'items'>> & { items: Node[] };
type DraftNode = DraftMap | DraftSeq | Draft<ScalarNode>;

/** What may stand before a node: `&anchor` (its name) and `!tag` (as written). */
export interface Properties {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
  /** Where the last of them ends. */
  readonly end?: number;
}

interface Anchor {
  readonly node: Node;
  size: number;
  height: number;
  open: boolean;
}

interface Key extends Span {
  /** `undefined` for a key that is no text: its value is read and dropped. */
  readonly name: string | undefined;
  readonly merge: boolean;
}

interface Frame {
  readonly node: DraftMap | DraftSeq;
  readonly anchor: Anchor | undefined;
  readonly bracketed: boolean;
  readonly isKey: boolean;
  /** No key has been seen yet. */
  isEmpty: boolean;
  key: Key | undefined;
  byName: Map<string, Entry> | undefined;
  merges: Merge[] | undefined;
  size: number;
  height: number;
}

const SMALL = 8;
const MAX_SYNTAX_PROBLEMS = 20;
const NO_PROPERTIES: Properties = {};

/**
 * Builds the tree from what a parser sees, in the order of the text. Whatever every notation must hold to is decided here, once:
 * values of scalars, names of keys, repeated keys, merge keys, aliases, and the limits of depth and size.
 * In a map, keys and values come by turns.
 */
export class TreeBuilder {
  damaged = false;
  /** The end of the last token. */
  cursor = 0;
  readonly #file: SourceFile;
  readonly #problems: TextProblem[] = [];
  readonly #frames: Frame[] = [];
  readonly #anchors = new Map<string, Anchor>();
  readonly #limits = new Set<'depth' | 'nodes' | 'endless'>();
  #top: Frame | undefined;
  #root: Node | undefined;
  #skipped = 0;
  #mergeWork = 0;
  #repeated = 0;
  #syntax = 0;
  #unlisted: Span | undefined;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  result(): ReadResult {
    const last = this.#unlisted;
    const problems = last ? [...this.#problems, moreProblems(this.#syntax - MAX_SYNTAX_PROBLEMS, last)] : this.#problems;
    return { root: this.#root, problems, damaged: this.damaged };
  }

  /** The tree is not whole, and this is why. */
  damage(problem: TextProblem): void {
    this.damaged = true;
    this.remark(problem);
  }

  /** Something is wrong with the text, and the tree is whole all the same. */
  remark(problem: TextProblem): void {
    if (problem.code !== 'syntax' || ++this.#syntax <= MAX_SYNTAX_PROBLEMS) this.#problems.push(problem);
    else this.#unlisted ??= problem.span;
  }

  /** `bracketed`: the collection starts at its bracket; a block map starts at its first key. */
  open(kind: 'map' | 'seq', start: number, bracketed: boolean, { anchor, end }: Properties | undefined = NO_PROPERTIES): void {
    this.cursor = bracketed ? start + 1 : Math.max(this.cursor, end ?? 0);
    if (this.#skipped > 0 || this.#frames.length >= MAX_DEPTH) return this.#skip(start);
    const placed = { file: this.#file, start, end: start, parent: this.#top?.node as MapNode | SeqNode | undefined, entry: undefined };
    const node: DraftMap | DraftSeq = kind === 'map' ? { kind, ...placed, entries: [] } : { kind, ...placed, items: [] };
    const isKey = this.#expectsKey();
    const known = anchor === undefined ? undefined : this.#declare(anchor, node);
    if (!isKey) this.#attach(node);
    this.#top = { node, anchor: known, bracketed, isKey, isEmpty: true, key: undefined, byName: undefined, merges: undefined, size: 1, height: 1 };
    this.#frames.push(this.#top);
  }

  /** Ends the innermost open collection. Without `end` it ends where its last token does. */
  close(end: number = this.cursor): void {
    this.cursor = end;
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const frame = this.#frames.pop();
    if (!frame) return;
    this.#top = this.#frames[this.#frames.length - 1];
    frame.node.end = end;
    if (frame.merges && frame.node.kind === 'map') frame.node.entries = this.#merged(frame.node, frame.merges);
    if (frame.anchor) Object.assign(frame.anchor, { size: frame.size, height: frame.height, open: false });
    if (frame.isKey) this.#complexKey(frame.node);
    else this.#complete(frame.size, frame.height, frame.node);
  }

  scalar(text: string, style: ScalarNode['style'], start: number, end: number, { anchor, tag }: Properties | undefined = NO_PROPERTIES): void {
    this.cursor = end;
    if (this.#skipped > 0) return;
    if (this.#expectsKey()) return this.#key(text, style, { start, end }, anchor, tag);
    const value = style === 'plain' && tag === undefined ? plainValue(text) : this.#value(text, { start, end }, tag);
    const node = this.#scalarNode(value, style, start, end);
    this.#attach(node);
    if (anchor !== undefined) this.#known(anchor, node);
    this.#complete(1, 0, node);
  }

  /** A scalar that is not written: a key without a value, a lone dash. */
  empty({ anchor, tag, end }: Properties | undefined = NO_PROPERTIES): void {
    const text = this.#file.text;
    const asKey = this.#expectsKey();
    const from = this.cursor;
    const at = end ?? (asKey ? emptyKeyPlace(text, from) : emptyPlace(text, from, this.#top?.node.kind === 'seq' ? '-' : ':'));
    this.scalar('', 'plain', at, at, { anchor, tag });
  }

  alias(name: string, start: number, end: number): void {
    this.cursor = end;
    if (this.#skipped > 0) return;
    const span = { start, end };
    const anchor = this.#anchors.get(name);
    if (!anchor) this.damage(syntaxProblem('An alias names an anchor that is not above it.', span));
    else if (anchor.open) this.#limit('endless', endlessAlias(span));
    else if (this.#expectsKey()) return this.#aliasAsKey(anchor, span);
    else if (this.#frames.length + anchor.height > MAX_DEPTH) this.#limit('depth', tooDeep(span));
    else if (this.#repeated + anchor.size > MAX_EXPANDED_NODES) this.#limit('nodes', tooManyNodes(span));
    else return this.#share(anchor);
    this.#drop(span);
  }

  #share(anchor: Anchor): void {
    const { node } = anchor;
    this.#repeated += anchor.size;
    const top = this.#top;
    if (top?.node.kind === 'seq') top.node.items.push(node);
    else if (top?.key) this.#entry(top, top.key, node);
    this.#complete(anchor.size, anchor.height, node);
  }

  /** A value, or a key with its value, that is not read. */
  #drop(span: Span): void {
    const top = this.#top;
    if (top?.node.kind !== 'map') return;
    if (top.key) top.key = undefined;
    else this.#setKey(top, { ...span, name: undefined, merge: false });
  }

  #skip(start: number): void {
    if (this.#skipped === 0) {
      this.refuseDepth(start);
      this.#drop({ start, end: start });
    }
    this.#skipped++;
  }

  /** What a parser could not even be asked to read. */
  refuseDepth(start: number): void {
    this.#limit('depth', tooDeep({ start, end: start + 1 }));
  }

  #limit(kind: 'depth' | 'nodes' | 'endless', problem: TextProblem): void {
    if (!this.#limits.has(kind)) this.#problems.push(problem);
    this.#limits.add(kind);
    this.damaged = true;
  }

  #expectsKey(): boolean {
    return this.#top?.node.kind === 'map' && this.#top.key === undefined;
  }

  #scalarNode(value: ScalarValue, style: ScalarNode['style'], start: number, end: number): Draft<ScalarNode> {
    return { kind: 'scalar', file: this.#file, start, end, parent: this.#top?.node as MapNode | SeqNode | undefined, entry: undefined, value, style };
  }

  #value(text: string, { start, end }: Span, tag: string | undefined): ScalarValue {
    if (tag === undefined) return text;
    const name = tagName(tag);
    const value = taggedValue(text, name);
    if (value !== undefined) return value;
    this.damage(syntaxProblem(`The tag ${quoted(name)} does not fit this value.`, { start, end }));
    return text;
  }

  #key(text: string, style: ScalarNode['style'], { start, end }: Span, anchor?: string, tag?: string): void {
    const top = this.#top;
    if (!top) return;
    if (anchor !== undefined) this.#known(anchor, this.#scalarNode(style === 'plain' ? plainValue(text) : text, style, start, end));
    const merge = tag === undefined ? style === 'plain' && text === '<<' : tagName(tag) === 'merge';
    this.#setKey(top, { start, end, name: text, merge });
  }

  #aliasAsKey({ node }: Anchor, span: Span): void {
    if (node.kind !== 'scalar') {
      this.damage(complexKeyProblem(span));
      return this.#drop(span);
    }
    const name = typeof node.value === 'string' ? node.value : node.file.text.slice(node.start, node.end);
    if (this.#top) this.#setKey(this.#top, { ...span, name, merge: false });
  }

  #setKey(top: Frame, key: Key): void {
    top.key = key;
    if (!top.bracketed && top.isEmpty) top.node.start = key.start;
    top.isEmpty = false;
  }

  #complexKey(node: Span): void {
    this.damage(complexKeyProblem(node));
    this.#drop({ start: node.start, end: node.end });
  }

  #attach(node: DraftNode): void {
    const top = this.#top;
    // A draft is a node that is still being filled: from here on nobody but this builder writes to it.
    if (!top) this.#root ??= node as Node;
    else if (top.node.kind === 'seq') top.node.items.push(node as Node);
    else if (top.key) node.entry = this.#entry(top, top.key, node as Node);
  }

  #entry(top: Frame, key: Key, value: Node): Entry | undefined {
    if (top.node.kind !== 'map' || key.name === undefined || key.merge) return undefined;
    const entry: Entry = { name: key.name, start: key.start, end: key.end, value };
    const { entries } = top.node;
    const first = top.byName ? top.byName.get(key.name) : entries.find(({ name }) => name === key.name);
    if (first) {
      this.#problems.push(duplicateKey(key.name, key, first));
      return entry;
    }
    entries.push(entry);
    if (top.byName) top.byName.set(key.name, entry);
    else if (entries.length > SMALL) top.byName = new Map(entries.map((each) => [each.name, each]));
    return entry;
  }

  /** A node is finished: its parent grows by it, and waits for the next key. */
  #complete(size: number, height: number, node: DraftNode | Node): void {
    const top = this.#top;
    if (!top) return;
    top.size += size;
    if (height >= top.height) top.height = height + 1;
    if (top.key?.merge && top.node.kind === 'map') {
      top.merges ??= [];
      top.merges.push({ at: top.node.entries.length, key: top.key, value: node as Node });
    }
    top.key = undefined;
  }

  #merged(node: DraftMap, merges: readonly Merge[]): Entry[] {
    const merged = mergedEntries(node as MapNode, merges, MAX_EXPANDED_NODES - this.#mergeWork);
    this.#mergeWork += merged.work;
    for (const span of merged.refused) this.damage(syntaxProblem('A merge key (`<<`) needs a mapping, or a list of mappings.', span));
    if (merged.cutAt) this.#limit('nodes', tooManyNodes(merged.cutAt));
    return merged.entries;
  }

  #declare(name: string, node: DraftNode): Anchor {
    const anchor: Anchor = { node: node as Node, size: 1, height: 0, open: true };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  #known(name: string, node: DraftNode): void {
    this.#anchors.set(name, { node: node as Node, size: 1, height: 0, open: false });
  }
}

function complexKeyProblem({ start, end }: Span): TextProblem {
  return syntaxProblem('A key is a list or a mapping here; only text can be one.', { start, end });
}
