import { booleanOf, child, type Node, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

const TYPES: ReadonlySet<string | undefined> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

/** The types that a schema itself admits; `undefined`: any, or what is no type. */
export function allowedTypes({ node, dialect }: Pick<SchemaElement, 'node' | 'dialect'>): readonly string[] | undefined {
  const type = child(node, 'type');
  const types = (type?.kind === 'seq' ? type.items : [type]).map(stringOf);
  if (types.some((name) => !TYPES.has(name))) return undefined;
  const known = types.flatMap((name) => name ?? []);
  return dialect.nullable && booleanOf(child(node, dialect.nullable)) ? [...known, 'null'] : known;
}

/** Whether a value is of one of these types. */
export function isOfTypes(value: Node, types: readonly string[]): boolean {
  return typesOf(value).some((own) => types.includes(own));
}

function typesOf(node: Node): readonly string[] {
  if (node.kind !== 'scalar') return [node.kind === 'map' ? 'object' : 'array'];
  const { value } = node;
  if (value === null) return ['null'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}
