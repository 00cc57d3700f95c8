import {
  type Context,
  child,
  type Direction,
  type Element,
  entriesOf,
  itemsOf,
  type Node,
  pointerOf,
  referenceIn,
  resolve,
  type Snapshot,
  stringOf,
  toValue,
} from '@breakwater/core';
import type { Step } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { type Effective, effectiveOf, keyOf } from './effective.ts';

/** A schema where it is used: one node, or several that all hold (a property that two members of an `allOf` describe). */
export interface SchemaElement extends Element {
  readonly kind: 'schema';
  readonly nodes: readonly Node[];
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
  /** How findings name it: the property, the component, or its role. With backticks where it is a name. */
  readonly label: string;
  /** How its values sit in those of the schema above; `same` for a branch of a union, absent at a boundary. */
  readonly step?: Step | 'same';
  /** The boundary's values are text on the wire. */
  readonly textual: boolean;
  effective(): Effective;
  children(): readonly SchemaElement[];
  parts(): readonly SchemaElement[];
}

export interface SchemaUse {
  readonly id: string;
  readonly label: string;
  readonly nodes: readonly [Node, ...Node[]];
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
  readonly direction?: Direction | undefined;
  readonly step?: Step | 'same';
  readonly textual?: boolean;
}

export function schemaElement(use: SchemaUse): SchemaElement {
  const { snapshot, dialect, nodes, direction, step, textual = false } = use;
  const [first, ...others] = nodes;
  const node = standsAlone(first, dialect) ? (resolve(snapshot, first) ?? first) : first;
  let effective: Effective | undefined;
  const element: SchemaElement = {
    kind: 'schema',
    id: use.id,
    label: componentName(snapshot, first) ?? use.label,
    node,
    nodes,
    snapshot,
    dialect,
    textual,
    place: { node, span: node.entry ?? node },
    role: `schema ${textual}${others.map((other) => ` ${other.file.uri}#${pointerOf(other)}`).join('')}`,
    context: contextOf(dialect, textual, others),
    ...(direction && { direction }),
    ...(step && { step }),
    effective: () => (effective ??= effectiveOf(nodes, snapshot, dialect)),
    children: () => rawChildren(element),
    parts: () => effectiveParts(element),
  };
  return element;
}

/** Whether a node says no more than what it refers to says. */
function standsAlone(node: Node, { refSiblings }: Dialect): boolean {
  return !refSiblings || entriesOf(node).length === 1 || !referenceIn(node);
}

function contextOf({ key }: Dialect, textual: boolean, nodes: readonly Node[]): Context {
  return { key: `${key} ${textual}`, nodes };
}

/** `Order` for `$ref: '#/components/schemas/Order'`: the last part of what a reference names. */
function componentName(snapshot: Snapshot, node: Node): string | undefined {
  const target = referenceIn(node) ? resolve(snapshot, node) : undefined;
  const container = target?.parent?.entry?.name ?? '';
  return target?.entry && ['schemas', 'definitions', '$defs'].includes(container) ? `\`${target.entry.name}\`` : undefined;
}

const ONE = [
  'additionalProperties',
  'additionalItems',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'];
const MAP = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];

/** Every schema that stands in the text of this one. */
function rawChildren(parent: SchemaElement): readonly SchemaElement[] {
  const found: SchemaElement[] = [];
  const add = (id: string, label: string, ...nodes: readonly Node[]) => {
    for (const node of nodes) found.push(schemaElement({ ...inherited(parent), id, label, nodes: [node] }));
  };
  for (const { name, value } of entriesOf(resolve(parent.snapshot, parent.node))) {
    if (MAP.includes(name)) for (const entry of entriesOf(value)) add(`${name} ${entry.name}`, `\`${entry.name}\``, entry.value);
    else if (LIST.includes(name) && value.kind === 'seq') for (const [i, item] of value.items.entries()) add(`${name} ${i}`, parent.label, item);
    else if (ONE.includes(name) || name === 'items') if (value.kind === 'map') add(name, labelOf(name, parent), value);
  }
  return found;
}

function inherited({ snapshot, dialect, direction, textual }: SchemaElement) {
  return { snapshot, dialect, direction, textual };
}

