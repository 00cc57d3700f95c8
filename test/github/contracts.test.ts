import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { pullRequestEvent } from './event.ts';
import type { Files } from './import-commits.ts';
import { BASE, HEAD, type Scenario, type ScenarioOptions, startScenario } from './scenario.ts';

/** Which contracts are looked at: new, moved, removed, touched and untouched ones, and those that are named. */

let scenario: Scenario;
const setUp = async (base: Files, head: Files, options: ScenarioOptions = {}) => {
  scenario = await startScenario(base, head, options);
};
const comment = () => scenario.ours()[0]?.body ?? '';
const both = [
  ['with a checkout', {}],
  ['without a checkout', { checkout: 'none' }],
] as const;

afterEach(() => scenario.end());

test.each(both)('a contract that is removed breaks, as a whole: %s', async (_name, options) => {
  await setUp({ 'api/orders.yaml': BASE, 'api/other.yaml': BASE }, { 'api/orders.yaml': null }, options);
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.verdict, result.outputs.breaking, result.outputs.needs]).toEqual([1, 'breaking', '1', 'major']);
  expect(result.annotations.find(({ title }) => title === 'contract-removed')).toMatchObject({ level: 'error', file: 'api/orders.yaml', startLine: 1 });
  expect(comment()).toContain('The whole contract `api/orders.yaml` was removed.');
  expect(comment()).toContain(`/blob/${scenario.repository.pull.baseSha}/api/orders.yaml#L1`);
  expect(comment()).not.toContain(`/blob/${scenario.repository.pull.mergeSha}/api/orders.yaml`);
});

test('the last contract of a repository that is removed breaks too, by whatever names it was found', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': null });
  for (const inputs of [{}, { files: 'openapi.yaml' }, { files: '*.yaml' }]) {
    const { exitCode, outputs } = await scenario.run({ inputs });
    expect([inputs, exitCode, outputs.verdict, outputs.breaking]).toEqual([inputs, 1, 'breaking', '1']);
  }
});

test('who takes a contract off the configuration and deletes it has deleted it', async () => {
  await setUp(
    { 'a.yaml': BASE, 'b.yaml': BASE, 'breakwater.yaml': 'extends: minimal\ncontracts: [{ files: [a.yaml, b.yaml] }]\n' },
    { 'b.yaml': null, 'breakwater.yaml': 'extends: minimal\ncontracts: [{ files: a.yaml }]\n' },
  );
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '1']);
  expect(comment()).toContain('The whole contract `b.yaml` was removed.');
  expect(comment()).toContain('The configuration `breakwater.yaml`, by which this is judged, is changed here too.');
});

test('a contract that was emptied, or is none any more, is red', async () => {
  await setUp({ 'openapi.yaml': BASE, 'b.yaml': BASE }, { 'openapi.yaml': '', 'b.yaml': 'title: no contract\n' });
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
  expect(comment()).toContain('`openapi.yaml`');
  expect(comment()).toContain('`b.yaml`');
});

test.each(both)('a contract that was moved is compared with what it was: %s', async (_name, options) => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': null, 'api/v1/orders.yaml': HEAD }, options);
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
  expect(comment()).toContain('moved from `openapi.yaml`');
  expect(comment()).toContain(`/blob/${scenario.repository.pull.baseSha}/openapi.yaml#L`);
});

test('a move that changes nothing is green, also where the name that is checked stays behind', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': null, 'api/orders.yml': BASE });
  for (const inputs of [{}, { files: 'openapi.yaml' }]) expect((await scenario.run({ inputs })).exitCode).toBe(0);
});

test('a new contract is said to be new, and is no change', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'api/new.yaml': HEAD.replace('/orders:', '/orders/: ') });
  const result = await scenario.run({ inputs: { 'fail-on': 'any,info' } });
  expect([result.outputs.verdict, result.outputs.breaking, result.outputs.compatible]).toEqual(['compatible', '0', '0']);
  expect(result.summary).toMatch(/`api\/new.yaml` .*which does not have it: a new contract/);
});

test('contracts that the change does not touch are left out, and that is said', async () => {
  await setUp({ 'a.yaml': BASE, 'b.yaml': 'openapi: 3.1.0\npaths: [\n', 'c.yaml': 'openapi: 3.1.0\npaths: [\n' }, { 'a.yaml': HEAD });
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.breaking, result.outputs.verdict]).toEqual([1, '5', 'breaking']);
  expect(comment()).toContain('2 contracts that this change does not touch were not checked');
  expect(comment()).not.toContain('b.yaml');
  expect((await scenario.run({ inputs: { all: 'true' } })).outputs.verdict).toBe('unknown');
});

