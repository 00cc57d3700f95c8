import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contract, createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';

/** One contract in three versions of OpenAPI: to move from one to another is no change, and to change on the way is one. */
const HERE = dirname(fileURLToPath(import.meta.url));
const VERSIONS = ['2.0', '3.0', '3.1'] as const;
const checker = createChecker(FORMATS);
const pairs = VERSIONS.flatMap((from) => VERSIONS.map((to) => [from, to] as const));

test.each(pairs)('from %s to %s nothing changes', async (from, to) => {
  expect(told(await contractOf(textOf(from)), await contractOf(textOf(to)))).toEqual([]);
});

test.each(pairs)('from %s to %s, with the base path moved into the paths', async (from, to) => {
  const [base, head] = [textOf(from), moved(textOf(to))];
  expect(head).toContain('/v1/orders');
  expect(told(await contractOf(base), await contractOf(head))).toEqual([]);
  expect(told(await contractOf(head), await contractOf(base))).toEqual([]);
});

/** What breaks, in the words of 2.0 and of 3.x, and what is told of it. */
const BREAKS: readonly (readonly [string, readonly [RegExp, string], readonly [RegExp, string], string])[] = [
  ['a form field', [/maxLength: 100/, 'maxLength: 10'], [/maxLength: 100/, 'maxLength: 10'], 'bound-changed'],
  ['a form field of the path', [/type: string, maxLength: 20/, 'type: integer'], [/type: string, maxLength: 20/, 'type: integer'], 'type-changed'],
  [
    'a required form field',
    [/name: currency, in: formData,/, '$& required: true,'],
    [/required: \[amount\]/, 'required: [amount, currency]'],
    'required-changed',
  ],
  ['a form field that is a list', [/enum: \[EUR, USD\]/, 'enum: [EUR]'], [/enum: \[EUR, USD\]/, 'enum: [EUR]'], 'enum-value-removed'],
  ['a definition', [/required: \[id\]/, 'required: [id, amount]'], [/required: \[id\]/, 'required: [id, amount]'], 'required-changed'],
  [
    'a list in a query',
    [/collectionFormat: multi/, 'collectionFormat: csv'],
    [/name: ids, in: query,/, '$& explode: false,'],
    'parameter-serialization-changed',
  ],
  ['a media type', [/application\/pdf/, 'image/png'], [/application\/pdf(?=:)/, 'image/png'], 'media-type-removed'],
  ['credentials', [/name: X-Key/, 'name: X-Api-Key'], [/name: X-Key/, 'name: X-Api-Key'], 'security-scheme-changed'],
  ['a path', [/\/orders\/\{id\}:/, '/order/{id}:'], [/\/orders\/\{id\}:/, '/order/{id}:'], 'path-removed'],
];

test.each(BREAKS.flatMap((one) => pairs.map(([from, to]) => ({ what: one[0], from, to, one }))))(
  'from $from to $to, $what breaks',
  async ({ from, to, one }) => {
    const [pattern, by] = to === '2.0' ? one[1] : one[2];
    const head = textOf(to).replace(pattern, by);
    expect(head).not.toBe(textOf(to));
    const base = await contractOf(textOf(from));
    for (const text of [head, moved(head)]) {
      const findings = told(base, await contractOf(text));
      expect(findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)).toContain(one[3]);
    }
  },
);

test('rules still see the fields of a form as parameters', async () => {
  const text = textOf('2.0').replace('- { name: currency,', '- { name: amount, in: formData, type: number }\n        $&');
  expect(checker.lint(await contractOf(text)).map(({ ruleId }) => ruleId)).toContain('parameters-unique');
});

function told(base: Contract, head: Contract): readonly Finding[] {
  return checker.compare(base, head, { mode: 'FULL' }).findings;
}

function moved(text: string): string {
  return text
    .replace(/^basePath.*\n/m, '')
    .replace('example.com/v1', 'example.com')
    .replaceAll(/^ {2}\/order/gm, '  /v1/order');
}

function textOf(version: string): string {
  return readFileSync(join(HERE, `orders-${version}.yaml`), 'utf8');
}

async function contractOf(text: string): Promise<Contract> {
  const contract = await checker.load('orders.yaml', memoryHost({ 'orders.yaml': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}
