import { type Draft, is31, isMap, type Json, listIn, mapIn, operationSpots, resolved } from './draft.ts';
import { on, type Rewrite } from './rewrite.ts';

/** Edits after which a message that was fine is not fine any more: each has to be told as breaking. */
export const MUTATIONS: Readonly<Record<string, Rewrite>> = {
  'remove an operation': on(operationSpots, ({ item, method }) => void delete item[method]),

  'require a new parameter': on(operationSpots, ({ operation }) => {
    operation.parameters = [...listIn(operation, 'parameters'), { name: 'newAndNeeded', in: 'query', required: true, schema: { type: 'integer' } }];
  }),

  'require a parameter': on(optionalParameters, (parameter) => {
    parameter.required = true;
  }),

  'require a property in a request': on(optionalProperties, ([schema, name]) => {
    schema.required = [...listIn(schema, 'required'), name];
  }),

  'remove a value in a request': on(
    (draft) => plainSchemas(draft, 'request').filter((schema) => strings(schema).length > 1 && strings(schema).length === listIn(schema, 'enum').length),
    (schema, _draft, random) => {
      const gone = random.pick(strings(schema));
      schema.enum = listIn(schema, 'enum').filter((value) => value !== gone);
    },
  ),

  'another type in a request': on(
    (draft) =>
      plainSchemas(draft, 'request').filter((schema) => ['number', 'boolean'].includes(String(schema.type)) && !('enum' in schema || 'const' in schema)),
    (schema) => {
      schema.type = schema.type === 'number' ? 'integer' : 'string';
    },
  ),

  'limit a text in a request': on(
    (draft) => plainSchemas(draft, 'request').filter(isFreeText),
    (schema, _draft, random) => Object.assign(schema, random.pick([{ maxLength: 2 }, { minLength: 5 }, { pattern: '^[a-z]{3}$' }])),
  ),

  'make a property optional in a response': on(requiredProperties, ([schema, name]) => {
    schema.required = listIn(schema, 'required').filter((one) => one !== name);
    if (listIn(schema, 'required').length === 0) delete schema.required;
  }),

  'remove a required property of a response': on(requiredProperties, ([schema, name]) => {
    schema.required = listIn(schema, 'required').filter((one) => one !== name);
    if (listIn(schema, 'required').length === 0) delete schema.required;
    delete mapIn(schema, 'properties')[name];
  }),

  'null in a response': on(
    (draft) =>
      plainSchemas(draft, 'response').filter(
        (schema) => typeof schema.type === 'string' && schema.type !== 'null' && !('enum' in schema || 'const' in schema) && schema.nullable !== true,
      ),
    (schema, draft) => {
      if (is31(draft)) schema.type = [schema.type, 'null'];
      else schema.nullable = true;
    },
  ),

  'a wider type in a response': on(
    (draft) => plainSchemas(draft, 'response').filter((schema) => schema.type === 'integer' && !('enum' in schema || 'const' in schema)),
    (schema) => {
      schema.type = 'number';
    },
  ),
};

function optionalParameters(draft: Draft): Json[] {
  return operationSpots(draft)
    .flatMap(({ item, operation }) => [...listIn(item, 'parameters'), ...listIn(operation, 'parameters')])
    .filter((parameter): parameter is Json => isMap(parameter) && !('$ref' in parameter) && parameter.in !== 'path' && parameter.required !== true);
}

type Side = 'request' | 'response';

/** Schemas of JSON bodies that values surely reach: through references, properties and items, and nothing that could keep a value away. */
function plainSchemas(draft: Draft, side: Side): Json[] {
  const found = new Set<Json>();
  const visit = (written: unknown) => {
    const schema = resolved(draft, written);
    if (!schema || found.has(schema) || (isMap(written) && '$ref' in written && Object.keys(written).length > 1)) return;
    if (['allOf', 'oneOf', 'anyOf', 'not', 'if', 'discriminator', side === 'request' ? 'readOnly' : 'writeOnly'].some((name) => name in schema)) return;
    found.add(schema);
    if (schema.type === 'object' || schema.type === undefined) for (const value of Object.values(mapIn(schema, 'properties'))) visit(value);
    if (schema.type === 'array' && schema.maxItems !== 0) visit(schema.items);
  };
  for (const body of bodies(draft, side)) for (const media of Object.values(mapIn(body, 'content'))) if (isMap(media)) visit(media.schema);
  return [...found];
}

function bodies(draft: Draft, side: Side): unknown[] {
  const of = (written: unknown, section: string) =>
    isMap(written) && typeof written.$ref === 'string' ? mapIn(draft.root, 'components', section, written.$ref.split('/').at(-1) ?? '') : written;
  return operationSpots(draft).flatMap(({ operation }) =>
    side === 'request'
      ? [of(operation.requestBody, 'requestBodies')]
      : Object.values(mapIn(operation, 'responses')).map((response) => of(response, 'responses')),
  );
}

function optionalProperties(draft: Draft): [Json, string][] {
  return propertiesOf(draft, 'request').filter(([schema, name]) => !listIn(schema, 'required').includes(name));
}

function requiredProperties(draft: Draft): [Json, string][] {
  return propertiesOf(draft, 'response').filter(([schema, name]) => listIn(schema, 'required').includes(name));
}

/** Properties of objects, without those that are hidden on one side. */
function propertiesOf(draft: Draft, side: Side): [Json, string][] {
  return plainSchemas(draft, side)
    .filter(({ type, minProperties }) => type === 'object' && minProperties === undefined)
    .flatMap((schema) =>
      Object.entries(mapIn(schema, 'properties'))
        .filter(([, value]) => !/"(readOnly|writeOnly)":/.test(JSON.stringify([value, resolved(draft, value)])))
        .map(([name]): [Json, string] => [schema, name]),
    );
}

function strings(schema: Json): readonly string[] {
  return schema.type === 'string' ? listIn(schema, 'enum').filter((value) => typeof value === 'string') : [];
}

function isFreeText(schema: Json): boolean {
  return schema.type === 'string' && !['enum', 'const', 'format', 'pattern', 'minLength', 'maxLength'].some((name) => name in schema);
}
