import {
  type Contract,
  createChecker,
  defineRule,
  type Finding,
  type Format,
  memoryHost,
  type Override,
  type Selector,
  type Settings,
  type Severity,
} from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import type { OperationElement } from '@breakwater/openapi';
import { expect, test } from 'vitest';

/** A rule with an option, so that this says nothing of the rules that there are. */
const longPath = defineRule<OperationElement, { path: string; max: number }, { max: number }>({
  id: 'long-path',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  options: { schema: { type: 'object', properties: { max: { type: 'integer' } } }, defaults: { max: 3 } },
  message: ({ path, max }) => `\`${path}\` is longer than ${max}.`,
  check({ path }, report, { max }) {
    if (path.length > max) report({ path, max });
  },
});
const formats: readonly Format[] = FORMATS.map((format) => ({ ...format, rules: [...format.rules, longPath] }));
const checker = createChecker(formats);

const API = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /pets:
    get:
      operationId: listPets
      tags: [public]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
  /admin:
    get:
      tags: [internal]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Secret' } } } } }
  /audit:
    get:
      tags: [internal]
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet: { type: array }
    Secret: { type: array }
    Unused: { type: array }
`;
const RULE = 'array-items-required';

async function contractOf(text: string): Promise<Contract> {
  const contract = await checker.load('api/openapi.yaml', memoryHost({ 'api/openapi.yaml': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

function override(selector: Selector, severities: Readonly<Record<string, Severity>>, options: Readonly<Record<string, object>> = {}): Override {
  return { ...selector, severities: new Map(Object.entries(severities)), options: new Map(Object.entries(options)) };
}

async function linted(ruleId: string, settings: Settings): Promise<Readonly<Record<string, Severity>>> {
  const findings = checker.lint(await contractOf(API), { preset: 'full', ...settings }).filter((finding) => finding.ruleId === ruleId);
  expect(findings.filter(({ within }) => within)).toEqual([]);
  return Object.fromEntries(findings.map(({ at, severity }) => [at.pointer.replace(/^\/components\/schemas\/(\w+).*$/, '$1'), severity]));
}

const OWN = (await linted(RULE, {})).Pet ?? 'off';

test.each<[string, Override, Readonly<Record<string, Severity>>]>([
  ['a file', override({ files: ['api/**'] }, { [RULE]: 'hint' }), { Pet: 'hint', Secret: 'hint', Unused: 'hint' }],
  ['another file', override({ files: ['*'] }, { [RULE]: 'hint' }), { Pet: OWN, Secret: OWN, Unused: OWN }],
  ['what only the selected operation uses', override({ operations: ['GET /admin'] }, { [RULE]: 'off' }), { Pet: OWN, Unused: OWN }],
  ['what another operation uses too stays', override({ paths: ['/audit'] }, { [RULE]: 'off' }), { Pet: OWN, Secret: OWN, Unused: OWN }],
  ['all that use it', override({ paths: ['/**'] }, { [RULE]: 'off' }), { Unused: OWN }],
  ['a tag', override({ tags: ['internal'] }, { [RULE]: 'info' }), { Pet: OWN, Secret: 'info', Unused: OWN }],
  ['an operationId', override({ operations: ['listPets'] }, { [RULE]: 'error' }), { Pet: 'error', Secret: OWN, Unused: OWN }],
])('a severity for %s', async (_name, one, expected) => {
  expect(await linted(RULE, { overrides: [one] })).toEqual(expected);
});

test('a path as a whole is its operations', async () => {
  const text = API.replace(
    '  /pets:',
    '  /admin/both/:\n    get: { tags: [internal], responses: {} }\n    put: { responses: {} }\n  /admin/one/:\n    get: { tags: [internal], responses: {} }\n  /pets:',
  );
  const told = async (selector: Selector) => {
    const settings: Settings = { preset: 'full', overrides: [override(selector, { 'path-no-trailing-slash': 'off' })] };
    return checker
      .lint(await contractOf(text), settings)
      .filter(({ ruleId }) => ruleId === 'path-no-trailing-slash')
      .map(({ at }) => at.pointer.split('~1')[2]);
  };
  expect(await told({ files: ['none'] })).toEqual(['both', 'one']);
  expect(await told({ tags: ['internal'] })).toEqual(['both']);
  expect(await told({ operations: ['PUT /**'] })).toEqual(['both', 'one']);
  expect(await told({ paths: ['/admin/**'] })).toEqual([]);
});

test('the last override that says something counts, and all count over what holds elsewhere', async () => {
  const overrides = [override({ files: ['**'] }, { [RULE]: 'hint' }), override({ tags: ['internal'] }, { [RULE]: 'warn' })];
  expect(await linted(RULE, { severities: new Map([[RULE, 'off']]), overrides })).toEqual({ Pet: 'warn', Secret: 'warn', Unused: 'hint' });
});

test('a rule that is off runs where an override turns it on', async () => {
  const settings: Settings = { severities: new Map([[RULE, 'off']]), overrides: [override({ paths: ['/admin'] }, { [RULE]: 'error' })] };
  expect(await linted(RULE, settings)).toEqual({ Secret: 'error' });
});

test('what is ignored is told by no rule', async () => {
  expect(await linted(RULE, { ignore: [{ paths: ['/admin', '/audit'] }] })).toEqual({ Pet: OWN, Unused: OWN });
  expect(await linted(RULE, { ignore: [{ files: ['api/*'] }] })).toEqual({});
});

test('files are matched from the root, wherever uris start', async () => {
  const overrides = [override({ files: ['services/api/*'] }, { [RULE]: 'off' })];
  expect(await linted(RULE, { overrides, folder: 'services' })).toEqual({});
  expect(await linted(RULE, { overrides, folder: 'services/x' })).not.toEqual({});
});

test('options for one part of the contract', async () => {
  const told = async (settings: Settings) => Object.keys(await linted('long-path', settings)).map((pointer) => pointer.split('/')[2]);
  expect(await told({})).toEqual(['~1pets', '~1admin', '~1audit']);
  expect(await told({ options: new Map([['long-path', { max: 5 }]]) })).toEqual(['~1admin', '~1audit']);
  expect(await told({ overrides: [override({ tags: ['internal'] }, {}, { 'long-path': { max: 10 } })] })).toEqual(['~1pets']);
});

test('options turn a rule on that its preset does not have, unless it is off by name', async () => {
  const told = async (settings: Settings) => Object.keys(await linted('long-path', { preset: 'recommended', ...settings })).length;
  const options = new Map([['long-path', { max: 5 }]]);
  expect(await told({})).toBe(0);
  expect(await told({ options })).toBe(2);
  expect(await told({ options, severities: new Map([['long-path', 'off']]) })).toBe(0);
  expect(await told({ overrides: [override({ files: ['**'] }, {}, { 'long-path': { max: 5 } })] })).toBe(0);
});

const HEAD = API.replace('Pet: { type: array }', 'Pet: { type: string }')
  .replace('Secret: { type: array }', 'Secret: { type: string }')
  .replace(/ {2}\/audit:\n(?: {4}.*\n)+/, '');

async function changed(settings: Settings): Promise<readonly string[]> {
  const [base, head] = await Promise.all([contractOf(API), contractOf(HEAD)]);
  const comparison = checker.compare(base, head, settings);
  const { findings } = checker.decide(base, head, comparison.findings, settings);
  expect(findings.filter(({ within }) => within)).toEqual([]);
  return findings
    .filter(({ kind, verdict }: Finding) => kind === 'change' && verdict !== 'compatible')
    .map(({ ruleId, verdict, at }) => `${verdict} ${ruleId} ${at.pointer.split('/').at(-1)}`);
}

test('changes are told as the settings want them', async () => {
  const usual = ['breaking path-removed paths', 'breaking type-changed type', 'breaking type-changed type'];
  expect(await changed({})).toEqual(usual);
  expect(await changed({ severities: new Map([['type-changed', 'warn']]) })).toEqual([usual[0], 'dangerous type-changed type', 'dangerous type-changed type']);
  expect(await changed({ severities: new Map([['type-changed', 'off']]) })).toEqual([usual[0]]);
  expect(await changed({ overrides: [override({ paths: ['/admin'] }, { 'type-changed': 'off' })] })).toEqual(usual.slice(0, 2));
  expect(await changed({ ignore: [{ tags: ['internal'] }] })).toEqual([usual[1]]);
});

test('what could not be compared is told, though nobody wants to hear of it', async () => {
  const [base, head] = await Promise.all([
    contractOf(API),
    contractOf(API.replace("$ref: '#/components/schemas/Secret'", "$ref: '#/nowhere' # breakwater-ignore ref-resolves: known\n            ")),
  ]);
  const settings: Settings = { severities: new Map([['ref-resolves', 'off']]) };
  const { findings } = checker.decide(base, head, checker.compare(base, head, settings).findings, settings);
  expect(findings.filter(({ kind }) => kind === 'problem').map(({ ruleId, severity, suppressed }) => [ruleId, severity, suppressed])).toEqual([
    ['ref-resolves', 'info', undefined],
  ]);
  expect(checker.lint(head, settings).filter(({ kind }) => kind === 'problem')).toEqual([]);
});

test('what harms nobody is not made a break by a severity', async () => {
  const [base, head] = await Promise.all([contractOf(API), contractOf(API.replace('  /audit:', '  /new: { get: { responses: {} } }\n  /audit:'))]);
  const settings: Settings = { severities: new Map([['path-added', 'error']]) };
  const { findings } = checker.decide(base, head, checker.compare(base, head, settings).findings, settings);
  expect(findings.filter(({ kind }) => kind === 'change').map(({ ruleId, verdict }) => [ruleId, verdict])).toEqual([['path-added', 'compatible']]);
});

test('a raised severity raises what is dangerous, and a lowered one says so', async () => {
  const [base, head] = await Promise.all([contractOf(API), contractOf(HEAD.replace('listPets', 'listAllPets'))]);
  const settings: Settings = {
    severities: new Map([
      ['type-changed', 'info'],
      ['operation-id-changed', 'error'],
    ]),
  };
  const { findings } = checker.decide(base, head, checker.compare(base, head, settings).findings, settings);
  const told = (id: string) => findings.filter(({ ruleId }) => ruleId === id).map(({ verdict, severity, excused }) => [verdict, severity, excused])[0];
  expect(told('type-changed')).toEqual(['compatible', 'info', 'The configuration tells it as `info`.']);
  expect(told('operation-id-changed')).toEqual(['breaking', 'error', undefined]);
});
