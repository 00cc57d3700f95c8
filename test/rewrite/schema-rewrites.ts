import {
  componentNameOf,
  copy,
  type Draft,
  discriminated,
  freshName,
  is31,
  isMap,
  type Json,
  LOCAL,
  listIn,
  mapIn,
  put,
  reached,
  references,
  resolved,
  type Spot,
  schemaSpots,
  schemasOf,
} from './draft.ts';
import type { Random } from './random.ts';
import { on, type Rewrite } from './rewrite.ts';

/** Rewrites of schemas after which they admit the same values and say the same about them. */
export const SCHEMA_REWRITES: Readonly<Record<string, Rewrite>> = {
  'inline a reference': on(inlinable, (spot, draft) => put(spot, copy(resolved(draft, spot.value) ?? {}))),

  'unroll a reference once': on(
    (draft) =>
      schemaSpots(draft).filter((spot) => isReference(spot) && Object.keys(spot.value).length === 1 && !speaksOfNames(spot) && resolved(draft, spot.value)),
    (spot, draft) => put(spot, copy(resolved(draft, spot.value) ?? {})),
  ),

  'extract a component': on(
    (draft) => schemaSpots(draft).filter((spot) => !isReference(spot) && spot.under !== 'component' && !speaksOfNames(spot) && !becomesSubtype(spot, draft)),
    (spot, draft) => {
      const name = freshName(draft, 'Extracted');
      schemasOf(draft)[name] = spot.value;
      put(spot, { $ref: LOCAL + name });
    },
  ),

  'rename a component': on(nameless, (name, draft) => {
    const fresh = freshName(draft, 'Renamed');
    const schemas = schemasOf(draft);
    schemas[fresh] = schemas[name];
    delete schemas[name];
    for (const { holder } of references(draft)) {
      const [file = '', pointer = ''] = String(holder.$ref).split('#');
      const old = `/components/schemas/${name}`;
      if (pointer === old || pointer.startsWith(`${old}/`)) holder.$ref = `${file}#/components/schemas/${fresh}${pointer.slice(old.length)}`;
    }
  }),

  'move a component into a file': on(
    (draft) =>
      nameless(draft).filter((name) => draft.root.components && !references(draft).some(({ holder }) => String(holder.$ref).includes(`/schemas/${name}/`))),
    (name, draft) => {
      const file = `schemas/${freshName(draft, 'Moved')}${Object.keys(draft.others).length}.yaml`;
      const schema = schemasOf(draft)[name];
      delete schemasOf(draft)[name];
      for (const { holder } of referencesIn(schema)) {
        holder.$ref =
          holder.$ref === LOCAL + name
            ? '#'
            : String(holder.$ref)
                .replace(/^#/, '../openapi.yaml#')
                .replace(/^schemas\//, '');
      }
      for (const { holder, file: from } of references(draft)) {
        const reference = String(holder.$ref);
        if (reference === LOCAL + name) holder.$ref = file;
        else if (from !== 'openapi.yaml' && reference === `../openapi.yaml${LOCAL}${name}`) holder.$ref = file.replace('schemas/', '');
      }
      draft.others[file] = schema;
    },
  ),

  'wrap in a union or conjunction of one': on(wrappable, (spot, _draft, random) =>
    put(spot, { [random.pick(['allOf', 'oneOf', 'anyOf']) ?? 'allOf']: [spot.value] }),
  ),

  'unwrap a union or conjunction of one': on(
    (draft) => schemaSpots(draft).filter((spot) => !speaksOfNames(spot) && isOnly(spot.value)),
    (spot) => put(spot, Object.values(spot.value).flat()[0]),
  ),

  'wrap beside what annotates': on(
    (draft) => wrappable(draft).filter((spot) => !isReference(spot) && isPlain(spot.value)),
    (spot, _draft, random) => {
      const { description, deprecated, ...rest } = spot.value;
      const outside = { ...(description !== undefined && { description }), ...(deprecated !== undefined && { deprecated }) };
      put(spot, { ...outside, [random.pick(['allOf', 'oneOf', 'anyOf']) ?? 'allOf']: [rest] });
    },
  ),

  'split into an allOf of two': on(
    (draft) => wrappable(draft).filter((spot) => !isReference(spot) && isSplittable(spot.value)),
    (spot, _draft, random) => put(spot, split(spot.value, random)),
  ),

  'merge an allOf': on(
    (draft) => wrappable(draft).filter(({ value }) => mergedOf(draft, value) !== undefined),
    (spot, draft) => put(spot, mergedOf(draft, spot.value)),
  ),

  'hold a schema twice': on(wrappable, (spot) => put(spot, { allOf: [spot.value, copy(spot.value)] })),

  'an enum of one or a const': on(
    (draft) => (is31(draft) ? schemaSpots(draft).filter(({ value }) => (listIn(value, 'enum').length === 1) !== 'const' in value) : []),
    ({ value }) => {
      if ('const' in value) {
        value.enum = [value.const];
        delete value.const;
      } else {
        value.const = listIn(value, 'enum')[0];
        delete value.enum;
      }
    },
  ),

  'another spelling of an integer bound': on(
    (draft) => schemaSpots(draft).filter(({ value }) => value.type === 'integer' && typeof value.minimum !== typeof value.exclusiveMinimum),
    ({ value }, draft) => respell(value, 'minimum', 'exclusiveMinimum', 1, is31(draft)),
  ),
  'another spelling of an upper integer bound': on(
    (draft) => schemaSpots(draft).filter(({ value }) => value.type === 'integer' && typeof value.maximum !== typeof value.exclusiveMaximum),
    ({ value }, draft) => respell(value, 'maximum', 'exclusiveMaximum', -1, is31(draft)),
  ),

  'oneOf or anyOf of what is apart': on(
    (draft) => schemaSpots(draft).filter(({ value }) => areApart(draft, value)),
    ({ value }) => {
      const [from, to] = 'oneOf' in value ? ['oneOf', 'anyOf'] : ['anyOf', 'oneOf'];
      value[to] = value[from];
      delete value[from];
    },
  ),

  'a type or a list of one': on(
    (draft) => (is31(draft) ? schemaSpots(draft).filter(({ value }) => typeof value.type === 'string' || listIn(value, 'type').length === 1) : []),
    ({ value }) => {
      value.type = typeof value.type === 'string' ? [value.type] : listIn(value, 'type')[0];
    },
  ),

  'a list of types or a union': on(
    (draft) =>
      is31(draft) ? wrappable(draft).filter(({ value }) => listIn(value, 'type').length > 1 && !isOverlapping(listIn(value, 'type').map(String))) : [],
    ({ value }, _draft, random) => {
      const keyword = random.pick(['oneOf', 'anyOf'].filter((name) => !(name in value)));
      if (keyword === undefined) return;
      value[keyword] = listIn(value, 'type').map((type) => ({ type }));
      delete value.type;
    },
  ),

  'defaults of a schema written out': on(schemaDefaults, ([{ value }, name, said]) => {
    value[name] = said;
  }),
};

/** Keywords whose meaning depends on where their schema is written. */
const BOUND_TO_PLACE = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$defs', '$schema', 'unevaluatedProperties', 'unevaluatedItems'];

function isBoundToPlace(schema: unknown): boolean {
  const text = JSON.stringify(schema) ?? '';
  return BOUND_TO_PLACE.some((name) => text.includes(`"${name}":`));
}

function isReference({ value }: Spot): boolean {
  return typeof value.$ref === 'string';
}

/** A branch that a discriminator picks by name, or a place right above one that it may be asked of. */
function speaksOfNames({ owner, value }: Spot): boolean {
  return isMap(owner?.discriminator) || isMap(value.discriminator);
}

function inlinable(draft: Draft): Spot[] {
  return schemaSpots(draft).filter((spot) => {
    const name = isReference(spot) && Object.keys(spot.value).length === 1 ? componentNameOf(spot.value.$ref) : undefined;
    const target = name === undefined ? undefined : mapIn(draft.root, 'components', 'schemas')[name];
    return name !== undefined && isMap(target) && !speaksOfNames(spot) && !reached(draft, target).has(name) && JSON.stringify(target).length < 4000;
  });
}

function nameless(draft: Draft): string[] {
  const named = discriminated(draft);
  return Object.keys(mapIn(draft.root, 'components', 'schemas')).filter((name) => /^[\w.-]+$/.test(name) && !named.has(name));
}

function referencesIn(schema: unknown): ReturnType<typeof references> {
  return references({ root: { schema }, others: {}, spelling: 'json' });
}

function wrappable(draft: Draft): Spot[] {
  return schemaSpots(draft).filter((spot) => !speaksOfNames(spot));
}

function isOnly(schema: Json): boolean {
  const [name = '', ...others] = Object.keys(schema);
  return others.length === 0 && ['allOf', 'oneOf', 'anyOf'].includes(name) && listIn(schema, name).length === 1 && isMap(listIn(schema, name)[0]);
}

function isPlain(schema: Json): boolean {
  return ['description', 'deprecated'].some((name) => name in schema) && !('allOf' in schema) && !('oneOf' in schema) && !('anyOf' in schema);
}

/** Keywords that mean something together, and so stay together. */
const TOGETHER = [
  ['type', 'nullable', 'enum', 'const', 'format', 'default'],
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
  ['items', 'prefixItems'],
  ['oneOf', 'anyOf', 'discriminator'],
];

function isSplittable(schema: Json): boolean {
  return Object.keys(schema).length > 1 && !['additionalProperties', 'patternProperties', 'allOf', 'discriminator'].some((name) => name in schema);
}

function split(schema: Json, random: Random): Json {
  const [first, second]: [Json, Json] = [{}, {}];
  const done = new Set<string>();
  for (const [name, value] of Object.entries(schema)) {
    if (done.has(name)) continue;
    const into = random.chance(2) ? first : second;
    if (name === 'properties' && isMap(value)) splitInto(value, first, second, random);
    else
      for (const one of TOGETHER.find((group) => group.includes(name)) ?? [name])
        if (one in schema && !done.has(one)) done.add(one) && (into[one] = schema[one]);
  }
  return { allOf: [first, second] };
}

function splitInto(properties: Json, first: Json, second: Json, random: Random): void {
  for (const [name, value] of Object.entries(properties)) {
    const into = random.chance(2) ? first : second;
    into.properties = { ...mapIn(into, 'properties'), [name]: value };
  }
}

/** One schema for an `allOf` of inline members (or of references, followed) that do not speak of the same. */
function mergedOf(draft: Draft, schema: Json): Json | undefined {
  const members = listIn(schema, 'allOf');
  if (members.length === 0 || isBoundToPlace(schema)) return undefined;
  const { allOf: _, ...own } = schema;
  const merged = copy(own);
  for (const member of members) {
    const part = resolved(draft, member);
    if (!part || isMap(part.discriminator) || isBoundToPlace(part) || !mergeInto(merged, copy(part), Object.keys(own).length > 0)) return undefined;
  }
  return merged;
}

const CLOSING = ['additionalProperties', 'patternProperties', 'allOf', 'discriminator', 'nullable', 'exclusiveMinimum', 'exclusiveMaximum', 'items', 'if'];

function mergeInto(merged: Json, part: Json, hasOwn: boolean): boolean {
  for (const [name, value] of Object.entries(part)) {
    if (CLOSING.includes(name) && (hasOwn || Object.keys(merged).length > 0)) return false;
    if (!(name in merged)) merged[name] = value;
    else if (name === 'required') merged.required = [...new Set([...listIn(merged, 'required'), ...listIn(part, 'required')])];
    else if (name === 'properties') {
      if (Object.keys(mapIn(value)).some((one) => one in mapIn(merged, 'properties'))) return false;
      merged.properties = { ...mapIn(merged, 'properties'), ...mapIn(value) };
    } else if (!['description', 'title', 'example', 'examples'].includes(name) && JSON.stringify(merged[name]) !== JSON.stringify(value)) return false;
  }
  return !CLOSING.some((name) => name in merged) || Object.keys(merged).length === Object.keys(part).length;
}

/** `minimum: 1` is `exclusiveMinimum: 0` for whole numbers; 3.0 spells it `minimum: 0, exclusiveMinimum: true`. */
function respell(schema: Json, inclusive: string, exclusive: string, step: number, numeric: boolean): void {
  const [bound, strict] = [schema[inclusive], schema[exclusive]];
  if (numeric && typeof bound === 'number' && Number.isSafeInteger(bound - step)) {
    schema[exclusive] = bound - step;
    delete schema[inclusive];
  } else if (numeric && typeof strict === 'number' && Number.isSafeInteger(strict + step)) {
    schema[inclusive] = strict + step;
    delete schema[exclusive];
  } else if (!numeric && typeof bound === 'number' && Number.isSafeInteger(bound)) {
    schema[inclusive] = strict === true ? bound + step : bound - step;
    if (strict === true) delete schema[exclusive];
    else schema[exclusive] = true;
  }
}

/** Exactly one of `oneOf` and `anyOf`, of branches with types that no value shares. */
function areApart(draft: Draft, schema: Json): boolean {
  if ('oneOf' in schema === 'anyOf' in schema || isMap(schema.discriminator)) return false;
  const types = [...listIn(schema, 'oneOf'), ...listIn(schema, 'anyOf')].map((branch) => {
    const target = resolved(draft, branch);
    return target?.nullable === true ? undefined : typeof target?.type === 'string' ? [target.type] : target && listIn(target, 'type').map(String);
  });
  return types.every((list) => list !== undefined && list.length > 0) && !isOverlapping(types.flatMap((list) => list ?? []));
}

function isOverlapping(types: readonly string[]): boolean {
  return new Set(types).size < types.length || (types.includes('integer') && types.includes('number'));
}

/** What a schema does not say and would mean nothing if it did. */
function schemaDefaults(draft: Draft): [Spot, string, unknown][] {
  const defaults: [string, unknown, string?][] = [
    ['deprecated', false],
    ['readOnly', false],
    ['writeOnly', false],
    ['minItems', 0, 'array'],
    ['minLength', 0, 'string'],
    ['minProperties', 0, 'object'],
    ['uniqueItems', false, 'array'],
    ['additionalProperties', true, 'object'],
    ...(is31(draft)
      ? ([
          ['required', [], 'object'],
          ['minContains', 1, 'none'],
          ['items', true, 'array'],
        ] as [string, unknown, string][])
      : ([['nullable', false, 'string']] as [string, unknown, string][])),
  ];
  return schemaSpots(draft).flatMap((spot) => {
    if (isReference(spot)) return [];
    return defaults
      .filter(([name, , type]) => !(name in spot.value) && (type === undefined || spot.value.type === type))
      .filter(([name]) => name !== 'items' || !('prefixItems' in spot.value))
      .map(([name, said]): [Spot, string, unknown] => [spot, name, said]);
  });
}

/** With a name, what takes a schema with a discriminator into its `allOf` is one more that may come in place of it. */
function becomesSubtype({ value }: Spot, draft: Draft): boolean {
  return listIn(value, 'allOf').some((part) => isMap(part) && '$ref' in part && isMap(resolved(draft, part)?.discriminator));
}
