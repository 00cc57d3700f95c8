import { isObject, type Json, type JsonObject, objectAt } from './json.ts';

/** The parts of an OpenAPI 3.0 description that the double reads; everything else in the document is left alone. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;
  readonly components?: JsonObject;
}

/** A description with further operations, and what they refer to. */
export function withFurther(document: OpenApi, further: OpenApi): OpenApi {
  const { components = {} } = document;
  const added = mapValues(further.components ?? {}, (members) => members);
  const kinds = Object.keys(added).map((kind) => [kind, { ...objectAt(components, kind), ...objectAt(added, kind) }]);
  return { ...document, paths: { ...document.paths, ...further.paths }, components: { ...components, ...Object.fromEntries(kinds) } };
}

/** Follows a local `$ref` (`#/components/…`), once: GitHub's description has no chain of them. */
export function resolve(document: OpenApi, value: JsonObject): JsonObject {
  const target = value.$ref;
  if (typeof target !== 'string') return value;
  let found: JsonObject = document as unknown as JsonObject;
  for (const key of target.slice(2).split('/')) found = objectAt(found, key);
  return found;
}

const BRANCHES = ['oneOf', 'anyOf', 'allOf'] as const;

/**
 * A Schema Object of OpenAPI 3.0 as JSON Schema 2019-09: `nullable` becomes a union, and references point into the
 * document registered as `github`. `closed` refuses keys that the description does not name, in every object of a
 * request: GitHub ignores such a key without a word, so a misspelt one would go unnoticed.
 */
export function toJsonSchema(schema: JsonObject, closed: boolean): JsonObject {
  const { nullable, ...rest } = schema;
  const converted = convertMembers(rest, closed);
  const sealed = closed ? { ...converted, unevaluatedProperties: false } : converted;
  return nullable === true ? { anyOf: [{ type: 'null' }, sealed] } : sealed;
}

function convertMembers(schema: JsonObject, closed: boolean): JsonObject {
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref.replace('#/', 'github#/') };
  const converted: Record<string, Json | undefined> = { ...schema };
  if (closed && schema.additionalProperties === true) delete converted.additionalProperties;
  if (isObject(schema.properties)) converted.properties = mapValues(schema.properties, (one) => toJsonSchema(one, closed));
  for (const key of ['items', 'additionalProperties', 'not']) {
    const member = schema[key];
    if (isObject(member)) converted[key] = toJsonSchema(member, closed);
  }
  for (const key of BRANCHES) {
    const members = schema[key];
    if (Array.isArray(members)) converted[key] = (members as readonly JsonObject[]).map((one) => convertMembers(one, closed));
  }
  return converted;
}

export function mapValues(object: JsonObject, convert: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, isObject(value) ? convert(value) : value]));
}
