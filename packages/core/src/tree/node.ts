import { type SourceFile, type Span, sliceOf } from '../text/source-file.ts';
import { EVERYTHING, noteRead } from './reads.ts';
import type { Sections } from './section.ts';

/**
 * The one tree that every notation becomes. A node knows where it stands (`file`, `start`, `end`) and what holds it.
 * YAML aliases are shared nodes: such a node is a child of several parents, and `parent` is where its anchor stands.
 */
export type Node = MapNode | SeqNode | ScalarNode;

export type ScalarValue = string | number | boolean | null;

interface Placed extends Span {
  readonly file: SourceFile;
  readonly parent: MapNode | SeqNode | undefined;
  /** The entry that holds this node, when its parent is a map. It is also the span of its key. */
  readonly entry: Entry | undefined;
}

/** One key with its value. `start` and `end` are the span of the key, quotes included; they are asked for and not copied: `{ ...entry }` has none. */
export interface Entry extends Span {
  readonly name: string;
  readonly value: Node;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  /** Numbers are JavaScript's; where more precision matters, read the text with `sourceOf`. */
  readonly value: ScalarValue;
  /** `plain` covers JSON's numbers and literals; strings of JSON are `quoted`. */
  readonly style: 'plain' | 'quoted' | 'block';
}

export interface SeqNode extends Placed {
  readonly kind: 'seq';
  readonly items: readonly Node[];
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  /** In the order of the text. A repeated key keeps its first entry here; the others are problems of the read. Merge keys (`<<`) are already merged. */
  readonly entries: readonly Entry[];
  /** Of a large one that is read again entry by entry. */
  readonly sections?: Sections;
}

const SMALL = 8;
const indexes = new WeakMap<MapNode, ReadonlyMap<string, Entry>>();

/** The entry called `name`, of a map; `undefined` for anything else. */
export function entryOf(node: Node | undefined, name: string): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.sections) return node.sections.entry(name);
  if (node.entries.length <= SMALL) {
    // The most frequent question of all: without the makings of a walk.
    for (let i = 0; i < node.entries.length; i++) if (node.entries[i]?.name === name) return node.entries[i];
    return undefined;
  }
  let index = indexes.get(node);
  if (!index) {
    index = new Map(node.entries.map((entry) => [entry.name, entry]));
    indexes.set(node, index);
  }
  return index.get(name);
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return entryOf(node, name)?.value;
}

/** They are asked for everywhere, and mostly there are none. */
const NOTHING: readonly never[] = [];

export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : NOTHING;
}

export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : NOTHING;
}

export function stringOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

export function numberOf(node: Node | undefined): number | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

export function booleanOf(node: Node | undefined): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

/** Whether a map or list is written with brackets. */
export function isFlow(node: Node): boolean {
  return node.kind !== 'scalar' && /[{[]/.test(sliceOf(node.file, node.start, node.start + 1));
}

/** The text of a node as its author wrote it. */
export function sourceOf(node: Node): string {
  if (node.kind === 'map' && node.sections) noteRead(EVERYTHING);
  return sliceOf(node.file, node.start, node.end);
}

/** What an editor underlines for a node: its key, or the node itself inside a list or at the root. */
export function anchorOf(node: Node): Span {
  return node.entry ?? node;
}
