import { child, entriesOf, type Node, referenceIn, type Snapshot, stringOf } from '@breakwater/core';
import type { JsonSchema } from './containment/index.ts';
import type { Dialect } from './dialect.ts';
import { effectiveOf, membersOf } from './effective.ts';

/**
 * What the mapping of a discriminator says of an alternative that it names: the property is there, with one of the mapped values
 * (OpenAPI 3.1.1, section 4.8.25). Without this, alternatives that leave the property open would take each other's values.
 */
export function discriminated(holder: Node, branch: Node, schema: JsonSchema, snapshot: Snapshot, dialect: Dialect): JsonSchema {
  const discriminator = child(holder, 'discriminator');
  const name = stringOf(child(discriminator, 'propertyName'));
  const reference = referenceIn(branch);
  if (name === undefined || !reference) return schema;
  const mapping = entriesOf(child(discriminator, 'mapping'));
  const values = mapping.filter(({ value }) => lastPart(stringOf(value)) === lastPart(reference.value)).map((entry) => entry.name);
  if (values.length === 0 || saysItself(branch, name, snapshot, dialect)) return schema;
  // A value that nothing maps, or none at all, has a schema of its own since OpenAPI 3.2.
  const required = child(discriminator, 'defaultMapping') ? [] : [name];
  return { allOf: [schema, { properties: Object.fromEntries([[name, { enum: values }]]), required }] };
}

/** What names a schema: where it stands says nothing. */
function lastPart(target: unknown): string | undefined {
  return typeof target === 'string' ? target.slice(target.lastIndexOf('/') + 1) : undefined;
}

function saysItself(branch: Node, name: string, snapshot: Snapshot, dialect: Dialect): boolean {
  const property = effectiveOf([branch], snapshot, dialect).properties.get(name);
  return property !== undefined && membersOf(property, snapshot, dialect).members.some((member) => child(member, 'enum') || child(member, 'const'));
}
