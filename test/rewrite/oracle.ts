import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Draft, is31, isMap, type Json, LOCAL, listIn, mapIn, resolved } from './draft.ts';
import type { Boundary, Side } from './places.ts';

/** Whether a value may cross a boundary: ajv's word, on a translation that is not the product's. `undefined` where ajv has none. */
export type Oracle = (value: unknown) => boolean;

export function oracleOf(draft: Draft, { schema, side }: Boundary): Oracle | undefined {
  const components = Object.entries(mapIn(draft.root, 'components', 'schemas'));
  const $defs = Object.fromEntries(components.map(([name, component]) => [name, plain(component, draft, side)]));
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false, logger: false, multipleOfPrecision: 9 });
  let validate: ValidateFunction;
  try {
    validate = ajv.compile({ $defs, allOf: [plain(schema, draft, side)] });
  } catch {
    return undefined; // A reference that leads out of the components, or a pattern that is none.
  }
  return (value) => validate(value);
}

const ONE = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'items', 'unevaluatedProperties', 'unevaluatedItems'];
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP = ['patternProperties', 'dependentSchemas'];
const DATA = ['enum', 'const', 'multipleOf', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains'];
const MORE = ['maxProperties', 'minProperties', 'dependentRequired', 'type', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];

/** The schema in JSON Schema 2020-12, as one side sends and the other receives it. */
function plain(schema: unknown, draft: Draft, side: Side): Json | boolean {
  if (!isMap(schema)) return schema !== false;
  const found: Json = {};
  if (typeof schema.$ref === 'string') found.$ref = schema.$ref.startsWith(LOCAL) ? `#/$defs/${schema.$ref.slice(LOCAL.length)}` : schema.$ref;
  if (typeof schema.$ref === 'string' && !is31(draft)) return found;
  for (const name of [...DATA, ...MORE]) if (name in schema) found[name] = schema[name];
  for (const name of ONE) if (name in schema) found[name] = plain(schema[name], draft, side);
  for (const name of LIST) if (name in schema) found[name] = listIn(schema, name).map((part) => plain(part, draft, side));
  for (const name of MAP)
    if (name in schema) found[name] = Object.fromEntries(Object.entries(mapIn(schema, name)).map(([key, part]) => [key, plain(part, draft, side)]));
  fillProperties(found, schema, draft, side);
  if (!is31(draft)) respell(found, schema);
  return found;
}

/** What only the other side writes is not asked for, and may be anything. */
function fillProperties(found: Json, schema: Json, draft: Draft, side: Side): void {
  const properties = Object.entries(mapIn(schema, 'properties'));
  const hidden = new Set(properties.filter(([, part]) => isHidden(draft, part, side)).map(([name]) => name));
  if (properties.length > 0) found.properties = Object.fromEntries(properties.map(([name, part]) => [name, hidden.has(name) || plain(part, draft, side)]));
  if ('required' in schema) found.required = listIn(schema, 'required').filter((name) => !hidden.has(String(name)));
}

export function isHidden(draft: Draft, written: unknown, side: Side): boolean {
  const flag = side === 'request' ? 'readOnly' : 'writeOnly';
  const target = resolved(draft, written);
  if (isMap(written) && written[flag] === true) return true;
  return target !== undefined && (target[flag] === true || listIn(target, 'allOf').some((part) => isHidden(draft, part, side)));
}

/** As OpenAPI 3.0 spells `null` and exclusive bounds. */
function respell(found: Json, schema: Json): void {
  if (schema.nullable === true && typeof schema.type === 'string') found.type = [schema.type, 'null'];
  for (const [bound, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    delete found[exclusive];
    if (schema[exclusive] !== true || !(bound in schema)) continue;
    found[exclusive] = schema[bound];
    delete found[bound];
  }
}
