import type { SourceFile, Span } from '../text/source-file.ts';
import { type Anchor, AnchorTable } from './anchor-table.ts';
import { emptyKeyPlace, emptyPlace } from './gap.ts';
import { type Merge, mergedEntries } from './merge-key.ts';
import type { Entry, Node, ScalarNode, ScalarValue } from './node.ts';
import type { Piece } from './piece.ts';
import { PlacedEntry, PlacedMap, type PlacedNode, PlacedScalar, PlacedSeq } from './placed.ts';
import { ProblemList } from './problem-list.ts';
import { MAX_DEPTH, MAX_EXPANDED_NODES, type ReadResult } from './reader.ts';
import { plainValue, taggedValue, tagName } from './scalar-value.ts';
import { duplicateKey, quoted, syntaxProblem, tooDeep, tooManyNodes } from './text-problem.ts';
import type { Frame, Key } from './tree-draft.ts';

/** What may stand before a node: `&anchor` (its name) and `!tag` (as written). */
export interface Properties {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
  /** Where the last of them ends. */
  readonly end?: number;
}

const SMALL = 8;
/** Longer texts are seldom repeated. */
const MAX_WORD = 24;
const NO_PROPERTIES: Properties = {};

/**
 * Builds the tree from what a parser sees, in the order of the text. Whatever every notation must hold to is decided here, once:
 * values of scalars, names of keys, repeated keys, merge keys, aliases, and the limits of depth and size.
 * In a map, keys and values come by turns.
 */
