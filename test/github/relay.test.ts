import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workflowRunEvent } from './event.ts';
import { harmIn } from './markdown-harm.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** A fork's run may only read: it leaves a report, and a run of the target branch that may write tells it. The report is a stranger's word. */

let scenario: Scenario;
let report: ReturnType<typeof JSON.parse>;

beforeEach(async () => {
  scenario = await startScenario({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD }, { fork: 'mona/shop' });
  const { exitCode, files } = await scenario.run({ token: 'fork-token' });
  expect([exitCode, scenario.github.state.comments]).toEqual([1, []]);
  report = JSON.parse(files['breakwater-report.json'] ?? '');
  // What was checked out is gone: the other run has no checkout.
  rmSync(join(scenario.workspace.path, 'api'), { recursive: true });
  rmSync(join(scenario.workspace.path, '.git'), { recursive: true });
});
afterEach(() => scenario.end());

const comments = () => scenario.github.state.comments;

function relay(changed: object = {}, more: Parameters<Scenario['run']>[0] = {}): Promise<RunResult> {
  writeFileSync(join(scenario.workspace.path, 'breakwater-report.json'), JSON.stringify({ ...report, ...changed }));
  const inputs = { merge: 'breakwater-report.json', 'check-run': 'true', review: 'true', 'sarif-upload': 'true', ...more.inputs };
  return scenario.run({ event: workflowRunEvent({ repository: scenario.repository }), ...more, inputs });
}

/** The event with other words about the run. */
function eventWith(changed: object): { event: ReturnType<typeof workflowRunEvent> } {
  const event = workflowRunEvent({ repository: scenario.repository });
  const run = event.payload.workflow_run;
  return { event: { ...event, payload: { ...event.payload, workflow_run: { ...(run as object), ...changed } } } };
}

test('the comment of the report is written once, kept up to date, and nothing else is', async () => {
  const result = await relay();
  // The check itself has been red; this run has done what it is for.
  expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'breaking']);
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body).toContain('archived');
  expect(comments()[0]?.body).toContain(`/blob/${scenario.repository.pull.mergeSha}/api/orders.yaml#L`);
  expect([scenario.github.state.checkRuns, scenario.github.state.sarifUploads, scenario.github.state.reviewComments]).toEqual([[], [], []]);
  expect(result.annotations).toEqual([]);
  await relay();
  expect(comments()).toHaveLength(1);
});

test.each([
  ['another pull request', () => relay({ run: { ...report.run, pullRequest: { ...report.run.pullRequest, number: 8 } } }), 1],
  ['another head than the run was for', () => relay({ run: { ...report.run, pullRequest: { number: 7, head: 'a'.repeat(40) } } }), 0],
  ['the head of a run that was for another one', () => relay({}, eventWith({ head_sha: 'a'.repeat(40) })), 0],
  ['a run of another fork', () => relay({}, eventWith({ head_repository: { full_name: 'mallory/shop' } })), 0],
  ['a run of a fork that is gone', () => relay({}, eventWith({ head_repository: null })), 0],
  ['a run without a head', () => relay({}, eventWith({ head_sha: undefined })), 0],
])('a report that names %s is told nowhere', async (_, act, exitCode) => {
  const result = await act();
  expect([result.exitCode, comments(), result.summary]).toEqual([exitCode, [], '']);
  expect(result.annotations).toHaveLength(1);
});

test('a pull request that has moved on is told of by the next run', async () => {
  const { event } = eventWith({});
  await scenario.repository.push({ 'notes.txt': 'later' });
  const result = await relay({}, { event });
  expect([result.exitCode, comments()]).toEqual([0, []]);
  expect(result.log).toContain('it has a newer commit by now');
});

test('a report of a push has nobody to tell', async () => {
  const { pullRequest: _, ...run } = report.run;
  const result = await relay({ run });
  expect([result.exitCode, comments()]).toEqual([1, []]);
  expect(result.log).toContain('names no pull request');
});

test('what could not be checked makes the comment and this run red too', async () => {
  const result = await relay({ run: { ...report.run, shard: { index: 1, of: 2, contracts: 'a'.repeat(64) } } });
  expect([result.exitCode, comments()[0]?.body]).toEqual([1, expect.stringContaining('`2/2`')]);
});

test('a GitHub that does not show the pull request is an error, and nothing is written', async () => {
  scenario.github.plant({ operation: 'pulls/get', status: 502, times: 2 });
  const result = await relay();
  expect([result.exitCode, comments()]).toEqual([1, []]);
});

test('hostile words in every member of a report become neither markup nor commands', async () => {
  const nasty = '@everyone <img src=x> ](http://evil) | ``` </details> <!-- breakwater --> ##[add-mask]x \n::add-mask::x\u202e';
  const twist = (value: unknown): unknown => {
    if (typeof value === 'string') return `${value}${nasty}`;
    if (Array.isArray(value)) return value.map(twist);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, twist(member)])) : value;
  };
  const FIXED = ['kind', 'severity', 'impact', 'audiences', 'verdict', 'version', 'acceptedBy', 'rejectedBy', 'ruleId', 'needs', 'of', 'state'];
  const twisted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(twisted);
    if (typeof value !== 'object' || value === null) return twist(value);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, FIXED.includes(key) ? member : twisted(member)]));
  };
  const result = await relay({
    contracts: twisted(report.contracts) as object,
    findings: twisted(report.findings) as object,
    failures: [{ message: nasty, uri: nasty }],
  });
  expect(result.exitCode).toBe(1);
  expect(comments()).toHaveLength(1);
  const body = comments()[0]?.body ?? '';
  expect(body).toContain('everyone');
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(61_000);
  const blobs = [scenario.repository.pull.mergeSha, report.run.base].map((sha) => `${scenario.github.url}/octo-org/shop/blob/${sha}/`);
  const places = [...blobs, 'https://github.com/breakwater-api/breakwater/blob/main/'];
  expect(harmIn(body, { places, marker: body.split('\n')[0] ?? '' })).toEqual([]);
});
