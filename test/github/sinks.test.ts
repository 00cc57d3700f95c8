import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { pullRequestTargetEvent } from './event.ts';
import type { Fault } from './fault.ts';
import { listAt, objectAt } from './json.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, openScene, type Scene } from './scene.ts';

/** Every place that is told of a verdict, and that none of them can change it. */

let scene: Scene;
afterEach(() => scene.close());

const ALL = { 'check-run': 'true', 'sarif-upload': 'true', 'sarif-file': 'out/breakwater.sarif' };
const open = (head = HEAD, more: { fork?: string } = {}) => openScene({ base: { 'api/orders.yaml': BASE }, head: { 'api/orders.yaml': head }, ...more });

/** A hundred and thirty operations that are gone. */
const paths = (count: number) =>
  `openapi: 3.1.0\ninfo: { title: Many, version: '1' }\npaths:\n${Array.from({ length: count }, (_, i) => `  /p${i}: { get: { responses: { '200': { description: ok } } } }\n`).join('')}`;

describe('the check run', () => {
  test('is not written unless it is asked for', async () => {
    scene = await open();
    await scene.run();
    expect(scene.github.state.checkRuns).toEqual([]);
  });

  test('has the verdict as its conclusion, is on the head of the pull request, and has the annotations', async () => {
    scene = await open();
    const result = await scene.run({ inputs: ALL });
    const [run, ...others] = scene.github.state.checkRuns;
    expect(others).toEqual([]);
    expect(run?.values).toMatchObject({ name: 'Breakwater', head_sha: scene.repository.pull.headSha, status: 'completed', conclusion: 'failure' });
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
    scene = await open(BASE);
    await scene.run({ inputs: ALL });
    expect(scene.github.state.checkRuns.map(({ values }) => values.conclusion)).toEqual(['success']);
    await scene.close();
    scene = await open();
    await scene.run({ inputs: { ...ALL, 'fail-on': 'never' } });
    expect(scene.github.state.checkRuns.map(({ values }) => values.conclusion)).toEqual(['success']);
  });

  test('takes fifty annotations a request, the worst first, and says how many are left out', async () => {
    scene = await openScene({ base: { 'openapi.yaml': paths(620) }, head: { 'openapi.yaml': paths(1) } });
    await scene.run({ inputs: { 'check-run': 'true' } });
    const sent = scene.github.requests.filter(({ operation }) => operation?.startsWith('checks/'));
    expect(sent.map(({ operation }) => operation)).toEqual(['checks/create', ...Array.from({ length: 9 }, () => 'checks/update')]);
    expect(scene.github.state.checkRuns[0]?.annotations).toHaveLength(500);
    expect(objectAt(scene.github.state.checkRuns[0]?.values ?? {}, 'output').text).toBe('120 more findings are not annotated.');
  });

  test('keeps its conclusion when a later batch is lost', async () => {
    scene = await openScene({ base: { 'openapi.yaml': paths(120) }, head: { 'openapi.yaml': paths(1) } });
    scene.github.plant({ operation: 'checks/update', reset: 'before', times: 9 });
    const result = await scene.run({ inputs: { 'check-run': 'true' } });
    expect(scene.github.state.checkRuns[0]?.values).toMatchObject({ conclusion: 'failure', status: 'completed' });
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('check run could not be written'))).toBe(true);
  });
});

