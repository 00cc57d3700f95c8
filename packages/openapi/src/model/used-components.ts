import {
  child,
  EVERYTHING,
  entriesOf,
  follow,
  itemsOf,
  type Kept,
  keptIn,
  type Node,
  noteRead,
  referencesIn,
  type ScalarNode,
  type Snapshot,
  sectionOf,
  unnoted,
} from '@breakwater/core';
import { referencesByPart } from '../references.ts';
import type { ApiElement, ComponentElement } from './element.ts';
import { mappedNames, mappedNamesIn } from './mapped-names.ts';
import { operationsOf } from './operations-of.ts';
import { subtypesOf } from './subtypes.ts';

/** Where definitions stand, in OpenAPI 3 and in 2.0. */
const SECTIONS = new Set(['components', 'definitions', 'parameters', 'responses', 'securityDefinitions']);

export interface Uses {
  /** The nodes of components that something exchanged leads to. */
  readonly used: ReadonlySet<Node>;
  /** The nodes of components that something outside of themselves names, used or not. */
  readonly named: ReadonlySet<Node>;
}

/**
 * What leads to a component: a reference, the mapping of a discriminator, being a subtype of a used schema with a discriminator,
 * or, for a security scheme, a requirement. Linear: each component is entered once.
 */
export function usesOf(api: ApiElement, components: readonly ComponentElement[]): Uses {
  const { document } = api;
  const { snapshot, root } = document;
  const holders = new Set(components.map(({ node }) => node));
  const schemas = new Map(components.filter(({ section }) => section === 'schemas').map(({ name, node }) => [name, node]));
  const names = mappedNames(snapshot);
  const subtypes = subtypesOf(document, [...schemas.values()]);
  const leadsTo = (node: Node) => [
    ...targetsIn(snapshot, node).map((target) => holderOf(target, holders)),
    ...mappedNamesIn(names, node).map((name) => schemas.get(String(name.value))),
  ];
  const outside = partsOf(root, holders).filter((node) => !holders.has(node) && !SECTIONS.has(topOf(node)));
  const secured = namedInSecurity(api, components);
  const used = reach([...outside.flatMap(leadsTo), ...secured], (node) => [...leadsTo(node), ...(subtypes.get(node) ?? [])]);

  const named = new Set(secured);
  for (const { root: other } of snapshot.files.values()) {
    for (const part of other ? partsOf(other, holders) : []) for (const target of leadsTo(part)) if (target && target !== part) named.add(target);
  }
  return { used, named };
}

/** What a file is made of: components, and all that none of them is in. */
function partsOf(root: Node, holders: ReadonlySet<Node>): readonly Node[] {
  const above = new Set<Node>();
  for (const { parent, file } of holders) for (let at = file === root.file ? parent : undefined; at && !above.has(at); at = at.parent) above.add(at);
  const parts: Node[] = [];
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const isAround = !holders.has(node) && (above.has(node) || (node.kind === 'map' && node.sections !== undefined));
    if (isAround) for (const { value } of entriesOf(node)) stack.push(value);
    else parts.push(node);
  }
  return parts;
}

/** The name of what a node is in at the root. */
function topOf(node: Node): string {
  let top = node;
  while (top.parent?.parent) top = top.parent;
  return top.entry?.name ?? '';
}

const targets = new WeakMap<Node, Kept<readonly Node[]>>();

/** What the references in a node lead to. Of a section it is known as long as all that stays as it is. */
function targetsIn(snapshot: Snapshot, node: Node): readonly Node[] {
  const own = sectionOf(node) === node ? referencesByPart(rootAround(node)).get(node) : undefined;
  const find = () => (own ?? referencesIn(snapshot, node)).flatMap((reference) => targetOf(snapshot, reference, node));
  return own ? unnoted(() => keptIn(targets, node, find)) : find();
}

/** What leads to another file or nowhere may lead to anything the next time. */
function targetOf(snapshot: Snapshot, reference: ScalarNode, { file }: Node): readonly Node[] {
  const found = follow(snapshot, reference);
  const node = 'node' in found ? found.node : undefined;
  if (node?.file !== file) noteRead(EVERYTHING);
  return node ? [node] : [];
}

function rootAround(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

function reach(starts: readonly (Node | undefined)[], leadsTo: (node: Node) => readonly (Node | undefined)[]): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const queue = [...starts];
  while (queue.length > 0) {
    const node = queue.pop();
    if (!node || reached.has(node)) continue;
    reached.add(node);
    for (const next of leadsTo(node)) queue.push(next);
  }
  return reached;
}

/** The component that a node is in; the node itself where it is in none, as in another file. */
function holderOf(node: Node, holders: ReadonlySet<Node>): Node {
  for (let at: Node | undefined = node; at; at = at.parent) if (holders.has(at)) return at;
  return node;
}

function namedInSecurity(api: ApiElement, components: readonly ComponentElement[]): readonly Node[] {
  const names = new Set<string>();
  for (const { node } of [api, ...operationsOf(api)]) {
    for (const requirement of itemsOf(child(node, 'security'))) for (const { name } of entriesOf(requirement)) names.add(name);
  }
  return components.filter(({ section, name }) => section === 'securitySchemes' && names.has(name)).map(({ node }) => node);
}
