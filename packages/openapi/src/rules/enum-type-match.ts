import { booleanOf, child, defineRule, itemsOf, type Node, sourceOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface EnumTypeMismatch {
  readonly value: string;
  readonly type: string;
}

const TYPES: ReadonlySet<string | undefined> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

export const enumTypeMatch = defineRule<SchemaElement, EnumTypeMismatch>({
  id: 'enum-type-match',
  on: 'schema',
  severity: 'error',
  message: ({ value, type }) => `The value \`${value}\` is not of the type \`${type}\`, so it can never be used.`,
  check({ node, dialect }, report) {
    const type = child(node, 'type');
    const types = type?.kind === 'seq' ? type.items.map(stringOf) : [stringOf(type)];
    if (types.some((name) => !TYPES.has(name))) return;
    const allowed = dialect.nullable && booleanOf(child(node, dialect.nullable)) ? [...types, 'null'] : types;
    for (const item of itemsOf(child(node, 'enum'))) {
      if (!typesOf(item).some((own) => allowed.includes(own))) report({ value: shown(item), type: allowed.join(' | ') }, item);
    }
  },
});

function typesOf(node: Node): readonly string[] {
  if (node.kind !== 'scalar') return [node.kind === 'map' ? 'object' : 'array'];
  const { value } = node;
  if (value === null) return ['null'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}

function shown(node: Node): string {
  const text = sourceOf(node).replaceAll(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
