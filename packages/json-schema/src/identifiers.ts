import type { Dialect } from './dialect.ts';

/** Keywords whose value is a schema or a list of schemas, in any draft. */
const SCHEMAS: ReadonlySet<string> = new Set([
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'items',
  'additionalItems',
  'prefixItems',
  'unevaluatedItems',
  'contains',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
]);
/** Keywords whose value is a map of schemas. A list of names in `dependencies` is left as it is. */
const MAPS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependencies', 'dependentSchemas', 'definitions', '$defs']);
/** Keywords whose value is data, in which nothing is an identifier. */
const DATA: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'example', 'examples']);

type Schema = { readonly [keyword: string]: unknown };

/**
 * The schema with `$id` exactly where something is identified: draft 4 says `id`, up to draft 7 what stands beside a `$ref`
 * says nothing (JSON Schema Core draft 7, section 8.3), and in a keyword that is not known nothing is identified.
 */
export function withIdentifiers(schema: unknown, dialect: Dialect): unknown {
  return copyOf(schema, dialect, true);
}

function copyOf(schema: unknown, dialect: Dialect, known: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((part) => copyOf(part, dialect, known));
  if (!isRecord(schema)) return schema;
  const { identifier = '$id', refSiblings } = dialect;
  const identifies = known && (refSiblings || typeof schema.$ref !== 'string');
  const copy = Object.entries(schema).flatMap(([keyword, given]): readonly (readonly [string, unknown])[] => {
    if (keyword === identifier && typeof given === 'string') return identifies ? [['$id', given]] : [];
    if (keyword === '$id') return [];
    return [[keyword, copyOfValue(keyword, given, dialect, known)]];
  });
  return Object.fromEntries(copy);
}

function copyOfValue(keyword: string, given: unknown, dialect: Dialect, known: boolean): unknown {
  if (DATA.has(keyword)) return given;
  if (MAPS.has(keyword) && isRecord(given)) return Object.fromEntries(Object.entries(given).map(([name, part]) => [name, copyOf(part, dialect, known)]));
  return copyOf(given, dialect, known && SCHEMAS.has(keyword));
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
