import { type Contract, createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { describe, expect, test } from 'vitest';

/**
 * Whatever the text is, there is an answer: no exception, no endless loop, every finding inside the text,
 * and what could not be read whole is never compared.
 */
const checker = createChecker(FORMATS);

const SMALL = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a/{b}:
    parameters: [{ name: b, in: path, required: true, schema: { type: string } }]
    get:
      responses:
        '200':
          description: "\u20ac\u{1F600}"
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Tree' }
components:
  schemas:
    Tree:
      type: object
      properties:
        children: { type: array, items: { $ref: '#/components/schemas/Tree' } }
        "quoted": &anchor { enum: [a, 'b'] }
        again: *anchor
`;

const BOMB = `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
  .split('')
  .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`)
  .join('')}paths: {}\n`;

const ring = (n: number) =>
  `openapi: 3.0.0\npaths:\n  /a:\n    get:\n      responses:\n        '200':\n          description: d\n          content:\n            application/json:\n              schema: { $ref: '#/components/schemas/S0' }\ncomponents:\n  schemas:\n${Array.from({ length: n }, (_, i) => `    S${i}: { type: object, properties: { next: { $ref: '#/components/schemas/S${(i + 1) % n}' } } }\n`).join('')}`;

const diamond = (n: number) =>
  `openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n${Array.from({ length: n }, (_, i) => `    S${i}: { allOf: [{ $ref: '#/components/schemas/S${i + 1}' }, { $ref: '#/components/schemas/S${i + 1}' }] }\n`).join('')}    S${n}: { type: string }\n`;

const TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  space: ' \n\t\n',
  'a comment': '# nothing\n',
  'a byte order mark': '\uFEFFopenapi: 3.1.0\npaths: {}\n',
  'no contract': 'a: 1\n',
  'a list': '- 1\n- 2\n',
  'a number': '42',
  'an unsupported version': 'openapi: 9.9.9\npaths: {}\n',
  'a version that is a map': 'openapi: { a: 1 }\npaths: {}\n',
  'half a line': 'openapi: 3.1.0\npaths:\n  /a:\n    ge',
  'a reference to itself': "openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/components/schemas/A' }\n",
  'a circle of references': "openapi: 3.0.0\npaths:\n  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }\n",
  'a percent in a pointer': "openapi: 3.0.0\npaths:\n  /a: { $ref: '#/paths/%' }\n  /b: { $ref: '#/%7' }\n  /c: { $ref: '%zz.yaml' }\n",
  'a reference to a number': 'openapi: 3.0.0\npaths:\n  /a: { $ref: 3 }\n',
  'duplicate keys': 'openapi: 3.0.0\npaths: {}\npaths: {}\n',
  'an alias bomb': BOMB,
  'brackets without end': `${'['.repeat(10_000)}`,
  'maps without end': `openapi: 3.0.0\npaths: ${'{a: '.repeat(10_000)}`,
  'deep JSON': `{"openapi":"3.0.0","paths":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  'names of prototypes':
    'openapi: 3.0.0\n__proto__: { a: 1 }\nconstructor: 1\npaths:\n  /__proto__:\n    get: { responses: { toString: { description: d } }, __proto__: 1 }\n',
  'a ring of 400': ring(400),
  'a diamond of 24': diamond(24),
  'wrong kinds everywhere': 'openapi: 3.0.0\ninfo: []\npaths: [1, 2]\ncomponents: 3\nservers: {}\nsecurity: x\ntags: { a: 1 }\n',
  'wrong kinds inside':
    'openapi: 3.0.0\npaths:\n  /a:\n    get: { parameters: {}, responses: [], requestBody: 1, security: 3, tags: {} }\n    post: []\n    put: null\n  /b: 3\n',
  'a schema of wrong kinds':
    'openapi: 3.0.0\npaths: {}\ncomponents:\n  schemas:\n    A: { type: [], properties: [], required: 3, enum: x, allOf: {}, anyOf: 1, items: [], discriminator: [] }\n    B: 3\n    C: null\n    D: [1]\n',
  'lone surrogates': 'openapi: 3.0.0\ninfo: { title: "\uD800" }\npaths:\n  "/\uDC00": { get: {} }\n',
  'line separators': 'openapi: 3.0.0\r\npaths:\r\n  /a:\r    get: {}\r\n',
  'twenty thousand keys': `openapi: 3.0.0\npaths:\n${Array.from({ length: 20_000 }, (_, i) => `  /p${i}: {}\n`).join('')}`,
};

async function loaded(text: string): Promise<Contract> {
  const contract = await checker.load('a.yaml', memoryHost({ 'a.yaml': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

function expectInside(findings: readonly Finding[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/);
  for (const { at, message } of findings) {
    expect(at.start.line).toBeLessThan(lines.length);
    expect(at.end.line).toBeLessThan(lines.length);
    expect(at.start.character).toBeLessThanOrEqual(lines[at.start.line]?.length ?? -1);
    expect(message).not.toContain('undefined');
  }
}

describe.each(Object.entries(TEXTS))('%s', (_name, text) => {
  test('is answered, inside the text', async () => {
    const contract = await loaded(text);
    const findings = checker.lint(contract);
    expectInside(findings, text);
    // Silence is for what was understood.
    if (!contract.model) expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  test('is equal to itself, or not compared', async () => {
    const comparison = checker.compare(await loaded(text), await loaded(text));
    if (comparison.compared) expect(comparison.findings).toEqual([]);
    else expect(comparison.reason).toMatch(/nothing was compared\.$/);
  });

  test('compares with a whole contract, or says why not', async () => {
    const [one, other] = [await loaded(text), await loaded(SMALL)];
    for (const comparison of [checker.compare(one, other), checker.compare(other, one)]) {
      if (!comparison.compared) expect(comparison.reason).toMatch(/\.$/);
    }
  });
});

test('every prefix of a contract is answered', async () => {
  for (let end = 0; end <= SMALL.length; end++) {
    const text = SMALL.slice(0, end);
    expectInside(checker.lint(await loaded(text)), text);
  }
});

test('every prefix of the same contract as JSON is answered, and only the whole is compared', async () => {
  const json = JSON.stringify({ openapi: '3.0.0', info: { title: 'T' }, paths: { '/a': { get: { responses: { '200': { description: 'd' } } } } } }, null, 1);
  const whole = await loaded(json);
  for (let end = 0; end < json.length; end++) {
    const contract = await loaded(json.slice(0, end));
    expectInside(checker.lint(contract), json.slice(0, end));
    expect(checker.compare(whole, contract).compared).toBe(false);
  }
});
