import { memoryHost } from '@breakwater/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Version } from '../src/version/version.ts';
import { BASE, checked, FEW, type Files, failuresOf, HEAD, type Options, urisOf, versionOf } from './checking.ts';

/** By what contracts are judged, and what is said where something is not known. */

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

describe('what the configuration accepts', () => {
  const accepting = (fingerprint: string, until = '2030-01-01') => ({
    'breakwater.yaml': `extends: minimal\naccept: [{ fingerprint: "${fingerprint}", reason: meant, until: "${until}" }]\n`,
  });
  afterEach(() => vi.useRealTimers());

  test('is accepted to the end of its last day', async () => {
    const { findings } = await checked({ 'a.yaml': BASE }, { 'a.yaml': HEAD });
    const broken = findings.find(({ verdict }) => verdict === 'breaking');
    const isOverAt = async (now: string) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      return (await checked({ 'a.yaml': BASE }, { 'a.yaml': HEAD, ...accepting(broken?.fingerprint ?? '', '2026-06-30') })).isOver;
    };
    expect([await isOverAt('2026-06-30T23:59:59Z'), await isOverAt('2026-07-01T00:00:00Z')]).toEqual([false, true]);
  });

  test('and nothing needs is told; by a part it is left to the whole', async () => {
    const [before, after] = [{ 'a.yaml': BASE }, { 'a.yaml': HEAD, ...accepting('f'.repeat(16)) }];
    const [whole, part] = [await checked(before, after), await checked(before, after, { inputs: { shard: '1/1' } })];
    const isStale = ({ ruleId }: { readonly ruleId: string }) => ruleId === 'acceptance-stale';
    expect([whole.findings.filter(isStale).length, part.findings.filter(isStale).length, part.shard?.unused?.filter(isStale).length]).toEqual([1, 0, 1]);
  });
});
