import {
  type Context,
  child,
  type Entry,
  itemsOf,
  type Kept,
  keptIn,
  type Node,
  once,
  resolve,
  rootOf,
  type ScalarNode,
  type Snapshot,
  sourceOf,
  stringOf,
} from '@breakwater/core';
import type { Dialect } from '@breakwater/json-schema';
import { DIALECTS, type OpenApiVersion, versionOf } from '../version.ts';
import type { ComponentElement, PathElement, ReferencesElement } from './element.ts';

/** What every element of one description shares. */
export interface Document {
  readonly snapshot: Snapshot;
  readonly root: Node;
  readonly version: OpenApiVersion;
  readonly dialect: Dialect;
  /** What the root says for every operation: of it, the meaning of each part depends. */
  readonly context: Context;
  /** What was made of its parts, of a description that is read again and again. */
  readonly made: Made | undefined;
  /** The names of the tags that the root lists. */
  tags(): ReadonlySet<string>;
}

interface Made {
  readonly paths: WeakMap<Entry, Kept<readonly PathElement[]>>;
  readonly components: WeakMap<Entry, ComponentElement>;
  /** By the list of them, which is another one where it is not what it was. */
  readonly references: WeakMap<readonly ScalarNode[], ReferencesElement>;
}

const living = new WeakMap<Snapshot, Kept<Document | undefined>>();

/** That of a living snapshot lives on with it. */
export function documentOf(snapshot: Snapshot): Document | undefined {
  return snapshot.state ? keptIn(living, snapshot, () => newDocument(snapshot)) : newDocument(snapshot);
}

function newDocument(snapshot: Snapshot): Document | undefined {
  const root = rootOf(snapshot);
  const version = root && versionOf(root);
  if (!root || !version) return undefined;
  const dialect = DIALECTS[version];
  return {
    snapshot,
    get root() {
      return rootOf(snapshot) ?? root;
    },
    version,
    dialect,
    context: inheritedContext(root, dialect),
    made: snapshot.state && { paths: new WeakMap(), components: new WeakMap(), references: new WeakMap() },
    tags: once(() => new Set(itemsOf(resolve(snapshot, child(rootOf(snapshot), 'tags'))).flatMap((tag) => stringOf(child(tag, 'name')) ?? []))),
  };
}

/** Root keywords that reach into every operation. */
const INHERITED = ['security', 'consumes', 'produces'] as const;

/** All that the meaning of a part of a description depends on, beside its own text. */
export function contextOf({ context: known }: Document, more = '', nodes: readonly Node[] = []): Context {
  // Most parts depend on nothing else, and there are many: one context for all of them.
  return more === '' && nodes.length === 0 ? known : { key: `${known.key}${more}`, nodes };
}

function inheritedContext(root: Node, dialect: Dialect): Context {
  const inherited = INHERITED.map((key) => child(root, key)).map((node) => (node ? sourceOf(node) : ''));
  return { key: [dialect.key, ...inherited, ''].join('\n'), nodes: [] };
}

/** A field of an object, with a reference in its place followed: authors put `$ref` also where the specification has none. */
export function field({ snapshot }: Document, node: Node | undefined, name: string): Node | undefined {
  return resolve(snapshot, child(node, name));
}
