import { booleanOf, child, entriesOf, follow, itemsOf, type Node, numberOf, referenceIn, resolve, type Snapshot, stringOf, toValue } from '@breakwater/core';
import type { Dialect } from './dialect.ts';
import { type JsonType, typesOf } from './types-of.ts';

/** Keywords that bound a number; `exclusive…` as in JSON Schema 2020-12, whatever the dialect spells. */
export const BOUNDS = [
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
] as const;
export type BoundKeyword = (typeof BOUNDS)[number];

/**
 * What a schema says once references are followed and `allOf` (and unions of one) are taken for what they are: a conjunction.
 * Nothing is copied: every part still knows the node that it came from.
 */
export interface Effective {
  /** The schemas that all have to hold, none of them a reference or an `allOf` of others. */
  readonly members: readonly Node[];
  /** The types that are left when all members have spoken; `undefined`: any. */
  readonly types: ReadonlySet<JsonType> | undefined;
  readonly typeNode: Node | undefined;
  /** The values that are left; `undefined`: any. */
  readonly values: readonly unknown[] | undefined;
  readonly valuesNode: Node | undefined;
  readonly properties: ReadonlyMap<string, readonly Node[]>;
  readonly required: ReadonlyMap<string, Node>;
  readonly bounds: ReadonlyMap<BoundKeyword, { readonly value: number; readonly node: Node }>;
  /** Branches of the one union that is left, and the keyword. Pure `null` branches are in `types`. */
  readonly union: { readonly keyword: 'anyOf' | 'oneOf'; readonly branches: readonly Node[]; readonly node: Node } | undefined;
  /** `null` is admitted beside what the members say (`anyOf: [X, {type: null}]`). */
  readonly orNull: boolean;
  /** Every node that a keyword has in the members. */
  all(keyword: string): readonly Node[];
}

export function effectiveOf(nodes: readonly Node[], snapshot: Snapshot, dialect: Dialect): Effective {
  const { members, orNull } = membersOf(nodes, snapshot, dialect);
  return new Members(members, orNull, dialect);
}

/** Worked out as it is asked for: there are many schemas, and of most of them one or two things are. */
class Members implements Effective {
  readonly members: readonly Node[];
  readonly orNull: boolean;
  readonly #dialect: Dialect;
  #types: Effective['types'] | null = null;
  #values: ReturnType<typeof valuesOf> | undefined;
  #properties: Effective['properties'] | undefined;
  #required: Effective['required'] | undefined;
  #bounds: Effective['bounds'] | undefined;
  #union: Effective['union'] | null = null;

  constructor(members: readonly Node[], orNull: boolean, dialect: Dialect) {
    this.members = members;
    this.orNull = orNull;
    this.#dialect = dialect;
  }

