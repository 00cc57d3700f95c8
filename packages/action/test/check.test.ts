import { type Conclusion, memoryHost, type Report } from '@breakwater/core';
import { describe, expect, test } from 'vitest';
import type { Base } from '../src/base/base.ts';
import { check } from '../src/check.ts';
import { clientFor } from '../src/client.ts';
import { contextOf } from '../src/context.ts';
import { matchingIn, type Version } from '../src/version/version.ts';
import { inputsOf } from './inputs-of.ts';

/** Which contracts are looked at, by what configuration, and what is said where that is not known: of two versions that are in memory. */

type Files = Readonly<Record<string, string>>;

const LINE = '---\nopenapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\n';
const PATHS = 'paths:\n  /a:\n    get: { responses: { "200": { description: d } } }\n    put: { responses: { "200": { description: d } } }\n';
const PUT = /^ {4}put.*\n/m;
const BASE = LINE + PATHS;
/** Breaks once. */
const HEAD = BASE.replace(PUT, '');
const FEW: Files = { 'breakwater.yaml': 'extends: minimal\n' };

const SHA = 'a'.repeat(40);

function versionOf(files: Files, more: Partial<Version> = {}): Version {
  const ids = new Map(Object.entries(files).filter(([path]) => /\.(ya?ml|json)$/.test(path)));
  const matching = async (pattern: string) => matchingIn(Object.keys(files), pattern);
  return { sha: SHA, publicSha: SHA, host: memoryHost(files), files: async () => ids, isFar: false, matching, ...more };
}

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly head?: Partial<Version>;
  readonly base?: Partial<Extract<Base, { version: unknown }>> | { readonly refusal: string };
}

async function checked(before: Files, after: Files, { inputs = {}, event = 'push', head, base = {} }: Options = {}) {
  const context = contextOf({ GITHUB_REPOSITORY: 'octo-org/shop', GITHUB_EVENT_NAME: event });
  const repository = { client: clientFor('the-token', 'http://127.0.0.1:9'), context, top: undefined };
  const old: Base = 'refusal' in base ? base : { version: versionOf({ ...FEW, ...before }), label: 'the base', ...base };
  return check(inputsOf(inputs), repository, versionOf({ ...FEW, ...after }, head), old);
}

type Told = Pick<Conclusion, 'contracts' | 'findings' | 'failures'> & Pick<Report, 'notes'>;
const urisOf = ({ contracts }: Told) => contracts.map(({ uri }) => uri);
const rulesOf = ({ findings }: Told) => findings.map(({ ruleId, at }) => `${at.uri}: ${ruleId}`);
const failuresOf = ({ failures }: Told) => failures.map(({ message }) => message);

