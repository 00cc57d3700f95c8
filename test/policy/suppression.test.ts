import { type Contract, conclude, createChecker, DEFAULT_BAR, type Finding, isOver, memoryHost, type Settings, suppressionsIn } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { describe, expect, test } from 'vitest';

const checker = createChecker(FORMATS);
const RULE = 'operation-id-unique';

async function contractOf(text: string, name = 'openapi.yaml'): Promise<Contract> {
  const contract = await checker.load(name, memoryHost({ [name]: text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

async function suppressionsOf(text: string) {
  const { snapshot } = await contractOf(text);
  return [...snapshot.files.values()]
    .flatMap(suppressionsIn)
    .map(({ ruleId, reason, covers }) => [ruleId, reason, 'line' in covers ? covers.line : covers.pointer]);
}

describe('what is a suppression', () => {
  test.each<[string, string, unknown]>([
    ['beside something', 'openapi: 3.1.0 # breakwater-ignore a-b: why', [['a-b', 'why', 0]]],
    ['above something', '# breakwater-ignore a: why\nopenapi: 3.1.0', [['a', 'why', 1]]],
    [
      'above comments and empty lines',
      '# breakwater-ignore a: why\n# breakwater-ignore b: too\n\n# more\nopenapi: 3.1.0',
      [
        ['a', 'why', 4],
        ['b', 'too', 4],
      ],
    ],
    [
      'several rules',
      'openapi: 3.1.0 #breakwater-ignore a , b:why: really',
      [
        ['a', 'why: really', 0],
        ['b', 'why: really', 0],
      ],
    ],
    ['without a reason', 'openapi: 3.1.0 # breakwater-ignore a', [['a', '', 0]]],
    ['without a rule', 'openapi: 3.1.0 # breakwater-ignore', [['', '', 0]]],
    ['other words', 'openapi: 3.1.0 # breakwater-ignored a: why', []],
    ['in quotes', "openapi: 3.1.0\ninfo: { title: 'x # breakwater-ignore a: why' }", []],
    ['in a block', 'openapi: 3.1.0\ninfo:\n  title: |\n    x\n    # breakwater-ignore a: why\n  version: 1', []],
    ['after a block', 'openapi: 3.1.0\ninfo:\n  title: |\n    x\n  # breakwater-ignore a: why\n  version: 1', [['a', 'why', 5]]],
    ['in a plain text without a space', 'openapi: 3.1.0\ninfo: { title: x#breakwater-ignore a }', []],
    ['in a key', "openapi: 3.1.0\n' # breakwater-ignore a: why': 1", []],
    ['in lines that end as on Windows', '# breakwater-ignore a: why\r\nopenapi: 3.1.0\r\n', [['a', 'why', 1]]],
    [
      'as a key',
      'openapi: 3.1.0\ninfo: { x-breakwater-ignore: { a: why, b: "" } }',
      [
        ['a', 'why', '/info'],
        ['b', '', '/info'],
      ],
    ],
    ['as a key of another kind', 'openapi: 3.1.0\ninfo: { x-breakwater-ignore: a }', [['', '', '/info']]],
  ])('%s', async (_name, text, expected) => expect(await suppressionsOf(text)).toEqual(expected));
});

const API = (comment: string) => `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: same, responses: { '200': { description: ok } } } }
  /b: { get: { operationId: same, responses: { '200': { description: ok } } } }${comment}
`;

async function told(text: string, settings: Settings = {}) {
  const findings = checker.lint(await contractOf(text), settings);
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  return { ids: open.map(({ ruleId }) => ruleId), reasons: findings.flatMap(({ suppressed }) => suppressed ?? []) };
}

test('a finding on the line is known, with its reason, and fails nothing', async () => {
  expect((await told(API(''))).ids).toContain(RULE);
  const contract = await contractOf(API(` # breakwater-ignore ${RULE}: two names for one`));
  const findings = checker.lint(contract);
  const [known] = findings.filter(({ ruleId }) => ruleId === RULE);
  expect(known?.suppressed).toBe('two names for one');
  expect(isOver({ ...known!, severity: 'error' }, DEFAULT_BAR)).toBe(false);
  const { summary, findings: reported, isOver: fails } = conclude([{ answer: { contract: undefined, findings, failures: [] } }], '2026-11-26');
  expect([summary.suppressed, summary.errors, fails]).toEqual([1, 0, false]);
  expect(reported.map(({ ruleId }) => ruleId)).not.toContain(RULE);
});

test('another line, another rule and another file stay', async () => {
  expect((await told(API('').replace('paths:', `paths: # breakwater-ignore ${RULE}: why`))).ids).toContain(RULE);
  expect((await told(API(' # breakwater-ignore path-unambiguous: why'))).ids).toContain(RULE);
});

test('that a text cannot be read is never known', async () => {
  const { ids, reasons } = await told('openapi: 3.0.3\npaths: [ # breakwater-ignore spec-parse: why\n');
  expect(ids).toContain('spec-parse');
  expect(reasons).toEqual([]);
});

test('what is wrong in suppressions is told as the settings want it', async () => {
  const text = API(' # breakwater-ignore path-unambiguous');
  expect((await told(text)).ids).toEqual(expect.arrayContaining(['suppression-unused', 'suppression-without-reason']));
  const severities: Settings['severities'] = new Map([
    ['suppression-unused', 'off'],
    ['suppression-without-reason', 'off'],
  ]);
  expect((await told(text, { severities })).ids.filter((id) => id.startsWith('suppression-'))).toEqual([]);
});

test('a suppression of what is not judged is not told to be unused', async () => {
  const unused = async (comment: string, settings: Settings = {}) => (await told(API(comment), settings)).ids.includes('suppression-unused');
  expect(await unused(' # breakwater-ignore property-removed: why')).toBe(false);
  expect(await unused(' # breakwater-ignore path-unambiguous: why')).toBe(true);
  expect(await unused(' # breakwater-ignore path-unambiguous: why', { severities: new Map([['path-unambiguous', 'off']]) })).toBe(false);
});

const BASE = API('').replace(/ {2}\/a:.*\n/, '  /a: { get: {}, put: {} }\n');
const HEAD = (comment: string) => BASE.replace('{ get: {}, put: {} }', `{ get: {} }${comment}`);

async function changed(comment: string, settings: Settings = {}): Promise<readonly Finding[]> {
  const [base, head] = await Promise.all([contractOf(BASE), contractOf(HEAD(comment))]);
  const comparison = checker.compare(base, head, settings);
  return checker.decide(base, head, comparison.findings, settings).findings;
}

test('a change is known by what the head says, unless who wrote it is not to say it', async () => {
  const known = async (settings: Settings) =>
    (await changed(' # breakwater-ignore operation-removed: never used', settings))
      .filter(({ ruleId }) => ruleId === 'operation-removed')
      .map(({ suppressed }) => suppressed);
  expect(await known({})).toEqual(['never used']);
  expect(await known({ trustsHead: false })).toEqual([undefined]);
});

test('the key of a suppression is no change of the contract', async () => {
  const [base, head] = [
    await contractOf(BASE),
    await contractOf(BASE.replace('{ get: {}, put: {} }', '{ get: {}, put: {}, x-breakwater-ignore: { a: why } }')),
  ];
  expect(checker.compare(base, head, { audiences: ['wire', 'source', 'semantic'] }).findings).toEqual([]);
});

test('ten thousand of them end quickly', async () => {
  const paths = Array.from({ length: 10_000 }, (_, i) => `  /p${i}/: {} # breakwater-ignore path-no-trailing-slash: why`);
  const contract = await contractOf(`openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths:\n${paths.join('\n')}\n`);
  const start = performance.now();
  expect(checker.lint(contract).filter(({ suppressed }) => suppressed !== undefined)).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(5_000);
});