function labelOf(keyword: string, { label }: SchemaElement): string {
  if (keyword === 'items' || keyword === 'prefixItems') return `an item of ${label}`;
  return keyword === 'additionalProperties' ? `a further property of ${label}` : label;
}

/** The schemas of the values inside this schema's values, as they are in effect. */
function effectiveParts(parent: SchemaElement): readonly SchemaElement[] {
  const { all, properties, union } = parent.effective();
  const parts: SchemaElement[] = [];
  const add = (id: string, label: string, nodes: readonly Node[], step: Step | 'same') => {
    const [first, ...others] = nodes.filter(({ kind }) => kind === 'map');
    if (first) parts.push(schemaElement({ ...inherited(parent), id, label, nodes: [first, ...others], step }));
  };
  for (const [name, nodes] of properties) add(`property ${name}`, `\`${name}\``, nodes, { property: name });
  add('items', labelOf('items', parent), all('items'), { items: true });
  add('additionalProperties', labelOf('additionalProperties', parent), all('additionalProperties'), { additional: true });
  const [prefix] = all('prefixItems');
  for (const [i, item] of itemsOf(prefix).entries()) add(`prefixItems ${i}`, labelOf('prefixItems', parent), [item], { prefixItem: i });
  for (const [name, branch] of branchesByIdentity(union?.branches ?? [])) add(`branch ${name}`, parent.label, [branch], 'same');
  return parts;
}

/** Branches by what names them in messages and in the other version. Those of one name are counted, in whatever order they are written. */
export function branchesByIdentity(branches: readonly Node[]): ReadonlyMap<string, Node> {
  const groups = new Map<string, Node[]>();
  for (const branch of branches) {
    const identity = branchIdentity(branch);
    groups.set(identity, [...(groups.get(identity) ?? []), branch]);
  }
  const named = new Map<string, Node>();
  for (const [identity, group] of groups) {
    const ordered = group.length > 1 ? sortedByText(group) : group;
    for (const [i, branch] of ordered.entries()) named.set(i === 0 ? identity : `${identity} (${i + 1})`, branch);
  }
  return named;
}

function sortedByText(branches: readonly Node[]): readonly Node[] {
  const texts = new Map(branches.map((branch) => [branch, keyOf(toValue(branch))]));
  return [...branches].sort((a, b) => ((texts.get(a) ?? '') < (texts.get(b) ?? '') ? -1 : 1));
}

/** Which branch of a union is "the same one" in two versions: what it refers to, is called, or says. */
function branchIdentity(branch: Node): string {
  const reference = referenceIn(branch);
  const inner = reference ? undefined : onlyMember(branch);
  if (inner) return branchIdentity(inner);
  if (reference) return reference.value.slice(reference.value.lastIndexOf('/') + 1);
  const title = stringOf(child(branch, 'title'));
  if (title !== undefined) return title;
  const type = child(branch, 'type');
  const names = entriesOf(child(branch, 'properties')).map(({ name, value }) => name + fixedValue(value));
  return `${type ? nameOfType(type) : 'any'}${names.length > 0 ? ` with ${names.sort().join(', ')}` : ''}`;
}

/** ` = cat` for the one value of a property: that is how alternatives are told apart. */
function fixedValue(schema: Node): string {
  const inner = onlyMember(schema);
  if (inner) return fixedValue(inner);
  const values = itemsOf(child(schema, 'enum'));
  const only = child(schema, 'const') ?? (values.length === 1 ? values[0] : undefined);
  return only?.kind === 'scalar' ? ` = ${only.value}` : '';
}

/** What a schema that is no more than a union or conjunction of one is about. */
function onlyMember(schema: Node): Node | undefined {
  const [keyword, ...others] = entriesOf(schema).filter(({ name }) => !['description', 'title', 'deprecated'].includes(name));
  if (!keyword || others.length > 0 || !['allOf', 'anyOf', 'oneOf'].includes(keyword.name)) return undefined;
  const [only, second] = itemsOf(keyword.value);
  return second ? undefined : only;
}

/** `T` and `[T]` are one, and so are lists in another order. */
function nameOfType(type: Node): string {
  return type.kind === 'seq'
    ? type.items
        .map((item) => stringOf(item) ?? '?')
        .sort()
        .join(' | ')
    : keyOf(toValue(type)).replaceAll('"', '');
}