describe('what is looked at', () => {
  test('every contract that changed, and it is said how many did not', async () => {
    const result = await checked({ 'a.yaml': BASE, 'b.yaml': BASE, 'c.json': '{}' }, { 'a.yaml': HEAD, 'b.yaml': BASE, 'c.json': '{ }' });
    expect([urisOf(result), result.summary.breaking, result.isOver]).toEqual([['a.yaml'], 1, true]);
    expect(result.notes).toEqual(['1 contract that this change does not touch was not checked; the input `all` checks every one.']);
  });

  test('is held to the rules that the configuration turns on', async () => {
    const rules = { 'breakwater.yaml': 'extends: minimal\nrules: { operation-error-response: error }\n' };
    expect(rulesOf(await checked(rules, { ...rules, 'a.yaml': HEAD }))).toContain('a.yaml: operation-error-response');
  });

  test('the others too, where all are asked for; by name, those that are named', async () => {
    const files = { 'a.yaml': BASE, 'b.yaml': BASE, 'deep/c.yaml': BASE };
    expect(urisOf(await checked(files, files))).toEqual([]);
    expect(urisOf(await checked(files, files, { inputs: { all: 'true' } }))).toEqual(['a.yaml', 'b.yaml', 'deep/c.yaml']);
    expect(urisOf(await checked(files, files, { inputs: { files: './b.yaml' } }))).toEqual(['b.yaml']);
    // A glob over contracts does not mean the configuration beside them.
    expect(urisOf(await checked(files, files, { inputs: { files: '*.yaml, ./deep/*.yaml, a.yaml' } }))).toEqual(['a.yaml', 'b.yaml', 'deep/c.yaml']);
  });

  test('no contract at all is a failure, in words for how they were looked for', async () => {
    const none = { 'a.yaml': 'title: none\n' };
    expect(failuresOf(await checked(none, none))).toEqual(['No contract was found in the repository.']);
    expect(failuresOf(await checked({}, {}, { inputs: { files: 'api/*.yaml' } }))).toEqual(['No file matches the input `files`.']);
    expect(failuresOf(await checked({}, {}, { inputs: { files: 'api/a.yaml' } }))).toHaveLength(1);
  });

  test('nothing in folders of dependencies and of builds', async () => {
    expect(failuresOf(await checked({}, { 'node_modules/a.yaml': HEAD, 'api/.cache/a.yaml': HEAD }))).toEqual(['No contract was found in the repository.']);
  });

  test('what the configuration names, and that it names nothing', async () => {
    const config = (files: string) => ({ 'breakwater.yaml': `extends: minimal\ncontracts: [{ files: [${files}] }]\n` });
    const files = { 'a.yaml': HEAD, 'b.yaml': HEAD, 'c/d.yaml': HEAD };
    expect(urisOf(await checked({}, { ...files, ...config('b.yaml') }))).toEqual(['b.yaml']);
    expect(urisOf(await checked({}, { ...files, ...config('"*.yaml"') }))).toEqual(['a.yaml', 'b.yaml']);
    expect(failuresOf(await checked({}, { ...files, ...config('"x/*.yaml"') }))).toEqual([
      'No contract matches `x/*.yaml`, which the configuration names under `contracts`.',
    ]);
  });
});

describe('what touches a contract', () => {
  const main = `${LINE}paths:\n  /a: { $ref: ./parts/a.yaml }\n`;
  const files = { 'api/main.yaml': main, 'api/parts/a.yaml': 'get: {}\nput: {}\n' };

  test.each<[string, Files, readonly string[]]>([
    ['nothing', {}, []],
    ['itself', { 'api/main.yaml': `${main}# more\n` }, ['api/main.yaml']],
    ['a file that it refers to', { 'api/parts/a.yaml': 'get: {}\n' }, ['api/main.yaml']],
    ['a file that it does not refer to', { 'api/parts/b.yaml': 'get: {}\n' }, []],
    ['the configuration above', { 'breakwater.yaml': 'extends: [minimal]\n' }, ['api/main.yaml']],
    ['a configuration that comes beside it', { 'api/breakwater.yaml': 'extends: minimal\n' }, ['api/main.yaml']],
    ['a configuration elsewhere', { 'other/breakwater.yaml': 'extends: minimal\n' }, []],
  ])('%s', async (_, change, expected) => {
    expect(urisOf(await checked(files, { ...files, ...change }))).toEqual(expected);
  });

  test('a configuration or a file that goes, or was missed before', async () => {
    const { 'api/parts/a.yaml': part = '', ...without } = files;
    expect(urisOf(await checked(files, without))).toEqual(['api/main.yaml']);
    expect(urisOf(await checked(without, { ...without, 'api/parts/a.yaml': part }))).toEqual(['api/main.yaml']);
    expect(urisOf(await checked({ ...files, 'api/breakwater.yaml': 'extends: minimal\n' }, files))).toEqual(['api/main.yaml']);
  });

  test('what a job has made, which no version has', async () => {
    const made = { ...FEW, ...files };
    const lists = new Map(Object.entries(made).filter(([path]) => path !== 'api/parts/a.yaml'));
    const base = { version: versionOf(made, { files: async () => lists }) };
    expect(urisOf(await checked(files, files, { head: { files: async () => lists }, base }))).toEqual(['api/main.yaml']);
  });

  test('one that cannot be read is looked at whatever touches it', async () => {
    const broken = { 'a.yaml': 'openapi: 3.1.0\npaths: { $ref: }\n  x: [\n' };
    expect((await checked(broken, { ...broken, 'b.yaml': HEAD })).notes.join()).not.toContain('2 contracts');
  });
});

