import { child, type Direction, entriesOf, follow, type Node, referencesIn, resolve } from '@breakwater/core';
import { schemaElement } from '@breakwater/json-schema';
import { type Document, field } from './document.ts';
import type { SubtypeElement } from './element.ts';
import { mappedNames, mappedNamesIn } from './mapped-names.ts';
import { partOf } from './part.ts';
import { subtypesOf } from './subtypes.ts';

/**
 * What may come in place of a schema with a discriminator although nothing refers to it: those that take it into their `allOf`
 * (OpenAPI 3.1.1, section 4.8.25). Each is a kind of message of its own, in the direction in which its base is exchanged.
 */
export function exchangedSubtypesOf(document: Document): readonly SubtypeElement[] {
  const section =
    document.version === '2.0' ? field(document, document.root, 'definitions') : field(document, field(document, document.root, 'components'), 'schemas');
  const schemas = new Map(entriesOf(section).map(({ name, value }) => [name, value]));
  const subtypes = subtypesOf(document, [...schemas.values()]);
  if (subtypes.size === 0) return [];
  const names = new Map([...schemas].map(([name, node]) => [node, name]));
  return (['input', 'output'] as const).flatMap((direction) => {
    const unreferenced = reachedBySubtype(document, startsOf(document, direction), { schemas, subtypes });
    return [...unreferenced].flatMap((node) => subtypeElement(document, node, names.get(node) ?? '', direction));
  });
}

function subtypeElement(document: Document, node: Node, name: string, direction: Direction): SubtypeElement {
  const { snapshot, dialect } = document;
  const label = `\`${name}\``;
  return {
    kind: 'subtype',
    ...partOf({ document, id: `${direction} ${name}`, node, direction, scope: `${name} ${direction === 'input' ? 'in requests' : 'in responses'}` }),
    label,
    children: () => [schemaElement({ id: 'schema', label, nodes: [node], snapshot, dialect, direction })],
  };
}

/** The parts of operations that hold what is read, or what is written. */
function startsOf(document: Document, direction: Direction): readonly Node[] {
  const holders = entriesOf(field(document, document.root, 'paths')).flatMap(({ value }) => {
    const item = resolve(document.snapshot, value);
    return item ? [item, ...entriesOf(item).map((entry) => entry.value)] : [];
  });
  const keys = direction === 'input' ? ['parameters', 'requestBody'] : ['responses'];
  return holders.flatMap((holder) => keys.flatMap((key) => child(holder, key) ?? []));
}

interface Definitions {
  readonly schemas: ReadonlyMap<string, Node>;
  readonly subtypes: ReadonlyMap<Node, readonly Node[]>;
}

/**
 * Subtypes of what references lead to, as far as no reference leads to them: not from the operations, and not from what another
 * one of them holds.
 */
function reachedBySubtype(document: Document, starts: readonly Node[], { schemas, subtypes }: Definitions): ReadonlySet<Node> {
  const { snapshot } = document;
  const mapped = mappedNames(snapshot);
  const referred = (node: Node) => [
    ...referencesIn(snapshot, node).flatMap((reference) => {
      const found = follow(snapshot, reference);
      return 'node' in found ? [found.node] : [];
    }),
    ...mappedNamesIn(mapped, node).flatMap((name) => schemas.get(String(name.value)) ?? []),
  ];
  // What is taken into an `allOf` is a part there: nothing comes in its place.
  const instead = (node: Node) =>
    referencesIn(snapshot, node).flatMap((reference) => {
      const found = follow(snapshot, reference);
      const isPart = reference.parent?.parent?.entry?.name === 'allOf';
      return 'node' in found && !isPart ? [...reach([found.node], (base) => subtypes.get(base) ?? [])] : [];
    });
  const all = reach(starts, (node) => [...referred(node), ...instead(node)]);
  const candidates = [...new Set([...subtypes.values()].flat())].filter((node) => all.has(node));
  const held = new Set([...all].flatMap((node) => referred(node).filter((target) => target !== node)));
  const compared = new Set(reach(starts, referred));
  const found = new Set<Node>();
  // Those that something refers to come last: mostly they are reached by then.
  for (const node of [...candidates.filter((one) => !held.has(one)), ...candidates.filter((one) => held.has(one))]) {
    if (compared.has(node)) continue;
    found.add(node);
    for (const one of reach([node], referred)) compared.add(one);
  }
  return found;
}

function reach(starts: readonly Node[], next: (node: Node) => readonly Node[]): ReadonlySet<Node> {
  const reached = new Set(starts);
  for (const node of reached) for (const one of next(node)) reached.add(one);
  return reached;
}
