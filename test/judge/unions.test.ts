import { createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';

const checker = createChecker(FORMATS);
type Schema = object | boolean;

/** What is told of a response body, or of a request body. */
async function toldOf(before: Schema, after: Schema, side: 'request' | 'response' = 'response', components: readonly [object, object] = [{}, {}]) {
  const contracts = [before, after].map(async (schema, i) => {
    const content = { 'application/json': { schema } };
    const responses = { 200: { description: 'fine', ...(side === 'response' && { content }) } };
    const operation = { responses, ...(side === 'request' && { requestBody: { required: true, content } }) };
    const text = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: { '/x': { post: operation } },
      components: { schemas: components[i] },
    });
    const contract = await checker.load('openapi.json', memoryHost({ 'openapi.json': text }));
    if ('refusal' in contract) throw new Error(contract.refusal);
    return contract;
  });
  const [base, head] = await Promise.all(contracts);
  if (!base || !head) throw new Error('two contracts were given');
  const comparison = checker.compare(base, head, { mode: 'FULL' });
  if (!comparison.compared) throw new Error(comparison.reason);
  expect(comparison.findings.filter(({ kind }) => kind !== 'change')).toEqual([]);
  return comparison.findings;
}

const text = ({ ruleId, impact, unproved }: Finding) => `${ruleId} ${impact?.backward} ${impact?.forward}${unproved === undefined ? '' : ` (${unproved})`}`;

const box = (size: number) => ({ type: 'object', required: ['size'], properties: { size: { type: 'integer', minimum: size, maximum: size + 10 } } });

test('branches that are taken for each other say nothing where the union is the same', async () => {
  // Three boxes of one shape are counted; the new first one moves the others on by one.
  const before = { anyOf: [box(20), box(40)] };
  const after = { anyOf: [box(20), box(40), { ...box(20), properties: { size: { type: 'integer', minimum: 25, maximum: 28 } } }] };
  expect((await toldOf(before, after)).map(text)).toEqual([]);
});

test('what another branch makes up for is no break; what no branch does is one, with a value that all refuse', async () => {
  const before = { anyOf: [box(10), box(40)] };
  const after = { anyOf: [box(10), box(30), box(40)] };
  const told = await toldOf(before, after);
  expect(told.filter(({ unproved }) => unproved !== undefined)).toEqual([]);
  const breaking = told.filter(({ impact }) => impact?.backward === 'breaking');
  expect(breaking.length).toBeGreaterThan(0);
  for (const { witness } of breaking) {
    const box = witness?.value as { size: number } | undefined; // By the schema of the sender.
    expect(box?.size).toBeGreaterThanOrEqual(30);
    expect(box?.size).toBeLessThan(40);
  }
});

test('a difference deep in a branch is asked of the whole union', async () => {
  const deep = (inner: object) => ({ type: 'object', required: ['in'], properties: { in: { type: 'object', required: ['box'], properties: { box: inner } } } });
  const told = await toldOf({ anyOf: [deep(box(10)), deep(box(40))] }, { anyOf: [deep(box(10)), deep(box(30)), deep(box(40))] });
  expect(told.map(text).join()).not.toContain('separate');
  expect(told.some(({ impact }) => impact?.backward === 'breaking')).toBe(true);
});

test('unions in unions', async () => {
  const either = (...branches: readonly object[]) => ({ type: 'object', required: ['one'], properties: { one: { anyOf: branches } } });
  const told = await toldOf({ anyOf: [either(box(10), box(40)), { type: 'string' }] }, { anyOf: [either(box(10), box(30), box(40)), { type: 'string' }] });
  expect(told.map(text).join()).not.toContain('separate');
  expect(told.some(({ impact }) => impact?.backward === 'breaking')).toBe(true);
});

test('one schema at two properties: the one that is not sent does not hide the other', async () => {
  const holder = {
    type: 'object',
    properties: { a: { allOf: [{ $ref: '#/components/schemas/Box' }], readOnly: true }, b: { $ref: '#/components/schemas/Box' } },
  };
  const told = await toldOf(holder, holder, 'request', [{ Box: box(10) }, { Box: box(15) }]);
  expect(told.map(text)).toEqual(['bound-changed breaking compatible', 'bound-changed compatible breaking']);
  expect(told[0]?.witness?.value).toEqual({ b: { size: 10 } });
});
