import { type MapNode, type Node, sectionOf } from '@breakwater/core';

/** As which objects nodes have been looked at: those of a section as it was looked at before, over which others may be laid. */
export class Kinds {
  readonly #own = new Map<Node, ReadonlySet<string>>();
  readonly #ofSections = new Map<Node, ReadonlyMap<Node, ReadonlySet<string>>>();
  readonly #around: Kinds | undefined;
  #byKind: ReadonlyMap<string, readonly (readonly MapNode[])[]> | undefined;

  constructor(around?: Kinds) {
    this.#around = around;
  }

  get(node: Node): ReadonlySet<string> | undefined {
    const own = this.#own.get(node) ?? this.#around?.get(node);
    if (own || this.#ofSections.size === 0) return own;
    const section = sectionOf(node);
    return section && this.#ofSections.get(section)?.get(node);
  }

  /** Whether that is new. */
  add(node: Node, kind: string): boolean {
    const known = this.get(node);
    if (known?.has(kind)) return false;
    this.#own.set(node, setOf([...(known ?? []), kind]));
    return true;
  }

  own(): ReadonlyMap<Node, ReadonlySet<string>> {
    return this.#own;
  }

  hasSection(section: Node): boolean {
    return this.#ofSections.has(section);
  }

  ofSection(section: Node): ReadonlyMap<Node, ReadonlySet<string>> | undefined {
    return this.#ofSections.get(section);
  }

  addSection(section: Node, kinds: ReadonlyMap<Node, ReadonlySet<string>>): void {
    this.#ofSections.set(section, kinds);
  }

  /** Every map that is a kind of object, once all are known. */
  nodesOf(kind: string): readonly MapNode[] {
    this.#byKind ??= this.#listed();
    return [...new Set(this.#byKind.get(kind)?.flat())];
  }

  #listed(): ReadonlyMap<string, readonly (readonly MapNode[])[]> {
    const lists = new Map<string, (readonly MapNode[])[]>();
    for (const kinds of [this.#own, ...this.#ofSections.values()]) {
      for (const [kind, nodes] of nodesByKind(kinds)) {
        const known = lists.get(kind);
        if (known) known.push(nodes);
        else lists.set(kind, [nodes]);
      }
    }
    return lists;
  }
}

const sets = new Map<string, ReadonlySet<string>>();

/** There are many nodes, and few combinations of kinds: nodes of the same share the set. */
function setOf(kinds: readonly string[]): ReadonlySet<string> {
  const key = kinds.join(', ');
  let set = sets.get(key);
  if (!set) sets.set(key, (set = new Set(kinds)));
  return set;
}

const known = new WeakMap<ReadonlyMap<Node, ReadonlySet<string>>, ReadonlyMap<string, readonly MapNode[]>>();

function nodesByKind(kinds: ReadonlyMap<Node, ReadonlySet<string>>): ReadonlyMap<string, readonly MapNode[]> {
  const byKind = known.get(kinds) ?? sorted(kinds);
  known.set(kinds, byKind);
  return byKind;
}

function sorted(kinds: ReadonlyMap<Node, ReadonlySet<string>>): ReadonlyMap<string, readonly MapNode[]> {
  const byKind = new Map<string, MapNode[]>();
  for (const [node, names] of kinds) {
    for (const name of node.kind === 'map' ? names : []) {
      const list = byKind.get(name);
      if (list && node.kind === 'map') list.push(node);
      else if (node.kind === 'map') byKind.set(name, [node]);
    }
  }
  return byKind;
}
