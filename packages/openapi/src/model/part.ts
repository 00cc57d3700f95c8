import type { Direction, Element, Node, Place } from '@breakwater/core';
import { contextOf, type Document } from './document.ts';

interface Common {
  readonly document: Document;
  readonly id: string;
  readonly node: Node;
  readonly place: Place;
  readonly direction?: Direction;
  readonly scope?: string;
  readonly context: NonNullable<Element['context']>;
}

interface Given {
  readonly document: Document;
  readonly id: string;
  readonly node: Node;
  /** The key to underline, when it is not the node's own (a reference is followed, but its use is what counts). */
  readonly at?: Place;
  readonly direction?: Direction | undefined;
  readonly scope?: string | undefined;
  /** What the meaning depends on beside the text: see `Context`. */
  readonly dependsOn?: string;
  readonly dependsOnNodes?: readonly Node[];
}

/** What all kinds of elements have in common. */
export function partOf({ document, id, node, at, direction, scope, dependsOn, dependsOnNodes }: Given): Common {
  return {
    document,
    id,
    node,
    place: at ?? { node, span: node.entry ?? node },
    context: contextOf(document, dependsOn, dependsOnNodes),
    ...(direction && { direction }),
    ...(scope !== undefined && { scope }),
  };
}

/** A key in a list of one-line things, or of maps: the entry called `key` is what people look at. */
export function placeOfItem(node: Node, key: string): Place {
  const entry = node.kind === 'map' ? node.entries.find(({ name }) => name === key) : undefined;
  return { node: entry?.value ?? node, span: entry?.value ?? node.entry ?? node };
}