describe('SARIF', () => {
  test('goes to a file and to code scanning, for the commit that was checked out', async () => {
    scene = await open();
    await scene.run({ inputs: ALL });
    const file: unknown = JSON.parse(readFileSync(join(scene.workspace.path, 'out/breakwater.sarif'), 'utf8'));
    const [upload, ...others] = scene.github.state.sarifUploads;
    expect(others).toEqual([]);
    expect(upload).toMatchObject({ commitSha: scene.repository.pull.mergeSha, ref: 'refs/pull/7/merge' });
    expect(upload?.document).toEqual(file);
    expect(listAt(upload?.document ?? {}, 'runs')).toHaveLength(1);
  });

  test('is of the head where the event is about the target branch', async () => {
    scene = await open();
    await scene.run({ event: pullRequestTargetEvent({ repository: scene.repository }), inputs: ALL });
    expect(scene.github.state.sarifUploads).toMatchObject([{ commitSha: scene.repository.pull.headSha, ref: 'refs/pull/7/head' }]);
  });

  test('of which GitHub can make nothing is told', async () => {
    scene = await open();
    scene.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'failed', errors: ['too many runs'] } });
    const result = await scene.run({ inputs: ALL });
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('too many runs'))).toBe(true);
  });

  test('where code scanning is off, in the words of GitHub', async () => {
    scene = await open();
    scene.github.state.codeScanning = false;
    const result = await scene.run({ inputs: ALL });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
    expect(result.log).toContain('Code scanning must be enabled');
  });

  test.each(['../outside.sarif', 'link/outside.sarif'])('is not written outside the workspace: %s', async (file) => {
    scene = await open();
    symlinkSync('..', join(scene.workspace.path, 'link'));
    const result = await scene.run({ inputs: { 'sarif-file': file } });
    expect(result.log).toContain('outside the workspace');
    expect(existsSync(join(scene.workspace.path, '../outside.sarif'))).toBe(false);
  });

  test('replaces a link of that name, and writes nothing through it', async () => {
    scene = await open();
    symlinkSync('../through.sarif', join(scene.workspace.path, 'breakwater.sarif'));
    await scene.run({ inputs: { 'sarif-file': 'breakwater.sarif' } });
    expect(existsSync(join(scene.workspace.path, '../through.sarif'))).toBe(false);
    expect(JSON.parse(readFileSync(join(scene.workspace.path, 'breakwater.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });
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
    scene = await open();
    for (const fault of FAULTS) {
      scene.github.plant({ operation, ...fault, times: 2 });
      // What was agreed to is asked before, at the same place.
      const result = await scene.run({ inputs: { ...ALL, 'accept-replies': 'false' } });
      expect([fault, result.exitCode, result.outputs.verdict]).toEqual([fault, 1, 'breaking']);
      expect([fault, warningsOf(result)]).toEqual([fault, [expect.stringContaining('could not be written')]]);
      expect(result.summary).toContain('archived');
      scene.github.heal();
      scene.github.state.comments.splice(0);
    }
  });

  test('turns nothing red that is green', async () => {
    scene = await open(`${BASE}# the same\n`);
    scene.github.plant({ operation: 'issues/list-comments', status: 502, times: 9 });
    scene.github.plant({ operation: 'checks/create', reset: 'after', times: 9 });
    scene.github.plant({ operation: 'code-scanning/upload-sarif', status: 422, times: 9 });
    const result = await scene.run({ inputs: ALL });
    expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'compatible']);
    expect(warningsOf(result)).toHaveLength(3);
  });

  test('is asked once more where that is wise: after a limit that passes, or an answer that was lost', async () => {
    scene = await open();
    scene.github.plant({ operation: 'checks/create', status: 429, headers: { 'retry-after': '1' } });
    scene.github.plant({ operation: 'issues/list-comments', reset: 'before' });
    const result = await scene.run({ inputs: ALL });
    expect(warningsOf(result)).toEqual([]);
    expect([scene.github.state.checkRuns, scene.github.state.comments]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });

  test('is told once for all where the token may not, with what it needs', async () => {
    scene = await open();
    const result = await scene.run({ inputs: ALL, token: 'fork-token' });
    expect(result.exitCode).toBe(1);
    expect(warningsOf(result)).toEqual([
      'The comment and the check run and the code scanning results could not be written: the token needs the permission ' +
        '`pull-requests: write` and `checks: write` and `security-events: write`. The verdict is the same.',
    ]);
    // Without a check run the job has the annotations itself.
    expect(result.annotations.some(({ title }) => title === 'enum-value-removed')).toBe(true);
  });

  test('is no warning for a fork: it is as it should be', async () => {
    scene = await open(HEAD, { fork: 'mona/shop' });
    const result = await scene.run({ token: 'fork-token' });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
    expect(warningsOf(result)).toEqual([]);
    expect(result.annotations.filter(({ message }) => message.includes('may only read'))).toHaveLength(1);
  });

  test('a GitHub that never answers does not hang the check', async () => {
    scene = await open();
    scene.github.plant({ operation: 'issues/create-comment', delay: 1_000_000 });
    const result = await scene.run({ timeout: 40_000 });
    expect([result.isTimedOut, result.exitCode, result.outputs.verdict]).toEqual([false, 1, 'breaking']);
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('comment could not be written'))).toBe(true);
  });
});

test('the verdict is among the ten errors that are shown, however many findings there are', async () => {
  scene = await openScene({ base: { 'openapi.yaml': paths(40) }, head: { 'openapi.yaml': paths(1) } });
  const result = await scene.run();
  expect(result.annotations.filter(({ level }) => level === 'error').every(({ isShown }) => isShown)).toBe(true);
  expect(result.annotations[0]?.message).toContain('39 breaking');
});

test('what may hurt somebody is said to be dangerous, and fails nothing', async () => {
  const answering = (values: string) =>
    `openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { enum: [${values}] } } } } } } } }\n`;
  scene = await openScene({ base: { 'openapi.yaml': answering('a') }, head: { 'openapi.yaml': answering('a, b') } });
  const result = await scene.run();
  expect([result.exitCode, result.outputs.verdict, result.outputs.dangerous, result.outputs.breaking]).toEqual([0, 'dangerous', '1', '0']);
  expect(result.annotations.map(({ level }) => level)).toContain('warning');
});

test('what hurts nobody is not annotated', async () => {
  scene = await open();
  const result = await scene.run();
  expect(result.outputs.compatible).toBe('2');
  expect(result.annotations.map(({ level }) => level).toSorted()).toEqual([...Array.from({ length: 6 }, () => 'error'), 'warning']);
});