test('a change that touches no contract is green and says nothing', async () => {
  await setUp({ 'a.yaml': HEAD }, { 'notes.md': 'x' });
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'compatible']);
  expect(scenario.ours()).toEqual([]);
  expect(result.summary).toContain('1 contract that this change does not touch was not checked');
});

test.each(both)('a contract is touched by what it refers to: %s', async (_name, options) => {
  const main = 'openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\npaths:\n  /a: { $ref: ./parts/a.yaml }\n';
  await setUp({ 'main.yaml': main, 'parts/a.yaml': 'get: {}\nput: {}\n', 'other.yaml': BASE }, { 'parts/a.yaml': 'get: {}\n' }, options);
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '1']);
  expect(comment()).toContain('1 contract that this change does not touch');
});

test('a contract is touched by the configuration that counts for it', async () => {
  await setUp(
    { 'a/openapi.yaml': BASE, 'a/breakwater.yaml': 'extends: minimal\n', 'b/openapi.yaml': BASE },
    { 'a/breakwater.yaml': 'extends: [minimal]\nrules: { operation-error-response: error }\n' },
  );
  const result = await scenario.run();
  expect(result.summary).toContain('`a/openapi.yaml`');
  expect(result.summary).toContain('1 contract that this change does not touch');
  expect(result.summary).toContain('`a/breakwater.yaml`, by which this is judged');
});

test('what .gitignore names is not found, and can be named', async () => {
  await setUp({ '.gitignore': 'generated/\n', 'a.yaml': BASE }, { 'a.yaml': BASE.replace('version: ', 'version:  ') });
  mkdirSync(join(scenario.workspace.path, 'generated'));
  writeFileSync(join(scenario.workspace.path, 'generated/openapi.yaml'), 'openapi: 3.1.0\npaths: [\n');
  expect((await scenario.run({ inputs: { all: 'true' } })).exitCode).toBe(0);
  for (const files of ['generated/openapi.yaml', 'generated/*.yaml']) expect((await scenario.run({ inputs: { files } })).exitCode).toBe(1);
});

test('what an earlier step of the job made of a contract is what is checked', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'notes.md': 'x' });
  writeFileSync(join(scenario.workspace.path, 'openapi.yaml'), HEAD);
  expect((await scenario.run()).outputs.breaking).toBe('5');
});

test('a sparse checkout has deleted nothing', async () => {
  await setUp({ 'a/openapi.yaml': BASE, 'b/openapi.yaml': BASE }, { 'a/openapi.yaml': HEAD });
  execFileSync('git', ['sparse-checkout', 'set', '--no-cone', 'a'], { cwd: scenario.workspace.path });
  const result = await scenario.run();
  expect([result.outputs.verdict, result.outputs.breaking]).toEqual(['breaking', '5']);
  expect(comment()).not.toContain('whole contract');
});

test('two contracts in one comment, the worse first', async () => {
  await setUp({ 'a.yaml': BASE, 'b.yaml': BASE }, { 'a.yaml': BASE.replace('info:', 'info: # note'), 'b.yaml': HEAD });
  const result = await scenario.run();
  expect(result.outputs.breaking).toBe('5');
  expect(scenario.ours()).toHaveLength(1);
  expect(comment()).toMatch(/`a\.yaml`[\s\S]*`b\.yaml`/);
});

test('jobs with a key of their own keep a comment each', async () => {
  await setUp({ 'a.yaml': BASE, 'b.yaml': BASE }, { 'a.yaml': HEAD, 'b.yaml': HEAD });
  for (const name of ['a', 'b', 'a']) await scenario.run({ inputs: { files: `${name}.yaml`, key: `leg ${name}` } });
  expect(scenario.ours().map(({ body }) => body.split('\n')[0])).toEqual(['<!-- breakwater: leg a -->', '<!-- breakwater: leg b -->']);
  const wrong = await scenario.run({ inputs: { key: 'x --> <img src=x>' } });
  expect([wrong.exitCode, scenario.ours().length]).toEqual([1, 2]);
});

test('a tree that is too large for one answer is asked for folder by folder', async () => {
  await setUp({ 'x/a/openapi.yaml': BASE, 'x/b.yaml': 'y: 1\n', 'y/c.yaml': 'z: 1\n' }, { 'x/a/openapi.yaml': null }, { checkout: 'none', largestTree: 2 });
  const result = await scenario.run();
  expect([result.outputs.verdict, result.outputs.breaking]).toEqual(['breaking', '1']);
});

test('that the files of the base cannot be listed is red: nobody would see a contract that is gone', async () => {
  await setUp({ 'a.yaml': BASE }, { 'a.yaml': BASE });
  scenario.github.plant({ operation: 'git/get-tree', status: 502, times: 9 });
  const result = await scenario.run({ event: pullRequestEvent({ repository: scenario.repository }) });
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
  expect(result.summary).toContain('contracts that were removed would not be seen');
});
