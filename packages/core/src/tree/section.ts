import type { Span } from '../text/source-file.ts';
import { moveInto } from './move.ts';
import type { Entry, MapNode, Node } from './node.ts';
import { placedOf, SectionedMap } from './placed.ts';
import { EVERYTHING, noteRead, type Slot, touch } from './reads.ts';

/** A mapping whose text is longer than this, in UTF-16 units, is read again entry by entry. */
const LARGE = 2_000;

/** Below the second level, only what has so many entries: a list of names, not an object with fields, whose parts mean little by themselves. */
const MANY = 10;

/** What a large mapping is made of. Who looks at a name, or at all of them, is noted: see `reads.ts`. */
export class Sections {
  #entries: readonly Entry[] = [];
  #byName = new Map<string, Entry>();
  readonly #slots = new Map<string, Slot>();
  readonly #names: Slot = { stamp: 0 };

  /** In the order of the text. */
  get entries(): readonly Entry[] {
    noteRead(this.#names);
    return this.#entries;
  }

  entry(name: string): Entry | undefined {
    noteRead(this.slot(name));
    return this.#byName.get(name);
  }

  slot(name: string): Slot {
    const slot = this.#slots.get(name) ?? { stamp: 0 };
    this.#slots.set(name, slot);
    return slot;
  }

  /** Unnoted, for who reads the text again. */
  current(): readonly Entry[] {
    return this.#entries;
  }

  replace(entries: readonly Entry[]): void {
    const before = this.#byName;
    const after = new Map(entries.map((entry) => [entry.name, entry]));
    for (const [name, entry] of after) if (before.get(name) !== entry) touch(this.slot(name));
    for (const [name, entry] of before) {
      if (!after.has(name)) touch(this.slot(name));
      // Some have only read what is said of the sections in it.
      if (after.get(name) !== entry) nodeOf(entry).sections?.end();
    }
    if (entries.length !== this.#entries.length || entries.some(({ name }, i) => name !== this.#entries[i]?.name)) touch(this.#names);
    this.#entries = entries;
    this.#byName = after;
  }

  /** The tree is no more: whatever was made from it is not current. */
  end(): void {
    touch(this.#names);
    for (const slot of this.#slots.values()) touch(slot);
    for (const entry of this.#entries) nodeOf(entry).sections?.end();
  }
}

/** An entry whose value is noted as read by who asks for it. With its value it is a piece of its own; a container is one, and each of its sections. */
class SectionEntry implements Entry {
  readonly name: string;
  readonly #from: number;
  readonly #until: number;
  #value: Node;
  readonly #slot: Slot;

  constructor({ name, start, end, value }: Entry, slot: Slot) {
    if (!SectionEntry.#isContainer(value)) moveInto({ file: value.file, offset: start }, value);
    const { offset } = placedOf(value).piece;
    this.name = name;
    this.#from = start - offset;
    this.#until = end - offset;
    this.#value = value;
    this.#slot = slot;
  }

  static #isContainer(value: Node): boolean {
    return value.kind === 'map' && value.sections !== undefined;
  }

  get start(): number {
    return placedOf(this.#value).piece.offset + this.#from;
  }

  get end(): number {
    return placedOf(this.#value).piece.offset + this.#until;
  }

  get value(): Node {
    noteRead(this.#slot);
    return this.#value;
  }

  /** Unnoted: a container that takes the place of itself tells by its own sections what is new in it. */
  static setContainer(entry: Entry, container: MapNode): void {
    if (entry instanceof SectionEntry) entry.#value = container;
  }

  static nodeOf(entry: Entry): Node & { readonly sections?: Sections } {
    return entry instanceof SectionEntry ? entry.#value : entry.value;
  }
}

/** The value of an entry, unnoted. */
export function nodeOf(entry: Entry): Node & { readonly sections?: Sections } {
  return SectionEntry.nodeOf(entry);
}

/** A container in the place of one whose sections it has; those are now these entries, and it may end elsewhere. */
export function renewedContainer(before: MapNode, entries: readonly Entry[], { start, end }: Span): MapNode {
  const { piece } = placedOf(before);
  const container = filled(new SectionedMap(piece, start - piece.offset, end - piece.offset, before, before.sections ?? new Sections()), entries);
  if (before.entry) SectionEntry.setContainer(before.entry, container);
  return container;
}

/** A mapping over sections that may have been there before, with the entries that are there now. */
function filled(container: SectionedMap, entries: readonly Entry[]): SectionedMap {
  const { sections } = container;
  const own = entries.map((each) => (each instanceof SectionEntry ? each : new SectionEntry(each, sections.slot(each.name))));
  for (const each of own) {
    const value = placedOf(nodeOf(each));
    value.parent = container;
    value.entry = each;
  }
  sections.replace(own);
  return container;
}

/** How the lines, or whatever else a notation has, of a mapping are shared among its entries; `undefined` for one that cannot be read entry by entry. */
export type Shares = (map: MapNode, region: Span) => readonly Span[] | undefined;

/** Makes containers of a large mapping at a depth (0 for that of a document) and of the large ones in it. No node in it may be shared. */
export function cutIntoSections(node: Node, depth: number, region: Span, sharesOf: Shares): Node {
  const isLarge = node.kind === 'map' && node.end - node.start >= LARGE && (depth < 2 || (depth === 2 && node.entries.length >= MANY));
  const shares = isLarge ? sharesOf(node, region) : undefined;
  if (node.kind !== 'map' || !shares) return node;
  const entries = node.entries.map((entry, i) => {
    const value = cutIntoSections(entry.value, depth + 1, shares[i] ?? region, sharesOf);
    return value === entry.value ? entry : { name: entry.name, start: entry.start, end: entry.end, value };
  });
  const { file, start, end } = node;
  return filled(new SectionedMap({ file, offset: start }, 0, end - start, node, new Sections()), entries);
}

/** The value of an entry of a container that a node is or is in; `undefined` for containers and where there are none. */
export function sectionOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.kind === 'map' && at.sections) return undefined;
    if (at.parent?.kind === 'map' && at.parent.sections) return at;
  }
  return undefined;
}

/** Who keeps a node, keeps it as long as its section is there. A mapping in sections is another one after each edit in it. */
export function noteStanding(node: Node): void {
  const { parent, entry } = sectionOf(node) ?? {};
  if (parent?.kind === 'map' && entry) parent.sections?.entry(entry.name);
  else noteRead(EVERYTHING);
}