describe('a contract that is not where it was', () => {
  test('is gone, where nothing has taken its place', async () => {
    const result = await checked({ 'a.yaml': BASE, 'b.yaml': BASE }, { 'b.yaml': BASE });
    expect([rulesOf(result), result.contracts]).toEqual([['a.yaml: contract-removed'], [expect.objectContaining({ uri: 'a.yaml', state: 'removed' })]]);
  });

  test('is gone by whatever it was named, and by the configuration that named it', async () => {
    const named = { 'breakwater.yaml': 'extends: minimal\ncontracts: [{ files: [a.yaml, "b*.yaml"] }]\n' };
    const before = { ...named, 'a.yaml': BASE, 'bb.yaml': BASE.replace('/a', '/b'), 'c.yaml': BASE.replace('/a', '/c') };
    const after = { 'breakwater.yaml': 'extends: minimal\ncontracts: [{ files: [d.yaml] }]\n', 'd.yaml': `${LINE}paths: {}\n` };
    expect(rulesOf(await checked(before, after))).toEqual(['a.yaml: contract-removed', 'bb.yaml: contract-removed']);
    for (const files of ['a.yaml', './a.yaml', '{a,x}.yaml', './a*.yaml'])
      expect(rulesOf(await checked({ 'a.yaml': BASE }, {}, { inputs: { files } }))).toContain('a.yaml: contract-removed');
    expect(rulesOf(await checked({ 'a.yaml': BASE, 'c.yaml': LINE }, {}, { inputs: { files: 'c*.yaml' } }))).toEqual(['c.yaml: contract-removed']);
  });

  test('is compared with what it was, where its content is elsewhere now', async () => {
    const result = await checked({ 'a.yaml': BASE }, { 'api/b.yaml': HEAD });
    expect([result.summary.breaking, result.contracts]).toEqual([1, [expect.objectContaining({ uri: 'api/b.yaml', state: 'moved' })]]);
    // Also out of the names that are looked at.
    expect(urisOf(await checked({ 'a.yaml': BASE }, { 'b.yml': BASE }, { inputs: { files: 'a.yaml' } }))).toEqual(['b.yml']);
    expect(urisOf(await checked({ 'a.yaml': BASE, 'c.yaml': BASE }, { 'b.yml': BASE, 'c.yaml': BASE }, { inputs: { files: '{a,c}.yaml' } }))).toEqual([
      'b.yml',
      'c.yaml',
    ]);
  });

  test('is a copy, where it is still there', async () => {
    const { contracts } = await checked({ 'a.yaml': BASE }, { 'a.yaml': BASE, 'b.yaml': BASE });
    expect(contracts).toEqual([expect.objectContaining({ uri: 'b.yaml', state: 'new' })]);
  });

  test('is none any more, and that is red', async () => {
    for (const text of ['', 'title: x\n']) {
      const result = await checked({ 'a.yaml': BASE, 'b.yaml': BASE }, { 'a.yaml': text, 'b.yaml': BASE });
      expect([result.failures.length + result.findings.length > 0, result.isOver || result.failures.length > 0]).toEqual([true, true]);
    }
  });
});