export class TreeBuilder {
  readonly problems = new ProblemList();
  /** The end of the last token. */
  cursor = 0;
  readonly #file: SourceFile;
  readonly #piece: Piece;
  readonly #frames: Frame[] = [];
  readonly #anchors = new AnchorTable();
  /** Keys and short values are few and often repeated: each is held once. */
  readonly #words = new Map<string, string>();
  #top: Frame | undefined;
  #root: Node | undefined;
  #skipped = 0;
  #mergeWork = 0;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#piece = { file, offset: 0 };
  }

  result(): ReadResult {
    return { root: this.#root, problems: this.problems.all(), damaged: this.problems.damaged, shares: this.#anchors.used };
  }

  /** `bracketed`: the collection starts at its bracket; a block map starts at its first key. */
  open(kind: 'map' | 'seq', start: number, bracketed: boolean, { anchor, end }: Properties | undefined = NO_PROPERTIES): void {
    this.cursor = bracketed ? start + 1 : Math.max(this.cursor, start, end ?? 0);
    if (this.#skipped > 0 || this.#frames.length >= MAX_DEPTH) {
      this.#skip(start);
      return;
    }
    const parent = this.#top?.node;
    const node = kind === 'map' ? new PlacedMap(this.#piece, start, start, parent) : new PlacedSeq(this.#piece, start, start, parent);
    const isKey = this.#expectsKey();
    const known = anchor === undefined ? undefined : this.#anchors.declare(anchor, node, true);
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
    frame.node.until = Math.max(frame.node.from, end);
    trim(frame.node);
    if (frame.merges && frame.node.kind === 'map') frame.node.entries = this.#merged(frame.node, frame.merges);
    if (frame.anchor) Object.assign(frame.anchor, { size: frame.size, height: frame.height, isOpen: false });
    if (frame.isKey) this.#complexKey(frame.node);
    else this.#complete(frame.size, frame.height, frame.node);
  }

  scalar(written: string, style: ScalarNode['style'], start: number, end: number, { anchor, tag }: Properties | undefined = NO_PROPERTIES): void {
    this.cursor = end;
    if (this.#skipped > 0) return;
    const text = this.#word(written);
    if (this.#expectsKey()) {
      this.#key(text, style, { start, end }, anchor, tag);
      return;
    }
    const value = style === 'plain' && tag === undefined ? plainValue(text) : this.#value(text, { start, end }, tag);
    const node = this.#scalarNode(value, style, start, end);
    this.#attach(node);
    if (anchor !== undefined) this.#anchors.declare(anchor, node, false);
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
    this.#anchors.used = true;
    if (this.#skipped > 0) return;
    const span = { start, end };
    const anchor = this.#anchors.follow(name, this.#frames.length, span);
    if (!('node' in anchor)) {
      this.problems.damage(anchor);
      this.#drop(span);
    } else if (this.#expectsKey()) this.#aliasAsKey(anchor.node, span);
    else this.#share(anchor);
  }

  #share({ node, size, height }: Anchor): void {
    const top = this.#top;
    if (top?.node.kind === 'seq') top.node.items.push(node);
    else if (top?.key) this.#entry(top, top.key, node);
    else this.#root ??= node;
    this.#complete(size, height, node);
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
      this.problems.damage(tooDeep({ start, end: start + 1 }));
      this.#drop({ start, end: start });
    }
    this.#skipped++;
  }

  #expectsKey(): boolean {
    return this.#top?.node.kind === 'map' && this.#top.key === undefined;
  }

  #word(text: string): string {
    if (text.length > MAX_WORD) return text;
    const known = this.#words.get(text);
    if (known === undefined) this.#words.set(text, text);
    return known ?? text;
  }

  #scalarNode(value: ScalarValue, style: ScalarNode['style'], start: number, end: number): PlacedScalar {
    return new PlacedScalar(this.#piece, start, end, this.#top?.node, value, style);
  }

  #value(text: string, { start, end }: Span, tag: string | undefined): ScalarValue {
    if (tag === undefined) return text;
    const name = tagName(tag);
    const value = taggedValue(text, name);
    if (value !== undefined) return value;
    this.problems.damage(syntaxProblem(`The tag ${quoted(name)} does not fit this value.`, { start, end }));
    return text;
  }

  #key(text: string, style: ScalarNode['style'], { start, end }: Span, anchor?: string, tag?: string): void {
    const top = this.#top;
    if (!top) return;
    const node = anchor === undefined ? undefined : this.#scalarNode(style === 'plain' ? plainValue(text) : text, style, start, end);
    if (anchor !== undefined && node) this.#anchors.declare(anchor, node, false);
    const merge = tag === undefined ? style === 'plain' && text === '<<' : tagName(tag) === 'merge';
    this.#setKey(top, { start, end, name: text, merge, node });
  }

  #aliasAsKey(node: Node, span: Span): void {
    if (node.kind !== 'scalar') {
      this.#complexKey(span);
      return;
    }
    const name = typeof node.value === 'string' ? node.value : node.file.text.slice(node.start, node.end);
    if (this.#top) this.#setKey(this.#top, { ...span, name, merge: false });
  }

  #setKey(top: Frame, key: Key): void {
    top.key = key;
    if (!top.bracketed && top.isEmpty) top.node.from = key.start;
    top.isEmpty = false;
  }

  #complexKey({ start, end }: Span): void {
    this.problems.damage(syntaxProblem('A key is a list or a mapping here; only text can be one.', { start, end }));
    this.#drop({ start, end });
  }

  #attach(node: PlacedNode): void {
    const top = this.#top;
    if (!top) this.#root ??= node;
    else if (top.node.kind === 'seq') top.node.items.push(node);
    else if (top.key) node.entry = this.#entry(top, top.key, node);
  }

  #entry(top: Frame, key: Key, value: Node): Entry | undefined {
    if (top.node.kind !== 'map' || key.name === undefined || key.merge) return undefined;
    const entry = new PlacedEntry(key.name, key.start, key.end, value);
    if (key.node) key.node.entry = entry;
    const { entries } = top.node;
    const first = top.byName ? top.byName.get(key.name) : entries.find(({ name }) => name === key.name);
    if (first) {
      this.problems.remark(duplicateKey(key.name, key, first));
      return entry;
    }
    entries.push(entry);
    if (top.byName) top.byName.set(key.name, entry);
    else if (entries.length > SMALL) top.byName = new Map(entries.map((each) => [each.name, each]));
    return entry;
  }

  /** A node is finished: its parent grows by it, and waits for the next key. */
  #complete(size: number, height: number, node: Node): void {
    const top = this.#top;
    if (!top) return;
    top.size += size;
    if (height >= top.height) top.height = height + 1;
    if (top.key?.merge && top.node.kind === 'map') {
      top.merges ??= [];
      top.merges.push({ at: top.node.entries.length, key: top.key, value: node });
    }
    top.key = undefined;
  }

  #merged(node: PlacedMap, merges: readonly Merge[]): Entry[] {
    const merged = mergedEntries(node, merges, MAX_EXPANDED_NODES - this.#mergeWork);
    this.#mergeWork += merged.work;
    for (const span of merged.refused) this.problems.damage(syntaxProblem('A merge key (`<<`) needs a mapping, or a list of mappings.', span));
    if (merged.cutAt) this.problems.damage(tooManyNodes(merged.cutAt));
    return merged.entries;
  }
}

/** A list that has grown by one at a time holds room for many more, and most have few. */
function trim(node: PlacedMap | PlacedSeq): void {
  if (node.kind === 'map') node.entries = node.entries.slice();
  else node.items = node.items.slice();
}
