import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { plainEvent, pushEvent } from './event.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** What the head is compared with, and that it is said. */

let scenario: Scenario;
afterEach(() => scenario.end());

const head = () => scenario.repository.pull.headSha;

test('a run by hand on a branch compares with where it left the default one', async () => {
  scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD }, { checkout: 'none' });
  const result = await scenario.run({ event: plainEvent('workflow_dispatch', scenario.repository, 'refs/heads/feature', head()) });
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
  expect(result.summary).toContain('merge base with main');
});

test('a new branch has nothing before it, and is compared with where it left the default one', async () => {
  scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD }, { checkout: 'none' });
  const result = await scenario.run({ event: pushEvent(scenario.repository, { before: '0'.repeat(40), after: head(), ref: 'refs/heads/feature' }) });
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
});

test('without a checkout the base of a pull request is the same commit', async () => {
  scenario = await startScenario({ 'openapi.yaml': HEAD }, { 'notes.txt': 'x' }, { mainSince: { 'openapi.yaml': BASE }, checkout: 'none' });
  const result = await scenario.run({ inputs: { all: 'true' } });
  expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'compatible']);
  expect(result.log).toContain('first parent of the merge commit');
});

test('a file can be the base of one contract', async () => {
  scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD });
  writeFileSync(join(scenario.workspace.path, 'released.yaml'), BASE);
  const result = await scenario.run({ inputs: { files: 'openapi.yaml', base: 'file:released.yaml' } });
  expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
});

test('a base that is not there is red, and every place says so', async () => {
  scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': BASE });
  const result = await scenario.run({ inputs: { base: 'no-such-branch' } });
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
  for (const text of [result.summary, scenario.ours()[0]?.body]) expect(text).toContain('names no commit of this repository');
});
