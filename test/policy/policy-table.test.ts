import { AUDIENCES, createChecker, memoryHost, type Settings } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';

/** Where policy decides and not logic alone: what each change is for those on the wire, for generated code and for the meaning. */
const checker = createChecker(FORMATS);

type Schema = object | boolean;
interface Contract {
  readonly request?: Schema;
  readonly response?: Schema;
  readonly responses?: object;
  readonly operation?: object;
  readonly path?: string;
  readonly more?: object;
}

/** A contract with one operation that takes and gives JSON. */
function contractOf({ request, response, responses, operation, path = '/orders', more }: Contract): string {
  const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });
  const post = {
    ...(request !== undefined && { requestBody: { required: true, ...json(request) } }),
    responses: responses ?? { 200: response === undefined ? {} : json(response) },
    ...operation,
  };
  return JSON.stringify({ openapi: '3.1.0', paths: { [path]: { post }, '/rest': { get: {} } }, ...more });
}

const WORDS = { breaking: 'error', dangerous: 'warn', compatible: 'info' } as const;

type Row = readonly [name: string, ruleId: string, before: Contract, after: Contract, wire: string, source: string, semantic: string, settings?: Settings];

const of = (schema: Schema): Schema => ({ type: 'object', properties: { a: schema } });
const required = (schema: Schema): Schema => ({ ...(of(schema) as object), required: ['a'] });
const TEXT = { type: 'string' };
const EMPTY: Schema = { type: 'object', properties: {} };
const CLOSED: Schema = { ...EMPTY, additionalProperties: false };
const query = (name: string, schema: object, more: object = {}) => ({ name, in: 'query', schema, ...more });
const only = (audience: 'source' | 'semantic'): Settings => ({ audiences: ['wire', audience] });

