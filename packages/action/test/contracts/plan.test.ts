import { describe, expect, test } from 'vitest';
import { BASE, checked, FEW, type Files, failuresOf, HEAD, LINE, rulesOf, urisOf, versionOf } from '../checking.ts';

/** Which contracts are looked at: those that changed, by whatever they are made of, and those that are not where they were. */

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
