import { child, entriesOf, follow, itemsOf, type Node, referenceIn, referencesIn, type ScalarNode, stringOf } from '@breakwater/core';
import { apiOf } from './api.ts';
import type { Document } from './document.ts';
import type { ComponentElement } from './element.ts';
import { operationsOf } from './operations-of.ts';

/** Where definitions stand, in OpenAPI 3 and in 2.0. */
const SECTIONS = new Set(['components', 'definitions', 'parameters', 'responses', 'securityDefinitions']);

/**
 * The components that something exchanged leads to: by reference, by the mapping of a discriminator, as a subtype of a schema
 * with a discriminator, or, for a security scheme, by name. Linear: each component is entered once.
 */
export function usedComponents(document: Document, components: readonly ComponentElement[]): ReadonlySet<Node> {
  const { snapshot, root } = document;
  const byNode = new Map(components.map((component) => [component.node, component]));
  const subtypes = subtypesOf(document, components);
  const used = new Set<Node>();
  const queue: Node[] = [];
  const enter = (node: Node) => {
    const holder = holderOf(node, byNode);
    const entered = holder?.node ?? node;
    if (used.has(entered)) return;
    used.add(entered);
    queue.push(entered);
  };
  const followAll = (references: readonly ScalarNode[]) => {
    for (const reference of references) {
      const found = follow(snapshot, reference);
      if ('node' in found) enter(found.node);
    }
  };
  const outside = entriesOf(root).filter(({ name }) => !SECTIONS.has(name));
  for (const { value } of outside) followAll(referencesIn(snapshot, value));
  for (const node of namedInSecurity(document, components)) enter(node);
  for (let node = queue.pop(); node; node = queue.pop()) {
    followAll(referencesIn(snapshot, node));
    for (const other of [...(subtypes.get(node) ?? []), ...mappedByName(node, components)]) enter(other);
  }
  return used;
}

function holderOf(node: Node, byNode: ReadonlyMap<Node, ComponentElement>): ComponentElement | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) {
    const component = byNode.get(at);
    if (component) return component;
  }
  return undefined;
}

/** Schemas with a discriminator, and the schemas that take them into their `allOf`: a value may be of any of these. */
function subtypesOf({ snapshot }: Document, components: readonly ComponentElement[]): ReadonlyMap<Node, readonly Node[]> {
  const subtypes = new Map<Node, Node[]>();
  for (const { node } of components) {
    for (const part of itemsOf(child(node, 'allOf'))) {
      const reference = referenceIn(part);
      const found = reference && follow(snapshot, reference);
      if (!found || !('node' in found) || !child(found.node, 'discriminator')) continue;
      const known = subtypes.get(found.node);
      if (known) known.push(node);
      else subtypes.set(found.node, [node]);
    }
  }
  return subtypes;
}

function mappedByName(node: Node, components: readonly ComponentElement[]): readonly Node[] {
  const names = new Set(entriesOf(child(child(node, 'discriminator'), 'mapping')).map(({ value }) => stringOf(value)));
  return names.size === 0 ? [] : components.filter(({ section, name }) => section === 'schemas' && names.has(name)).map((component) => component.node);
}

function namedInSecurity({ snapshot }: Document, components: readonly ComponentElement[]): readonly Node[] {
  const api = apiOf(snapshot);
  const names = new Set<string>();
  for (const { node } of api ? [api, ...operationsOf(api)] : []) {
    for (const requirement of itemsOf(child(node, 'security'))) for (const { name } of entriesOf(requirement)) names.add(name);
  }
  return components.filter(({ section, name }) => section === 'securitySchemes' && names.has(name)).map(({ node }) => node);
}
