import { booleanOf, child, type Node, stringOf } from '@breakwater/core';
import type { Dialect } from './dialect.ts';

export type JsonType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string';

const NAMES: ReadonlySet<string> = new Set<JsonType>(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

/** The types that are left when all members have spoken; `undefined`: any. `orNull` as in `Effective`. */
export function typesOf(members: readonly Node[], dialect: Dialect, orNull: boolean): ReadonlySet<JsonType> | undefined {
  let types: ReadonlySet<JsonType> | undefined;
  for (const member of members) {
    const own = ownTypes(member, dialect);
    if (own) types = types ? meet(types, own) : own;
  }
  return types && orNull ? shared([...types, 'null']) : types;
}

const known = new Map<string, ReadonlySet<JsonType>>();

/** There are many schemas, and few sets of types. */
function shared(types: readonly JsonType[]): ReadonlySet<JsonType> {
  const own = types.length > 1 ? new Set(types) : types;
  const key = [...own].join(' ');
  let same = known.get(key);
  if (!same) known.set(key, (same = new Set(own)));
  return same;
}

function ownTypes(member: Node, { nullable }: Dialect): ReadonlySet<JsonType> | undefined {
  const type = child(member, 'type');
  if (!type) return undefined;
  const types = (type.kind === 'seq' ? type.items : [type]).flatMap(typeNamed);
  if (types.length === 0) return undefined;
  return shared(nullable && booleanOf(child(member, nullable)) === true ? [...types, 'null'] : types);
}

/** Bytes are a string to OpenAPI 3, and `file` to OpenAPI 2.0; other names say nothing about JSON values. */
function typeNamed(node: Node): JsonType | [] {
  const name = stringOf(node) === 'file' ? 'string' : stringOf(node);
  return name !== undefined && isType(name) ? name : [];
}

function isType(name: string): name is JsonType {
  return NAMES.has(name);
}

function meet(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  const has = (set: ReadonlySet<JsonType>, type: JsonType) => set.has(type) || (type === 'integer' && set.has('number'));
  return shared([...[...a].filter((type) => has(b, type)), ...[...b].filter((type) => has(a, type))]);
}
