import { itemsOf, readText } from '@breakwater/core';
import { expect, test } from 'vitest';
import { branchesByIdentity } from '../src/branch-identity.ts';

function namesOf(...branches: readonly object[]): readonly string[] {
  const { root } = readText({ uri: 'branches.json', text: JSON.stringify(branches) });
  return [...branchesByIdentity(itemsOf(root)).keys()];
}

test('a branch is called by what it refers to, its title, or its shape', () => {
  expect(namesOf({ $ref: '#/components/schemas/Cat' }, { title: 'A dog', type: 'object' }, { type: ['null', 'integer'] })).toEqual([
    'Cat',
    'A dog',
    'integer | null',
  ]);
  expect(namesOf({ type: 'object', properties: { kind: { const: 'cat' }, age: {} } })).toEqual(['object with age, kind = cat']);
});

test('a conjunction is called by its members, a list by its items', () => {
  const info = { $ref: '#/components/schemas/Info' };
  expect(namesOf({ allOf: [{ $ref: '#/components/schemas/Update' }, info] }, { allOf: [info] })).toEqual(['Update & Info', 'Info']);
  expect(namesOf({ type: 'array', items: { type: 'array', items: { type: 'integer' } } })).toEqual(['array of array of integer']);
});

test('a title that branches share names none of them', () => {
  const array = (type: string) => ({ title: 'array', type: 'array', items: { type } });
  expect(namesOf(array('string'), array('integer'), { title: 'text', type: 'string' })).toEqual(['array of string', 'array of integer', 'text']);
});

test('branches of one name are counted in an order that annotations do not change', () => {
  const [a, b] = [
    { type: 'string', maxLength: 3 },
    { type: 'string', minLength: 3 },
  ];
  expect([...namesOf(a, b)]).toEqual(['string', 'string (2)']);
  const order = (...branches: readonly object[]) => {
    const { root } = readText({ uri: 'branches.json', text: JSON.stringify(branches) });
    return [...branchesByIdentity(itemsOf(root)).values()].map((node) => itemsOf(root).indexOf(node));
  };
  expect(order(a, b)).toEqual([0, 1]);
  expect(order({ example: 'x', description: 'z', ...b }, a)).toEqual([1, 0]);
});
