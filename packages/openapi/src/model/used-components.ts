import { child, entriesOf, follow, itemsOf, type Node, referencesIn, type ScalarNode } from '@breakwater/core';
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
  const targetOf = (reference: ScalarNode) => {
    const found = follow(snapshot, reference);
    return 'node' in found ? holderOf(found.node, holders) : undefined;
  };
  const mappedBy = (name: ScalarNode) => schemas.get(String(name.value));
  const leadsTo = (node: Node) => [...referencesIn(snapshot, node).map(targetOf), ...mappedNamesIn(names, node).map(mappedBy), ...(subtypes.get(node) ?? [])];
  const secured = namedInSecurity(api, components);

  const outside = entriesOf(root).filter(({ name }) => !SECTIONS.has(name));
  const used = reach([...outside.flatMap(({ value }) => leadsTo(value)), ...secured], leadsTo);

  const named = new Set(secured);
  const name = (target: Node | undefined, from: Node) => {
    if (target && holderOf(from, holders) !== target) named.add(target);
  };
  for (const { references } of snapshot.files.values()) for (const reference of references) name(targetOf(reference), reference);
  for (const list of names.values()) for (const mapped of list) name(mappedBy(mapped), mapped);
  return { used, named };
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
