import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { pullRequestTargetEvent } from './event.ts';
import type { Fault } from './fault.ts';
import { isObject, listAt, objectAt } from './json.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** Every place that is told of a verdict, and that none of them can change it. */

let scenario: Scenario;
afterEach(() => scenario.end());

const ALL = { 'check-run': 'true', 'sarif-upload': 'true', 'sarif-file': 'out/breakwater.sarif' };
const open = (head = HEAD, more: { fork?: string } = {}) => startScenario({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': head }, more);

/** A hundred and thirty operations that are gone. */
const paths = (count: number) =>
  `openapi: 3.1.0\ninfo: { title: Many, version: '1' }\npaths:\n${Array.from({ length: count }, (_, i) => `  /p${i}: { get: { responses: { '200': { description: ok } } } }\n`).join('')}`;

describe('the check run', () => {
  test('is not written unless it is asked for', async () => {
    scenario = await open();
    await scenario.run();
    expect(scenario.github.state.checkRuns).toEqual([]);
  });

  test('has the verdict as its conclusion, is on the head of the pull request, and has the annotations', async () => {
    scenario = await open();
    const result = await scenario.run({ inputs: ALL });
    const [run, ...others] = scenario.github.state.checkRuns;
    expect(others).toEqual([]);
    expect(run?.values).toMatchObject({
      name: 'Breakwater (contract/check)',
      head_sha: scenario.repository.pull.headSha,
      status: 'completed',
      conclusion: 'failure',
    });
    expect(objectAt(run?.values ?? {}, 'output')).toMatchObject({ title: expect.stringContaining('5 breaking'), summary: expect.stringContaining('archived') });
    const removed = run?.annotations.find(({ title }) => title === 'enum-value-removed');
    const line = HEAD.split('\n').findIndex((text) => text.includes('enum: [open, shipped]')) + 1;
    expect(removed).toMatchObject({ path: 'api/orders.yaml', start_line: line, end_line: line, start_column: 7, end_column: 11, annotation_level: 'failure' });
    // Five that break, and the version that did not rise; what hurts nobody is noise in a margin.
    expect(run?.annotations.map(({ annotation_level: level }) => level)).toEqual([...Array.from({ length: 5 }, () => 'failure'), 'warning']);
    // Only what the action says itself is in the job's own list: no finding is shown twice.
    expect(result.annotations.map(({ title }) => title)).toEqual([undefined]);
  });

  test('is green where the job is', async () => {
    scenario = await open(BASE);
    await scenario.run({ inputs: ALL });
    expect(scenario.github.state.checkRuns.map(({ values }) => values.conclusion)).toEqual(['success']);
    await scenario.end();
    scenario = await open();
    await scenario.run({ inputs: { ...ALL, 'fail-on': 'never' } });
    expect(scenario.github.state.checkRuns.map(({ values }) => values.conclusion)).toEqual(['success']);
  });

  test('takes fifty annotations a request, the worst first, and says how many are left out', async () => {
    scenario = await startScenario({ 'openapi.yaml': paths(620) }, { 'openapi.yaml': paths(1) });
    await scenario.run({ inputs: { 'check-run': 'true' } });
    const sent = scenario.github.requests.filter(({ operation }) => operation?.startsWith('checks/'));
    expect(sent.map(({ operation }) => operation)).toEqual(['checks/create', ...Array.from({ length: 9 }, () => 'checks/update')]);
    expect(scenario.github.state.checkRuns[0]?.annotations).toHaveLength(500);
    expect(objectAt(scenario.github.state.checkRuns[0]?.values ?? {}, 'output').text).toBe('120 more findings are not annotated.');
  });

  test('keeps its conclusion when a later batch is lost', async () => {
    scenario = await startScenario({ 'openapi.yaml': paths(120) }, { 'openapi.yaml': paths(1) });
    scenario.github.plant({ operation: 'checks/update', reset: 'before', times: 9 });
    const result = await scenario.run({ inputs: { 'check-run': 'true' } });
    expect(scenario.github.state.checkRuns[0]?.values).toMatchObject({ conclusion: 'failure', status: 'completed' });
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('check run could not be written'))).toBe(true);
  });
});

