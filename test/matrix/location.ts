import type { Direction } from '@breakwater/core';

export type Version = '2.0' | '3.0' | '3.1';
export type Schema = Readonly<Record<string, unknown>>;

/** A place of a description that a schema stands in: one row of the table of locations. */
export interface Location {
  readonly name: string;
  readonly versions: readonly Version[];
  /** Who writes the values, seen from the provider: it reads `input` and writes `output`. */
  readonly direction: Direction;
  /** What a schema may be there: `text` is serialized by a style, `simple` is what OpenAPI 2.0 allows outside of bodies. */
  readonly values: (version: Version) => 'json' | 'text' | 'simple';
  readonly describe: (schema: Schema, version: Version) => object;
}

const OAS_3: readonly Version[] = ['3.0', '3.1'];
const ALL: readonly Version[] = ['2.0', ...OAS_3];

const OK = { description: 'OK' };
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = (schema: Schema) => ({ required: true, ...json(schema) });

const asJson = () => 'json' as const;
const asText = (version: Version) => (version === '2.0' ? 'simple' : 'text');

function at(path: string, operation: object): object {
  return { paths: { [path]: { post: { responses: { 200: OK }, ...operation } } } };
}

const inOrders = (operation: object) => at('/orders', operation);
const inCallback = (operation: object) => inOrders({ callbacks: { done: { '{$request.body#/url}': { post: { responses: { 200: OK }, ...operation } } } } });
const inWebhook = (operation: object) => ({ paths: {}, webhooks: { done: { post: { responses: { 200: OK }, ...operation } } } });

const simpleOrSchema = (schema: Schema, version: Version) => (version === '2.0' ? schema : { schema });
const header = (schema: Schema, version: Version) => ({ 200: { ...OK, headers: { 'X-Value': simpleOrSchema(schema, version) } } });

function parameter(place: string, schema: Schema, version: Version) {
  return { parameters: [{ name: 'value', in: place, required: true, ...simpleOrSchema(schema, version) }] };
}

function parameterIn(place: string, versions = ALL): Location {
  const path = place === 'path' ? '/orders/{value}' : '/orders';
  return {
    name: `${place} parameter`,
    versions,
    direction: 'input',
    values: asText,
    describe: (schema, version) => at(path, parameter(place, schema, version)),
  };
}

export const LOCATIONS: readonly Location[] = [
  parameterIn('path'),
  parameterIn('query'),
  parameterIn('header'),
  parameterIn('cookie', OAS_3),
  parameterIn('formData', ['2.0']),
  {
    name: 'parameter by content',
    versions: OAS_3,
    direction: 'input',
    values: asJson,
    describe: (schema) => inOrders({ parameters: [{ name: 'value', in: 'query', required: true, ...json(schema) }] }),
  },
  {
    name: 'request body',
    versions: ALL,
    direction: 'input',
    values: asJson,
    describe: (schema, version) =>
      inOrders(version === '2.0' ? { parameters: [{ name: 'body', in: 'body', required: true, schema }] } : { requestBody: body(schema) }),
  },
  {
    name: 'encoding header of a request body',
    versions: OAS_3,
    direction: 'input',
    values: asText,
    describe: (schema) =>
      inOrders({
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { file: { type: 'string' } } },
              encoding: { file: { headers: { 'X-Value': { schema } } } },
            },
          },
        },
      }),
  },
  {
    name: 'response body',
    versions: ALL,
    direction: 'output',
    values: asJson,
    describe: (schema, version) => inOrders({ responses: { 200: { ...OK, ...(version === '2.0' ? { schema } : json(schema)) } } }),
  },
  {
    name: 'response header',
    versions: ALL,
    direction: 'output',
    values: asText,
    describe: (schema, version) => inOrders({ responses: header(schema, version) }),
  },
  {
    name: 'response header by content',
    versions: OAS_3,
    direction: 'output',
    values: asJson,
    describe: (schema) => inOrders({ responses: { 200: { ...OK, headers: { 'X-Value': json(schema) } } } }),
  },
  ...aroundTheProvider('callback', OAS_3, inCallback),
  ...aroundTheProvider('webhook', ['3.1'], inWebhook),
];

/** Requests that the provider sends: directions are reversed. */
function aroundTheProvider(name: string, versions: readonly Version[], place: (operation: object) => object): readonly Location[] {
  const request = { versions, direction: 'output' } as const;
  const response = { versions, direction: 'input' } as const;
  return [
    { ...request, name: `${name} request body`, values: asJson, describe: (schema) => place({ requestBody: body(schema) }) },
    { ...request, name: `${name} query parameter`, values: asText, describe: (schema, version) => place(parameter('query', schema, version)) },
    { ...response, name: `${name} response body`, values: asJson, describe: (schema) => place({ responses: { 200: { ...OK, ...json(schema) } } }) },
    { ...response, name: `${name} response header`, values: asText, describe: (schema, version) => place({ responses: header(schema, version) }) },
  ];
}
