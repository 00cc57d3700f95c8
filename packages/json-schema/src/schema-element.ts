import {
  type Context,
  type Direction,
  type Element,
  entriesOf,
  itemsOf,
  type Lifecycle,
  type Node,
  once,
  pointerOf,
  referenceIn,
  resolve,
  type Snapshot,
} from '@breakwater/core';
import { branchesByIdentity } from './branch-identity.ts';
import type { Step } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { type Effective, effectiveOf } from './effective.ts';
import { lifecycleOf } from './lifecycle.ts';

export { branchesByIdentity } from './branch-identity.ts';

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
  /** The boundary's values are written as XML. */
  readonly asXml: boolean;
  lifecycle(): Lifecycle;
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
  readonly step?: Step | 'same' | undefined;
  readonly textual?: boolean;
  readonly asXml?: boolean;
}

export function schemaElement(use: SchemaUse): SchemaElement {
  return new SchemaAt(use);
}

/** Names, places and contexts are worked out as they are asked for: the rules ask a few of many schemas. */
class SchemaAt implements SchemaElement {
  readonly kind = 'schema';
  readonly id: string;
  readonly node: Node;
  readonly nodes: SchemaUse['nodes'];
  readonly snapshot: Snapshot;
  readonly dialect: Dialect;
  readonly textual: boolean;
  readonly asXml: boolean;
  readonly direction?: Direction;
  readonly step?: Step | 'same';
  readonly #label: string;
  #effective: (() => Effective) | undefined;

  constructor({ id, label, nodes, snapshot, dialect, direction, step, textual = false, asXml = false }: SchemaUse) {
    const [first] = nodes;
    this.id = id;
    this.node = standsAlone(first, dialect) ? (resolve(snapshot, first) ?? first) : first;
    this.nodes = nodes;
    this.snapshot = snapshot;
    this.dialect = dialect;
    this.textual = textual;
    this.asXml = asXml;
    if (direction) this.direction = direction;
    if (step) this.step = step;
    this.#label = label;
  }

  get label() {
    return componentName(this.snapshot, this.nodes[0]) ?? this.#label;
  }

  get place() {
    return { node: this.node, span: this.node.entry ?? this.node };
  }

  get role() {
    const others = this.nodes.slice(1).map((other) => ` ${other.file.uri}#${pointerOf(other)}`);
    return `schema ${this.textual}${this.asXml ? ' as XML' : ''}${others.join('')}`;
  }

  get context() {
    const { dialect, textual, asXml, snapshot, nodes } = this;
    return contextOf(dialect, `${textual} ${asXml}`, componentName(snapshot, nodes[0]), nodes.slice(1));
  }

  // Not methods: they are taken out of what they belong to.
  get lifecycle() {
    return () => lifecycleOf(this.effective().all('deprecated'), this.effective().all('x-sunset'));
  }

  get effective() {
    this.#effective ??= once(() => effectiveOf(this.nodes, this.snapshot, this.dialect));
    return this.#effective;
  }

  get children() {
    return () => rawChildren(this);
  }

  get parts() {
    return () => effectiveParts(this);
  }
}

/** Whether a node says no more than what it refers to says. */
function standsAlone(node: Node, { refSiblings }: Dialect): boolean {
  return !refSiblings || entriesOf(node).length === 1 || !referenceIn(node);
}

/** A name means nothing on the wire, but to code that is generated. */
function contextOf({ key }: Dialect, wire: string, name: string | undefined, nodes: readonly Node[]): Context {
  return { key: `${key} ${wire} ${name ?? ''}`, nodes };
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
  const add = (id: string, label: string, node: Node) => found.push(within(parent, id, label, [node]));
  for (const { name, value } of entriesOf(resolve(parent.snapshot, parent.node))) {
    if (MAP.includes(name)) for (const entry of entriesOf(value)) add(`${name} ${entry.name}`, `\`${entry.name}\``, entry.value);
    else if (LIST.includes(name) && value.kind === 'seq') for (const [i, item] of value.items.entries()) add(`${name} ${i}`, parent.label, item);
    else if (ONE.includes(name) || name === 'items') if (value.kind === 'map') add(name, labelOf(name, parent), value);
  }
  return found;
}

function within(parent: SchemaElement, id: string, label: string, nodes: SchemaUse['nodes'], step?: SchemaUse['step']): SchemaElement {
  const { snapshot, dialect, direction, textual, asXml } = parent;
  return schemaElement({ snapshot, dialect, direction, textual, asXml, id, label, nodes, step });
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
    if (first) parts.push(within(parent, id, label, [first, ...others], step));
  };
  for (const [name, nodes] of properties) add(`property ${name}`, `\`${name}\``, nodes, { property: name });
  add('items', labelOf('items', parent), all('items'), { items: true });
  add('additionalProperties', labelOf('additionalProperties', parent), all('additionalProperties'), { additional: true });
  const [prefix] = all('prefixItems');
  for (const [i, item] of itemsOf(prefix).entries()) add(`prefixItems ${i}`, labelOf('prefixItems', parent), [item], { prefixItem: i });
  for (const [name, branch] of branchesByIdentity(union?.branches ?? [])) add(`branch ${name}`, parent.label, [branch], 'same');
  return parts;
}
