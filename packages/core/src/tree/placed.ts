import type { SourceFile } from '../text/source-file.ts';
import type { Entry, MapNode, Node, ScalarNode, ScalarValue, SeqNode } from './node.ts';
import type { Piece } from './piece.ts';
import type { Sections } from './section.ts';

/** Nodes as readers make them. Only readers write to them: while they are built, and when a text is read again. */
export type PlacedNode = PlacedMap | PlacedSeq | PlacedScalar | SectionedMap;

type Parent = MapNode | SeqNode | undefined;

/** Where a node stands is counted in its piece. */
abstract class Placed {
  piece: Piece;
  from: number;
  until: number;
  parent: Parent;
  entry: Entry | undefined;

  constructor(piece: Piece, from: number, until: number, parent: Parent, entry?: Entry) {
    this.piece = piece;
    this.from = from;
    this.until = until;
    this.parent = parent;
    this.entry = entry;
  }

  get file(): SourceFile {
    return this.piece.file;
  }

  get start(): number {
    return this.piece.offset + this.from;
  }

  get end(): number {
    return this.piece.offset + this.until;
  }
}

export class PlacedScalar extends Placed implements ScalarNode {
  readonly kind = 'scalar';
  readonly value: ScalarValue;
  readonly style: ScalarNode['style'];

  constructor(piece: Piece, from: number, until: number, parent: Parent, value: ScalarValue, style: ScalarNode['style']) {
    super(piece, from, until, parent);
    this.value = value;
    this.style = style;
  }
}

export class PlacedSeq extends Placed implements SeqNode {
  readonly kind = 'seq';
  items: Node[] = [];
}

export class PlacedMap extends Placed implements MapNode {
  readonly kind = 'map';
  entries: Entry[] = [];
}

/** A map in sections. */
export class SectionedMap extends Placed implements MapNode {
  readonly kind = 'map';
  readonly sections: Sections;

  constructor(piece: Piece, from: number, until: number, { parent, entry }: MapNode, sections: Sections) {
    super(piece, from, until, parent, entry);
    this.sections = sections;
  }

  get entries(): readonly Entry[] {
    return this.sections.entries;
  }
}

/** Its key stands in the piece of its value. */
export class PlacedEntry implements Entry {
  readonly name: string;
  from: number;
  until: number;
  readonly value: Node;

  constructor(name: string, from: number, until: number, value: Node) {
    this.name = name;
    this.from = from;
    this.until = until;
    this.value = value;
  }

  get start(): number {
    return placedOf(this.value).piece.offset + this.from;
  }

  get end(): number {
    return placedOf(this.value).piece.offset + this.until;
  }
}

/** A node of a tree as its reader made it. */
export function placedOf(node: Node): PlacedNode {
  return node as PlacedNode; // Trees are made by readers only, and all of them make these.
}