describe('what is not known is a failure', () => {
  const cannot = 'could not be read from GitHub (502)';
  const unreadable = (files: Files, ...uris: readonly string[]): Partial<Version> => {
    const host = memoryHost({ ...FEW, ...files });
    return { host: { readFile: async (uri) => (uris.includes(uri) ? { refusal: cannot } : host.readFile(uri)) } };
  };

  test('whether a file is a contract, in the head or in the base', async () => {
    const files = { 'a.yaml': BASE, 'b.yaml': HEAD };
    const said = `Whether \`a.yaml\` is a contract is not known: it ${cannot}.`;
    expect(failuresOf(await checked(files, files, { head: unreadable(files, 'a.yaml') }))).toEqual([said]);
    const base = { version: versionOf({ ...FEW, ...files }, unreadable(files, 'a.yaml')) };
    expect(failuresOf(await checked(files, { 'b.yaml': HEAD }, { base }))).toEqual([said]);
  });

  test('but not of what is no text, or too large: nobody says that it is one', async () => {
    const host = memoryHost({ ...FEW, 'b.yaml': HEAD });
    const readFile = async (uri: string) => (uri === 'a.yaml' ? { refusal: 'is not valid UTF-8' } : host.readFile(uri));
    expect(failuresOf(await checked({ 'a.yaml': 'x', 'b.yaml': HEAD }, { 'a.yaml': 'x', 'b.yaml': HEAD }, { head: { host: { readFile } } }))).toEqual([]);
  });

  test('the files of the head or of the base, else nobody would see what is gone', async () => {
    const refuse = { files: async () => ({ refusal: 'could not be listed by GitHub (502)' }) };
    const lost = (side: string) => `The files of the ${side} could not be listed by GitHub (502), so contracts that were removed would not be seen.`;
    const inputs = { files: 'a.yaml' };
    const ofHead = await checked({ 'a.yaml': BASE }, { 'a.yaml': HEAD }, { inputs, head: refuse });
    expect([failuresOf(ofHead), ofHead.summary.breaking]).toEqual([[lost('head')], 1]);
    const base = { version: versionOf({ ...FEW, 'a.yaml': BASE }, refuse) };
    const ofBase = await checked({}, { 'a.yaml': HEAD }, { base });
    expect([failuresOf(ofBase), ofBase.summary.breaking]).toEqual([[lost('base')], 1]);
    // Without names nothing is found either.
    expect(failuresOf(await checked({}, {}, { head: refuse }))).toEqual(['The files of the head could not be listed by GitHub (502).', lost('head')]);
  });

  test('what there is among more files than are asked for one by one', async () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.yaml`, 'x: 1\n']));
    const far = { head: { isFar: true } };
    const found = async (count: number, options: Options = far) => failuresOf(await checked({}, { ...many(count), 'a.yaml': BASE }, options));
    // The configuration and the contract are two of them.
    expect(await found(298)).toEqual([]);
    const said = '301 YAML and JSON files are too many to look through without a checkout; name the contracts by the input `files`, or check out.';
    expect(await found(299)).toEqual([said]);
    expect(await found(299, {})).toEqual([]);
    expect(await found(299, { ...far, inputs: { files: 'a.yaml' } })).toEqual([]);
    const named = { 'breakwater.yaml': 'extends: minimal\ncontracts: [{ files: a.yaml }]\n' };
    expect(failuresOf(await checked({}, { ...many(299), ...named, 'a.yaml': BASE }, far))).toEqual([]);
  });

  test('what to compare with: what is there is looked at all the same', async () => {
    const result = await checked({}, { 'a.yaml': HEAD }, { base: { refusal: 'There is no base.' } });
    expect([urisOf(result), failuresOf(result), result.findings.filter(({ kind }) => kind === 'change')]).toEqual([['a.yaml'], ['There is no base.'], []]);
  });
});

describe('a base that is one file', () => {
  const base = {
    version: { host: memoryHost({ 'old.yaml': BASE }), files: async () => new Map([['old.yaml', '']]) },
    file: 'old.yaml',
    label: 'file old.yaml',
  };

  test('is that of the one contract', async () => {
    const { contracts, summary, failures } = await checked({}, { 'a.yaml': HEAD }, { base });
    const only = expect.objectContaining({ uri: 'a.yaml', base: 'file old.yaml', compared: true });
    expect([contracts, summary.breaking, failures]).toEqual([[only], 1, []]);
    // It has another name, and has not been moved.
    expect(contracts[0]).not.toHaveProperty('state');
  });

  test('that is not there is a failure, and no new contract', async () => {
    const { failures } = await checked({}, { 'a.yaml': HEAD }, { base: { ...base, file: 'x.yaml' } });
    expect(failures).toHaveLength(1);
  });

  test('does not say which contract it is the base of, where there are several, or is none', async () => {
    const several = await checked({}, { 'a.yaml': HEAD, 'b.yaml': HEAD }, { base });
    expect([urisOf(several), failuresOf(several)]).toEqual([
      ['a.yaml', 'b.yaml'],
      ['The base is one file, and there are 2 contracts; name the one to compare by the input `files`.'],
    ]);
    expect(failuresOf(await checked({}, {}, { base }))).toEqual(['No contract was found in the repository.']);
  });
});

describe('by what it is judged', () => {
  const never = { 'breakwater.yaml': 'extends: minimal\nfail-on: [never]\n' };

  test('by the configuration of the head, and on a fork by that of the base', async () => {
    const [before, after] = [{ 'a.yaml': BASE }, { 'a.yaml': HEAD, ...never }];
    const results = await Promise.all(['push', 'pull_request', 'pull_request_target'].map((event) => checked(before, after, { event })));
    expect(results.map(({ isOver }) => isOver)).toEqual([false, true, true]);
    expect(results.map(({ notes }) => notes.filter((note) => note.includes('fork')).length)).toEqual([0, 1, 1]);
  });

  test('by one that is named, wherever it is', async () => {
    const inputs = { config: 'ci/strict.yaml' };
    const files = { 'a.yaml': HEAD, 'ci/strict.yaml': 'extends: minimal\nfail-on: [never]\n' };
    expect((await checked({ 'a.yaml': BASE }, files, { inputs })).isOver).toBe(false);
    expect(failuresOf(await checked({ 'a.yaml': BASE }, { 'a.yaml': HEAD }, { inputs }))).toHaveLength(1);
  });

  test('by the inputs before any configuration', async () => {
    const [before, after] = [{ 'a.yaml': BASE }, { 'a.yaml': HEAD, ...never }];
    expect((await checked(before, after, { inputs: { 'fail-on': 'breaking' } })).isOver).toBe(true);
    expect((await checked(before, { 'a.yaml': HEAD }, { inputs: { mode: 'FORWARD' } })).summary.breaking).toBe(0);
    expect((await checked(before, { 'a.yaml': HEAD }, { inputs: { 'fail-on': 'never' } })).isOver).toBe(false);
  });

  test('a mistake in it is told, and nothing is judged', async () => {
    const result = await checked({ 'a.yaml': BASE }, { 'a.yaml': HEAD, 'breakwater.yaml': 'extends: [\n' });
    expect([result.contracts, result.isOver || result.failures.length > 0, result.notes]).toEqual([[], true, []]);
  });
});

test('the parts of a check have each contract once, and know of the same', async () => {
  const uris = ['a.yaml', 'b.yaml', 'c.yaml'];
  const files = (text: string) => Object.fromEntries(uris.map((uri) => [uri, text]));
  const parts = await Promise.all(['1/2', '2/2'].map((shard) => checked(files(BASE), files(HEAD), { inputs: { shard } })));
  expect(parts.flatMap(urisOf).toSorted()).toEqual(uris);
  expect(parts.map(({ summary }) => summary.breaking).toSorted()).toEqual([1, 2]);
  expect(parts.map(({ shard }) => shard)).toEqual([1, 2].map((index) => ({ index, of: 2, contracts: parts[0]?.shard?.contracts, unused: [] })));
  const whole = await checked(files(BASE), files(HEAD));
  expect([whole.summary.breaking, whole.shard]).toEqual([3, undefined]);
});
