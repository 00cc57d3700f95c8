import { type Context, child, type Node, resolve, rootOf, type Snapshot, sourceOf } from '@breakwater/core';
import type { Dialect } from '@breakwater/json-schema';
import { DIALECTS, type OpenApiVersion, versionOf } from '../version.ts';

/** What every element of one description shares. */
export interface Document {
  readonly snapshot: Snapshot;
  readonly root: Node;
  readonly version: OpenApiVersion;
  readonly dialect: Dialect;
}

export function documentOf(snapshot: Snapshot): Document | undefined {
  const root = rootOf(snapshot);
  const version = root && versionOf(root);
  return root && version && { snapshot, root, version, dialect: DIALECTS[version] };
}

/** Root keywords that reach into every operation. */
const INHERITED = ['security', 'consumes', 'produces'] as const;

/** All that the meaning of a part of a description depends on, beside its own text. */
export function contextOf({ root, dialect }: Document, more = '', nodes: readonly Node[] = []): Context {
  const inherited = INHERITED.map((key) => child(root, key)).map((node) => (node ? sourceOf(node) : ''));
  return { key: [dialect.key, ...inherited, more].join('\n'), nodes };
}

/** A field of an object, with a reference in its place followed: authors put `$ref` also where the specification has none. */
export function field({ snapshot }: Document, node: Node | undefined, name: string): Node | undefined {
  return resolve(snapshot, child(node, name));
}