describe('SARIF', () => {
  test('goes to a file and to code scanning, for the commit that was checked out', async () => {
    scenario = await open();
    await scenario.run({ inputs: ALL });
    const file: unknown = JSON.parse(readFileSync(join(scenario.workspace.path, 'out/breakwater.sarif'), 'utf8'));
    const [upload, ...others] = scenario.github.state.sarifUploads;
    expect(others).toEqual([]);
    expect(upload).toMatchObject({ commitSha: scenario.repository.pull.mergeSha, ref: 'refs/pull/7/merge' });
    expect(upload?.document).toEqual(file);
    expect(listAt(upload?.document ?? {}, 'runs')).toHaveLength(1);
  });

  test('is of the head where the event is about the target branch', async () => {
    scenario = await open();
    await scenario.run({ event: pullRequestTargetEvent({ repository: scenario.repository }), inputs: ALL });
    expect(scenario.github.state.sarifUploads).toMatchObject([{ commitSha: scenario.repository.pull.headSha, ref: 'refs/pull/7/head' }]);
  });

  test('of which GitHub can make nothing is told', async () => {
    scenario = await open();
    scenario.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'failed', errors: ['too many runs'] } });
    const result = await scenario.run({ inputs: ALL });
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('too many runs'))).toBe(true);
  });

  test('where code scanning is off, in the words of GitHub', async () => {
    scenario = await open();
    scenario.github.state.codeScanning = false;
    const result = await scenario.run({ inputs: ALL });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
    expect(result.log).toContain('Code scanning must be enabled');
  });

  test.each(['../outside.sarif', 'link/outside.sarif'])('is not written outside the workspace: %s', async (file) => {
    scenario = await open();
    symlinkSync('..', join(scenario.workspace.path, 'link'));
    const result = await scenario.run({ inputs: { 'sarif-file': file } });
    expect(result.log).toContain('outside the workspace');
    expect(existsSync(join(scenario.workspace.path, '../outside.sarif'))).toBe(false);
  });

  test('replaces a link of that name, and writes nothing through it', async () => {
    scenario = await open();
    symlinkSync('../through.sarif', join(scenario.workspace.path, 'breakwater.sarif'));
    await scenario.run({ inputs: { 'sarif-file': 'breakwater.sarif' } });
    expect(existsSync(join(scenario.workspace.path, '../through.sarif'))).toBe(false);
    expect(JSON.parse(readFileSync(join(scenario.workspace.path, 'breakwater.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
});

test('jobs, workflows and the legs of a matrix keep apart what they tell of one commit', async () => {
  scenario = await open();
  const legs = [{}, { env: { GITHUB_WORKFLOW: 'nightly -- <b>' } }, { inputs: { key: 'leg a' } }, { inputs: { key: 'leg b' } }];
  for (const { inputs = {}, env = {} } of legs) await scenario.run({ inputs: { ...ALL, ...inputs }, env });
  const names = ['contract/check', 'nightly -- <b>/check', 'leg a', 'leg b'];
  expect(scenario.github.state.checkRuns.map(({ values }) => values.name)).toEqual(names.map((name) => `Breakwater (${name})`));
  const categories = scenario.github.state.sarifUploads.map(({ document }) => {
    const [run] = listAt(document, 'runs');
    return isObject(run) ? objectAt(run, 'automationDetails').id : undefined;
  });
  expect(categories).toEqual(names.map((name) => `breakwater/${name}/`));
  expect(scenario.github.state.comments).toHaveLength(legs.length);
});

describe('a place that cannot be told', () => {
  const PLACES = ['issues/list-comments', 'issues/create-comment', 'checks/create', 'code-scanning/upload-sarif', 'code-scanning/get-sarif'];
  /** What the action says for itself, and not of a finding. */
  const warningsOf = ({ annotations }: RunResult) =>
    annotations.filter(({ level, title }) => level === 'warning' && title === undefined).map(({ message }) => message);
  const FAULTS: readonly Omit<Fault, 'operation'>[] = [
    { status: 403, body: { message: 'You have exceeded a secondary rate limit' }, headers: { 'retry-after': '60' } },
    { status: 404, body: { message: 'Not Found' } },
    { status: 409, body: { message: 'Conflict' } },
    { status: 422, body: { message: 'Validation Failed', errors: [{ message: '::add-mask::x\n##[error]x' }] } },
    { status: 429, body: { message: 'Too many requests' }, headers: { 'retry-after': '3600' } },
    { status: 502, body: '<html>Bad gateway</html>' },
    { status: 200, body: '{"half":' },
    { reset: 'before' },
    { reset: 'after' },
  ];

  test.each(PLACES)('changes no verdict, and is one warning: %s', async (operation) => {
    scenario = await open();
    for (const fault of FAULTS) {
      scenario.github.plant({ operation, ...fault, times: 2 });
      // What was agreed to is asked before, at the same place.
      const result = await scenario.run({ inputs: { ...ALL, 'accept-replies': 'false' } });
      expect([fault, result.exitCode, result.outputs.verdict]).toEqual([fault, 1, 'breaking']);
      expect([fault, warningsOf(result)]).toEqual([fault, [expect.stringContaining('could not be written')]]);
      expect(result.summary).toContain('archived');
      scenario.github.heal();
      scenario.github.state.comments.splice(0);
    }
  });

  test('turns nothing red that is green', async () => {
    scenario = await open(`${BASE}# the same\n`);
    scenario.github.plant({ operation: 'issues/list-comments', status: 502, times: 9 });
    scenario.github.plant({ operation: 'checks/create', reset: 'after', times: 9 });
    scenario.github.plant({ operation: 'code-scanning/upload-sarif', status: 422, times: 9 });
    const result = await scenario.run({ inputs: ALL });
    expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'compatible']);
    expect(warningsOf(result)).toHaveLength(3);
  });

  test('is asked once more where that is wise: after a limit that passes, or an answer that was lost', async () => {
    scenario = await open();
    scenario.github.plant({ operation: 'checks/create', status: 429, headers: { 'retry-after': '1' } });
    scenario.github.plant({ operation: 'issues/list-comments', reset: 'before' });
    const result = await scenario.run({ inputs: ALL });
    expect(warningsOf(result)).toEqual([]);
    expect([scenario.github.state.checkRuns, scenario.github.state.comments]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  test('is told once for all where the token may not, with what it needs', async () => {
    scenario = await open();
    const result = await scenario.run({ inputs: ALL, token: 'fork-token' });
    expect(result.exitCode).toBe(1);
    expect(warningsOf(result)).toEqual([
      'The comment and the check run and the code scanning results could not be written: the token needs the permission ' +
        '`pull-requests: write` and `checks: write` and `security-events: write`. The verdict is the same.',
    ]);
    // Without a check run the job has the annotations itself.
    expect(result.annotations.some(({ title }) => title === 'enum-value-removed')).toBe(true);
  });

  test('is no warning for a fork: it is as it should be', async () => {
    scenario = await open(HEAD, { fork: 'mona/shop' });
    const result = await scenario.run({ token: 'fork-token' });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
    expect(warningsOf(result)).toEqual([]);
    expect(result.annotations.filter(({ message }) => message.includes('may only read'))).toHaveLength(1);
  });

  test('a GitHub that never answers does not hang the check', async () => {
    scenario = await open();
    scenario.github.plant({ operation: 'issues/create-comment', delay: 1_000_000 });
    const result = await scenario.run({ timeout: 40_000 });
    expect([result.isTimedOut, result.exitCode, result.outputs.verdict]).toEqual([false, 1, 'breaking']);
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('comment could not be written'))).toBe(true);
  });
});

test('the verdict is among the ten errors that are shown, however many findings there are', async () => {
  scenario = await startScenario({ 'openapi.yaml': paths(40) }, { 'openapi.yaml': paths(1) });
  const result = await scenario.run();
  expect(result.annotations.filter(({ level }) => level === 'error').every(({ isShown }) => isShown)).toBe(true);
  expect(result.annotations[0]?.message).toContain('39 breaking');
});

test('what breaks is among what is shown, however much else is wrong', async () => {
  const wrong = `openapi: 3.1.0\ninfo: { title: Wrong, version: '1' }\npaths:\n${Array.from({ length: 20 }, (_, i) => `  p${i}: {}\n`).join('')}`;
  scenario = await startScenario({ 'z.yaml': BASE }, { 'a.yaml': wrong, 'z.yaml': HEAD });
  const result = await scenario.run();
  expect(Number(result.outputs.errors)).toBeGreaterThanOrEqual(20);
  expect(result.annotations.filter(({ isShown, file }) => isShown && file === 'z.yaml')).toHaveLength(6);
});

test('what may hurt somebody is said to be dangerous, and fails nothing', async () => {
  const answering = (values: string) =>
    `openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { enum: [${values}] } } } } } } } }\n`;
  scenario = await startScenario({ 'openapi.yaml': answering('a') }, { 'openapi.yaml': answering('a, b') });
  const result = await scenario.run();
  expect([result.exitCode, result.outputs.verdict, result.outputs.dangerous, result.outputs.breaking]).toEqual([0, 'dangerous', '1', '0']);
  expect(result.annotations.map(({ level }) => level)).toContain('warning');
});

test('what hurts nobody is not annotated', async () => {
  scenario = await open();
  const result = await scenario.run();
  expect(result.outputs.compatible).toBe('2');
  expect(result.annotations.map(({ level }) => level).toSorted()).toEqual([...Array.from({ length: 6 }, () => 'error'), 'warning']);
});
