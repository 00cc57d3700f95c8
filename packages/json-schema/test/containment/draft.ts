import type { JsonSchema, SchemaSet, Side } from '../../src/containment/index.ts';

export type Draft = 'draft-04' | 'draft-06' | 'draft-07' | '2019-09' | '2020-12';

type Raw = Record<string, unknown>;

const ONE = ['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'];
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP = ['properties', 'patternProperties', 'dependentSchemas'];
const DATA = [
  'type',
  'enum',
  'const',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minContains',
  'maxContains',
  'minProperties',
  'maxProperties',
  'required',
  'dependentRequired',
  'default',
  'examples',
];
const ORDER: readonly Draft[] = ['draft-04', 'draft-06', 'draft-07', '2019-09', '2020-12'];
const SINCE: Readonly<Record<string, Draft>> = {
  contains: 'draft-06',
  propertyNames: 'draft-06',
  if: 'draft-07',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: 'draft-07',
  else: 'draft-07',
  unevaluatedItems: '2019-09',
  unevaluatedProperties: '2019-09',
  minContains: '2019-09',
  maxContains: '2019-09',
  dependentSchemas: '2019-09',
  dependentRequired: '2019-09',
  prefixItems: '2020-12',
};
/** What decides where a reference leads by more than a pointer. */
const NAMING = ['$anchor', '$dynamicAnchor', '$recursiveAnchor', '$dynamicRef', '$recursiveRef'];

/** Thrown for a schema that this translation does not cover; the caller counts it aloud. */
export class NotCovered extends Error {}

/** A whole schema document of a draft as one side of a question. */
export function sideOf(document: unknown, draft: Draft): Side {
  const known = new Map<object, JsonSchema>();
  const resolve = (ref: string): JsonSchema | undefined => {
    const target = at(document, ref);
    return target === undefined ? undefined : translate(target);
  };
  const translate = (raw: unknown): JsonSchema => {
    if (typeof raw === 'boolean') return raw;
    if (!isRaw(raw)) throw new NotCovered('not a schema');
    const done = known.get(raw);
    if (done !== undefined) return done;
    const schema: Raw = {};
    known.set(raw, schema);
    fill(schema, raw, { draft, translate, root: raw === document });
    return schema;
  };
  const set: SchemaSet = { resolve };
  return { schema: translate(document), set };
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(document: unknown, ref: string): unknown {
  if (!ref.startsWith('#')) throw new NotCovered(`reference ${ref}`);
  const pointer = decodeURIComponent(ref.slice(1));
  if (pointer !== '' && !pointer.startsWith('/')) throw new NotCovered(`reference ${ref}`);
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = isRaw(value) && Object.hasOwn(value, name) ? value[name] : Array.isArray(value) ? value[Number(name)] : undefined;
  }
  return value;
}

interface Context {
  readonly draft: Draft;
  readonly root: boolean;
  translate(raw: unknown): JsonSchema;
}

function fill(schema: Raw, raw: Raw, { draft, translate, root }: Context): void {
  const since = (other: Draft) => ORDER.indexOf(draft) >= ORDER.indexOf(other);
  const refers = typeof raw.$ref === 'string';
  if (refers) {
    schema.$ref = raw.$ref;
    at({}, String(raw.$ref));
    if (!since('2019-09')) return;
  }
  for (const name of NAMING) if (name in raw) throw new NotCovered(name);
  if (!root && (typeof raw.$id === 'string' || typeof raw.id === 'string')) throw new NotCovered('$id');
  for (const [name, value] of Object.entries(raw)) {
    if (!since(SINCE[name] ?? 'draft-04')) continue;
    if (ONE.includes(name)) schema[name] = translate(value);
    else if (LIST.includes(name) && Array.isArray(value)) schema[name] = value.map(translate);
    else if (MAP.includes(name) && isRaw(value)) schema[name] = mapOf(value, translate);
    else if (DATA.includes(name)) schema[name] = value;
  }
  fillItems(schema, raw, since('2020-12'), translate);
  if (draft === 'draft-04') fillBounds(schema);
  if (!since('2019-09') && isRaw(raw.dependencies)) fillDependencies(schema, raw.dependencies, translate);
}

function mapOf(map: Raw, translate: (raw: unknown) => JsonSchema): Raw {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, translate(value)]));
}

function fillItems(schema: Raw, raw: Raw, modern: boolean, translate: (raw: unknown) => JsonSchema): void {
  if (!('items' in raw)) return;
  if (!Array.isArray(raw.items)) schema.items = translate(raw.items);
  else if (modern) throw new NotCovered('items as a list');
  else {
    schema.prefixItems = raw.items.map(translate);
    if ('additionalItems' in raw) schema.items = translate(raw.additionalItems);
  }
}

function fillBounds(schema: Raw): void {
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[exclusive] === true && typeof schema[bound] === 'number') {
      schema[exclusive] = schema[bound];
      delete schema[bound];
    } else if (typeof schema[exclusive] === 'boolean') delete schema[exclusive];
  }
}

function fillDependencies(schema: Raw, dependencies: Raw, translate: (raw: unknown) => JsonSchema): void {
  const entries = Object.entries(dependencies);
  schema.dependentRequired = Object.fromEntries(entries.filter(([, value]) => Array.isArray(value)));
  schema.dependentSchemas = Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value)).map(([name, value]) => [name, translate(value)]));
}
