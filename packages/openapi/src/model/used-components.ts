import {
  child,
  entriesOf,
  follow,
  isSameList,
  itemsOf,
  linksIn,
  type Node,
  questionOfSections,
  referenceIn,
  referencesIn,
  type Snapshot,
  targetNamesIn,
  unnoted,
} from '@breakwater/core';
import { componentsOf } from './component.ts';
import type { ApiElement, ComponentElement } from './element.ts';
import { mappedNames, mappedNamesIn } from './mapped-names.ts';
import { schemesAskedFor } from './operation-profile.ts';
import { subtypesOf } from './subtypes.ts';

/** Where definitions stand, in OpenAPI 3 and in 2.0. */
const SECTIONS = new Set(['components', 'definitions', 'parameters', 'responses', 'securityDefinitions']);

interface UnusedComponent {
  readonly component: ComponentElement;
  /** Something outside of it names it, which is unused too. */
  readonly isNamed: boolean;
}

/** The components that nothing exchanged leads to. Who asks has read what the parts of the description name, and nothing else of them. */
export function unusedComponents(api: ApiElement): readonly UnusedComponent[] {
  const { document } = api;
  if (document.snapshot.state) noteMentions(api);
  return unnoted(() => {
    const components = componentsOf(document);
    const { used, named } = usesOf(api, components);
    return components.filter(({ node }) => !used.has(node)).map((component) => ({ component, isNamed: named.has(component.node) }));
  });
}

/** All that `usesOf` asks of a description that may change. */
function noteMentions(api: ApiElement): void {
  mentions(api.document.snapshot);
  schemesAskedFor(api);
}

const mentions = questionOfSections<readonly unknown[]>((section, snapshot) => {
  if (holdsComponents(section)) return [section];
  const mapped = unnoted(() => mappedNamesIn(mappedNames(snapshot), section)).map(({ value }) => String(value));
  const bases = itemsOf(child(section, 'allOf')).flatMap((part) => referenceIn(part)?.value ?? []);
  return [section.kind, String(child(section, 'discriminator') !== undefined), ...bases, '', ...mapped, '', ...targetNamesIn(snapshot, section)];
}, isSameList);

interface Uses {
  /** The nodes of components that something exchanged leads to. */
  readonly used: ReadonlySet<Node>;
  /** The nodes of components that something outside of themselves names, used or not. */
  readonly named: ReadonlySet<Node>;
}

/**
 * What leads to a component: a reference, the mapping of a discriminator, being a subtype of a used schema with a discriminator,
 * or, for a security scheme, a requirement. Linear: each component is entered once.
 */
function usesOf(api: ApiElement, components: readonly ComponentElement[]): Uses {
  const { document } = api;
  const { snapshot, root } = document;
  const holders = new Set(components.map(({ node }) => node));
  const schemas = new Map(components.filter(({ section }) => section === 'schemas').map(({ name, node }) => [name, node]));
  const names = mappedNames(snapshot);
  const subtypes = subtypesOf(document, [...schemas.values()]);
  const ofSections = targetsBySection(snapshot);
  const known = new Map<Node, readonly (Node | undefined)[]>();
  const leadsTo = (node: Node) => {
    const targets = known.get(node) ?? [
      ...(ofSections.get(node) ?? targetsIn(snapshot, node)).map((target) => holderOf(target, holders)),
      ...mappedNamesIn(names, node).map((name) => schemas.get(String(name.value))),
    ];
    known.set(node, targets);
    return targets;
  };
  const parts = new Map([...snapshot.files.values()].flatMap(({ root: other }) => (other ? [[other.file, partsOf(other, holders)] as const] : [])));
  const outside = (parts.get(root.file) ?? []).filter((node) => !holders.has(node) && !SECTIONS.has(topOf(node)));
  const secured = namedInSecurity(api, components);
  const used = reach([...outside.flatMap(leadsTo), ...secured], (node) => [...leadsTo(node), ...(subtypes.get(node) ?? [])]);

  const named = new Set(secured);
  for (const part of [...parts.values()].flat()) for (const target of leadsTo(part)) if (target && target !== part) named.add(target);
  return { used, named };
}

/** Whether several components may be in a section: what is in each of them counts then. */
function holdsComponents(section: Node): boolean {
  const top = topOf(section);
  return SECTIONS.has(top) && depthOf(section) < (top === 'components' ? 3 : 2);
}

function depthOf({ parent }: Node): number {
  let depth = 0;
  for (let at = parent; at; at = at.parent) depth++;
  return depth;
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

/** What the references of each section lead to. */
function targetsBySection(snapshot: Snapshot): ReadonlyMap<Node | undefined, readonly Node[]> {
  const groups = [...snapshot.files.values()].flatMap((file) => linksIn(snapshot, file));
  return new Map(groups.flatMap(({ section, targets }) => (section ? [[section, targets] as const] : [])));
}

function targetsIn(snapshot: Snapshot, node: Node): readonly Node[] {
  return referencesIn(snapshot, node).flatMap((reference) => {
    const found = follow(snapshot, reference);
    return 'node' in found ? [found.node] : [];
  });
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
  const names = new Set(schemesAskedFor(api).map(({ name }) => name));
  return components.filter(({ section, name }) => section === 'securitySchemes' && names.has(name)).map(({ node }) => node);
}