const ROWS: readonly Row[] = [
  ['a value joins a response', 'enum-value-added', { response: { enum: ['a'] } }, { response: { enum: ['a', 'b'] } }, 'warn', 'warn', '-'],
  [
    'a value joins an open list',
    'enum-value-added',
    { response: { enum: ['a', 'UNKNOWN'] } },
    { response: { enum: ['a', 'b', 'UNKNOWN'] } },
    'info',
    'info',
    '-',
  ],
  ['a value joins a request', 'enum-value-added', { request: { enum: ['a'] } }, { request: { enum: ['a', 'b'] } }, 'info', 'info', '-'],
  ['a value leaves a response', 'enum-value-removed', { response: { enum: ['a', 'b'] } }, { response: { enum: ['a'] } }, 'info', 'error', '-'],
  ['a value leaves a request', 'enum-value-removed', { request: { enum: ['a', 'b'] } }, { request: { enum: ['a'] } }, 'error', 'error', '-'],
  ['an optional property leaves a response', 'property-removed', { response: of(TEXT) }, { response: EMPTY }, 'warn', 'error', 'info'],
  ['a required property leaves a response', 'property-removed', { response: required(TEXT) }, { response: EMPTY }, 'error', 'error', 'info'],
  ['a property of a response becomes optional', 'required-changed', { response: required(TEXT) }, { response: of(TEXT) }, 'error', 'error', '-'],
  ['an optional property joins a request', 'property-added', { request: EMPTY }, { request: of(TEXT) }, 'info', 'info', '-'],
  ['a required property joins a response', 'property-added', { response: EMPTY }, { response: required(TEXT) }, 'info', 'info', '-'],
  ['an optional property joins a response', 'property-added', { response: EMPTY }, { response: of(TEXT) }, 'info', 'info', '-'],
  [
    'an optional property joins a closed response',
    'property-added',
    { response: CLOSED },
    { response: { ...(of(TEXT) as object), additionalProperties: false } },
    'error',
    'error',
    '-',
  ],
  ['a property leaves an open request', 'property-removed', { request: of(TEXT) }, { request: EMPTY }, 'warn', 'error', 'warn'],
  ['a property leaves a closed request', 'property-removed', { request: of(TEXT) }, { request: CLOSED }, 'error', 'error', 'warn'],
  ['an integer of a request becomes a number', 'type-changed', { request: of({ type: 'integer' }) }, { request: of({ type: 'number' }) }, 'info', 'warn', '-'],
  [
    'an integer of a response becomes a number',
    'type-changed',
    { response: of({ type: 'integer' }) },
    { response: of({ type: 'number' }) },
    'error',
    'error',
    '-',
  ],
  ['null joins a request', 'nullability-changed', { request: of(TEXT) }, { request: of({ type: ['string', 'null'] }) }, 'info', 'warn', '-'],
  ['null joins a response', 'nullability-changed', { response: of(TEXT) }, { response: of({ type: ['string', 'null'] }) }, 'error', 'error', '-'],
  ['a bound of a request is tightened', 'bound-changed', { request: of({ maxLength: 9 }) }, { request: of({ maxLength: 8 }) }, 'error', '-', '-'],
  ['a bound of a response is loosened', 'bound-changed', { response: of({ maxLength: 8 }) }, { response: of({ maxLength: 9 }) }, 'warn', '-', '-'],
  ['a default of a request changes', 'default-changed', { request: of({ default: 1 }) }, { request: of({ default: 2 }) }, 'info', 'info', 'warn'],
  ['a success is gone', 'response-removed', { responses: { 200: {}, 201: {} } }, { responses: { 200: {} } }, 'error', 'warn', '-'],
  ['a success is new', 'response-added', { responses: { 200: {} } }, { responses: { 200: {}, 201: {} } }, 'warn', 'warn', '-'],
  ['an error is gone', 'response-removed', { responses: { 200: {}, 404: {} } }, { responses: { 200: {} } }, 'info', '-', '-'],
  ['an error is new', 'response-added', { responses: { 200: {} } }, { responses: { 200: {}, 404: {} } }, 'info', '-', '-'],
  [
    'an operation is gone after its sunset',
    'path-removed',
    { operation: { deprecated: true, 'x-sunset': '2026-06-30' } },
    { path: '/other' },
    'info',
    'warn',
    '-',
    { today: '2026-11-26' },
  ],
  ['an operation is gone', 'path-removed', {}, { path: '/other' }, 'error', 'error', '-'],
  ['an operation is deprecated without a sunset', 'operation-deprecated', {}, { operation: { deprecated: true } }, 'info', 'info', 'warn'],
  ['an operationId changes', 'operation-id-changed', { operation: { operationId: 'a' } }, { operation: { operationId: 'b' } }, 'info', 'error', '-'],
  [
    'a path parameter is renamed',
    'path-parameter-renamed',
    { path: '/{a}', operation: { parameters: [{ name: 'a', in: 'path', required: true }] } },
    { path: '/{b}', operation: { parameters: [{ name: 'b', in: 'path', required: true }] } },
    'info',
    'warn',
    '-',
    only('source'),
  ],
  [
    'parameters change their order',
    'parameter-order-changed',
    { operation: { parameters: [query('a', {}), query('b', {})] } },
    { operation: { parameters: [query('b', {}), query('a', {})] } },
    'info',
    'warn',
    '-',
    only('source'),
  ],
  [
    'a schema is extracted',
    'schema-name-changed',
    { request: TEXT },
    { request: { $ref: '#/components/schemas/A' }, more: { components: { schemas: { A: TEXT } } } },
    'info',
    'warn',
    '-',
    only('source'),
  ],
  ['a tag changes', 'tags-changed', { operation: { tags: ['a'] } }, { operation: { tags: ['b'] } }, 'info', 'warn', '-', only('source')],
  [
    'a description is rewritten',
    'text-changed',
    { operation: { description: 'all orders' } },
    { operation: { description: 'some pets' } },
    'info',
    '-',
    'info',
    only('semantic'),
  ],
  [
    'a unit changes',
    'text-changed',
    { operation: { description: 'in cents' } },
    { operation: { description: 'in euros' } },
    'info',
    '-',
    'warn',
    only('semantic'),
  ],
  ['a meaning changes', 'extension-changed', { operation: { 'x-meaning': 'a' } }, { operation: { 'x-meaning': 'b' } }, 'info', '-', 'warn', only('semantic')],
  ['security is added', 'security-changed', {}, { operation: { security: [{ key: [] }] } }, 'error', 'info', '-'],
  [
    'a scope is added',
    'security-changed',
    { operation: { security: [{ key: ['a'] }] } },
    { operation: { security: [{ key: ['a', 'b'] }] } },
    'error',
    'info',
    '-',
  ],
  [
    'a rate limit is tightened',
    'extension-changed',
    { operation: { 'x-rate-limit': 9 } },
    { operation: { 'x-rate-limit': 1 } },
    'info',
    '-',
    'info',
    only('semantic'),
  ],
  ['a promised order changes', 'ordering-changed', { operation: { 'x-ordering': 'a' } }, { operation: { 'x-ordering': 'b' } }, 'info', '-', 'error'],
  [
    'a list is sorted in another way',
    'default-changed',
    { operation: { parameters: [query('sort', { default: 'a' })] } },
    { operation: { parameters: [query('sort', { default: 'b' })] } },
    'info',
    'info',
    'error',
  ],
];

test.each(ROWS.map((row) => [row[0], row] as const))('%s', async (_name, row) => {
  const [, ruleId, before, after, wire, source, semantic, settings = {}] = row;
  const [base, head] = await Promise.all([before, after].map((one) => checker.load('openapi.json', memoryHost({ 'openapi.json': contractOf(one) }))));
  if (!base || !head || 'refusal' in base || 'refusal' in head) throw new Error('The contract was not read.');
  const { findings } = checker.decide(base, head, checker.compare(base, head, settings).findings, settings);
  const audiences = findings.find((finding) => finding.ruleId === ruleId)?.audiences ?? {};
  const words = AUDIENCES.map((audience) => (audiences[audience] ? WORDS[audiences[audience]] : '-'));
  expect([findings.map((finding) => finding.ruleId), ...words]).toEqual([expect.arrayContaining([ruleId]), wire, source, semantic]);
});