  get types() {
    if (this.#types === null) this.#types = typesOf(this.members, this.#dialect, this.orNull);
    return this.#types;
  }

  get typeNode() {
    return this.all('type')[0];
  }

  get values() {
    return (this.#values ??= valuesOf(this.members, this.orNull)).values;
  }

  get valuesNode() {
    return (this.#values ??= valuesOf(this.members, this.orNull)).valuesNode;
  }

  get properties() {
    return (this.#properties ??= propertiesOf(this.members));
  }

  get required() {
    return (this.#required ??= requiredOf(this.members));
  }

  get bounds() {
    return (this.#bounds ??= boundsOf(this.members, this.#dialect));
  }

  get union() {
    if (this.#union === null) this.#union = unionOf(this.members);
    return this.#union;
  }

  /** Not a method: it is taken out of what it belongs to. */
  readonly all = (keyword: string): readonly Node[] => {
    const found: Node[] = [];
    for (const member of this.members) {
      const node = child(member, keyword);
      if (node) found.push(node);
    }
    return found;
  };
}

const MAX_MEMBERS = 200;

/** The schemas that all have to hold; `orNull` as in `Effective`. */
export function membersOf(nodes: readonly Node[], snapshot: Snapshot, dialect: Dialect): { members: Node[]; orNull: boolean } {
  const members: Node[] = [];
  const seen = new Set<Node>();
  const stack = nodes.toReversed();
  let orNull = false;
  for (let node = stack.pop(); node && members.length < MAX_MEMBERS; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const reference = referenceIn(node);
    if (reference) {
      const found = follow(snapshot, reference);
      if ('node' in found) stack.push(found.node);
      if (dialect.refSiblings && entriesOf(node).length > 1) members.push(node);
      continue;
    }
    const only = onlyBranch(node, snapshot);
    if (only) {
      stack.push(only.branch);
      orNull ||= only.orNull;
    }
    const all = itemsOf(child(node, 'allOf'));
    for (let i = all.length - 1; i >= 0; i--) stack.push(all[i] as Node); // The index is within the list.
    members.push(node);
  }
  return { members, orNull };
}

const UNIONS = ['anyOf', 'oneOf'] as const;

/** The one branch of a union of one, or of one and `null`. The latter only where nothing stands beside it that would forbid `null`. */
function onlyBranch(node: Node, snapshot: Snapshot): { branch: Node; orNull: boolean } | undefined {
  for (const keyword of UNIONS) {
    const branches = itemsOf(child(node, keyword));
    if (branches.length === 0) continue;
    const others = branches.filter((branch) => !isNullSchema(branch, snapshot));
    const [branch] = others;
    if (!branch || others.length !== 1) continue;
    if (branches.length === 1) return { branch, orNull: false };
    if (!entriesOf(node).some(({ name }) => name === 'type' || name === 'enum' || name === 'allOf')) return { branch, orNull: true };
  }
  return undefined;
}

function isNullSchema(node: Node, snapshot: Snapshot): boolean {
  const target = resolve(snapshot, node);
  const type = child(target, 'type');
  return stringOf(type) === 'null' || (type?.kind === 'seq' && type.items.length === 1 && stringOf(type.items[0]) === 'null');
}

function valuesOf(members: readonly Node[], orNull: boolean): { values: readonly unknown[] | undefined; valuesNode: Node | undefined } {
  let values: readonly unknown[] | undefined;
  let valuesNode: Node | undefined;
  for (const member of members) {
    for (const node of [child(member, 'enum'), child(member, 'const')]) {
      if (!node) continue;
      const own = node.entry?.name === 'enum' ? itemsOf(node).map((item) => toValue(item)) : [toValue(node)];
      const keys = new Set(own.map(keyOf));
      values = values ? values.filter((value) => keys.has(keyOf(value))) : own;
      valuesNode ??= node;
    }
  }
  if (values && orNull && !values.includes(null)) values = [...values, null];
  return { values, valuesNode };
}

/** Equal JSON values have equal keys. */
export function keyOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  if (Array.isArray(value)) return `[${value.map(keyOf).join(',')}]`;
  return `{${Object.entries(value)
    .map(([name, item]) => `${JSON.stringify(name)}:${keyOf(item)}`)
    .sort()
    .join(',')}}`;
}

function propertiesOf(members: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const properties = new Map<string, Node[]>();
  for (const member of members) {
    for (const { name, value } of entriesOf(child(member, 'properties'))) {
      const known = properties.get(name);
      if (known) known.push(value);
      else properties.set(name, [value]);
    }
  }
  return properties;
}

function requiredOf(members: readonly Node[]): ReadonlyMap<string, Node> {
  const required = new Map<string, Node>();
  for (const member of members) {
    for (const item of itemsOf(child(member, 'required'))) {
      const name = stringOf(item);
      if (name !== undefined && !required.has(name)) required.set(name, item);
    }
  }
  return required;
}

function boundsOf(members: readonly Node[], { exclusiveFlags }: Dialect): Effective['bounds'] {
  const bounds = new Map<BoundKeyword, { value: number; node: Node }>();
  for (const member of members) {
    for (const keyword of BOUNDS) {
      const node = child(member, keyword);
      const value = numberOf(node);
      if (!node || value === undefined) continue;
      const exclusive = exclusiveFlags && (keyword === 'maximum' || keyword === 'minimum') && booleanOf(child(member, EXCLUSIVE[keyword])) === true;
      const key = exclusive ? EXCLUSIVE[keyword] : keyword;
      const known = bounds.get(key);
      const tighter = !known || (key.toLowerCase().includes('max') ? value < known.value : value > known.value);
      if (tighter) bounds.set(key, { value, node });
    }
  }
  return bounds;
}

const EXCLUSIVE = { maximum: 'exclusiveMaximum', minimum: 'exclusiveMinimum' } as const;

function unionOf(members: readonly Node[]): Effective['union'] {
  const unions = members.flatMap((member) =>
    (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
      const node = child(member, keyword);
      return node && itemsOf(node).length > 1 ? [{ keyword, branches: itemsOf(node), node }] : [];
    }),
  );
  return unions.length === 1 ? unions[0] : undefined;
}
