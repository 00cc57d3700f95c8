import { booleanOf, child, follow, type Node, resourceAround, resourcesOf, rootOf, type ScalarNode, type Snapshot, stringOf } from '@breakwater/core';

/** The place that each dynamic name leads to, for a schema that was reached through certain schema resources. */
export interface Scope {
  /** Equal for scopes in which every name leads to the same place. */
  readonly key: number;
  readonly bound: ReadonlyMap<string, Node>;
}

/** Nobody knows by which way a schema in the middle of a document is reached. */
export const UNKNOWN_SCOPE = 'unknown scope';
export type MaybeScope = Scope | typeof UNKNOWN_SCOPE;

/** Scopes that one snapshot may have: n names with two bearers each can have 2^n. */
const MAX_SCOPES = 1_000;
/** What `$recursiveAnchor` stands for. No `$dynamicAnchor` can have this name. */
const RECURSIVE = '$recursiveAnchor';

/**
 * A dynamic reference leads to the outermost of the schema resources gone through that bears the name (JSON Schema 2020-12,
 * section 8.2.3.2; 2019-09, section 8.2.4.2.1). So what it means depends on the way, and a schema is another one in each scope.
 */
export class DynamicScopes {
  private readonly snapshot: Snapshot;
  /** By the uri of a schema resource, the names with more than one bearer that it bears. All other names always lead to one place. */
  private readonly names: ReadonlyMap<string, ReadonlyMap<string, Node>>;
  private readonly scopes = new Map<string, Scope>();
  private readonly numbers = new Map<Node, number>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.names = ambiguousNames(snapshot);
  }

  /** The scope of a schema in which validation starts. */
  start(node: Node): MaybeScope {
    const nowhere = this.scopeOf(new Map());
    if (this.names.size === 0) return nowhere;
    return node === rootOf(this.snapshot) ? this.enter(nowhere, node) : UNKNOWN_SCOPE;
  }

  /** The scope inside the schema resource around a node, seen from where a reference or a parent leads into it. */
  enter(scope: MaybeScope, node: Node): MaybeScope {
    if (scope === UNKNOWN_SCOPE || this.names.size === 0) return scope;
    const own = this.names.get(resourceAround(node).uri);
    if (!own || [...own.keys()].every((name) => scope.bound.has(name))) return scope;
    // What is bound further out stays.
    return this.scopeOf(new Map([...own, ...scope.bound]));
  }

  /** Where `$dynamicRef` or `$recursiveRef` leads; undefined when that is not known. */
  target(keyword: '$dynamicRef' | '$recursiveRef', reference: ScalarNode, scope: MaybeScope): Node | undefined {
    const text = String(reference.value);
    // "The behavior of this keyword is defined only for the value `#`" (2019-09, section 8.2.4.2.1).
    if (keyword === '$recursiveRef' && text !== '#') return undefined;
    const first = follow(this.snapshot, reference);
    if (!('node' in first)) return undefined;
    const name = keyword === '$recursiveRef' ? RECURSIVE : text.slice(text.indexOf('#') + 1);
    // Only a place that bears the name itself makes the reference dynamic.
    const isDynamic = keyword === '$recursiveRef' ? isRecursive(first.node) : text.includes('#') && stringOf(child(first.node, '$dynamicAnchor')) === name;
    if (!isDynamic || ![...this.names.values()].some((names) => names.has(name))) return first.node;
    return scope === UNKNOWN_SCOPE ? undefined : (scope.bound.get(name) ?? first.node);
  }

  private scopeOf(bound: ReadonlyMap<string, Node>): MaybeScope {
    const text = [...bound]
      .map(([name, node]) => `${name} ${this.numberOf(node)}`)
      .sort()
      .join(' ');
    const known = this.scopes.get(text);
    if (known) return known;
    if (this.scopes.size >= MAX_SCOPES) return UNKNOWN_SCOPE;
    const scope: Scope = { key: this.scopes.size, bound };
    this.scopes.set(text, scope);
    return scope;
  }

  private numberOf(node: Node): number {
    let number = this.numbers.get(node);
    if (number === undefined) this.numbers.set(node, (number = this.numbers.size));
    return number;
  }
}

function isRecursive(node: Node): boolean {
  return booleanOf(child(node, '$recursiveAnchor')) === true;
}

function ambiguousNames(snapshot: Snapshot): Map<string, Map<string, Node>> {
  const found = new Map<string, Map<string, Node>>();
  const bearers = new Map<string, Set<string>>();
  const note = (uri: string, name: string, node: Node) => {
    found.set(uri, (found.get(uri) ?? new Map<string, Node>()).set(name, node));
    bearers.set(name, (bearers.get(name) ?? new Set<string>()).add(uri));
  };
  const { byId, anchors } = resourcesOf(snapshot);
  for (const [key, node] of anchors) {
    const hash = key.indexOf('#');
    const name = key.slice(hash + 1);
    if (stringOf(child(node, '$dynamicAnchor')) === name) note(key.slice(0, hash), name, node);
  }
  const roots = [...snapshot.files.values()].flatMap(({ root }) => root ?? []);
  for (const node of [...byId.values(), ...roots]) if (isRecursive(node)) note(resourceAround(node).uri, RECURSIVE, node);
  for (const [uri, names] of found) {
    for (const name of [...names.keys()]) if (bearers.get(name)?.size === 1) names.delete(name);
    if (names.size === 0) found.delete(uri);
  }
  return found;
}
