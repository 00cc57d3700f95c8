import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readAction } from './action-metadata.ts';
import { PROJECT } from './description.ts';
import { isObject, listAt, objectAt, textAt } from './json.ts';
import { type Scenario, startScenario } from './scenario.ts';

/** What a runner and GitHub take, and no more: too much is lost whole, and with it the report. */

const OK = "{ '200': { description: ok } }";
const contract = (paths: readonly string[]) =>
  `openapi: 3.1.0\ninfo: { title: Many, version: '1' }\npaths:\n${paths.map((path) => `  ${JSON.stringify(path)}: { get: { responses: ${OK} } }\n`).join('')}`;
const many = (count: number, name = 'p') => Array.from({ length: count }, (_, i) => `/${name}${i}`);

describe('a report of four thousand breaks', () => {
  let scenario: Scenario;
  afterEach(() => scenario.end());

  test('is told everywhere, as far as each place takes it, and what is cut is said', async () => {
    scenario = await startScenario({ 'openapi.yaml': contract(many(4_001, 'ünïcödé-'.repeat(10))) }, { 'openapi.yaml': contract(['/last']) });
    const result = await scenario.run({ inputs: { 'check-run': 'true', 'sarif-upload': 'true' } });
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '4001']);
    const [comment] = scenario.github.state.comments;
    expect(Buffer.byteLength(comment?.body ?? '')).toBeGreaterThan(50_000);
    expect(Buffer.byteLength(comment?.body ?? '')).toBeLessThanOrEqual(60_100);
    expect(comment?.body).toMatch(/…and \d+ more that did not fit here/);
    // Over 1 MiB the runner would show nothing.
    expect(Buffer.byteLength(result.summary)).toBeGreaterThan(400_000);
    expect(result.summary).toMatch(/…and \d+ more that did not fit here/);
    const [run] = scenario.github.state.checkRuns;
    const output = objectAt(run?.values ?? {}, 'output');
    expect([run?.annotations.length, [...(textAt(output, 'summary') ?? '')].length < 65_535]).toEqual([500, true]);
    const [sarif] = listAt(scenario.github.state.sarifUploads[0]?.document ?? {}, 'runs');
    expect(listAt(isObject(sarif) ? sarif : {}, 'results').length).toBeGreaterThan(4_000);
  });

  test('is in the log by no more than what is shown of it', async () => {
    scenario = await startScenario({ 'openapi.yaml': contract(many(400)) }, { 'openapi.yaml': contract(['/last']) });
    const result = await scenario.run();
    expect(result.annotations.filter(({ isShown }) => !isShown)).toEqual([]);
    expect(result.annotations.filter(({ level }) => level === 'error').length).toBe(10);
  });
});

describe('GitHub Enterprise Server', () => {
  let scenario: Scenario;
  afterEach(() => scenario.end());

  test('it asks the API that the runner names, and links to its server', async () => {
    scenario = await startScenario({ 'openapi.yaml': contract(many(2)) }, { 'openapi.yaml': contract(['/p0']) });
    await scenario.run({ inputs: { 'check-run': 'true' } });
    const asked = scenario.github.requests.filter(({ operation }) => operation !== 'git' && operation !== 'graphql');
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter(({ path }) => !path.startsWith('/api/v3/repos/'))).toEqual([]);
    const links = [...(scenario.github.state.comments[0]?.body ?? '').matchAll(/\]\((http:[^)]*)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !link.startsWith(`${scenario.github.url}/octo-org/shop/blob/`))).toEqual([]);
  });
});

describe('outputs', () => {
  let scenario: Scenario;
  afterEach(() => scenario.end());

  test('are words and numbers and a path, whatever a contract is called', async () => {
    const name = 'verdict<<EOF =::set-output name=x::y ##[set-output name=verdict]compatible';
    scenario = await startScenario({ [`${name}/openapi.yaml`]: contract(many(2)) }, { [`${name}/openapi.yaml`]: contract(['/p0']) });
    const { outputs, exitCode } = await scenario.run();
    const { report, ...others } = outputs;
    expect([exitCode, others]).toEqual([
      1,
      { verdict: 'breaking', breaking: '1', dangerous: '0', compatible: '0', errors: '0', warnings: '1', needs: 'major' },
    ]);
    expect(report).toMatch(/breakwater-report\.json$/);
  });
});

test('it runs as JavaScript on Node 24: on every system, and without an image to pull', async () => {
  const { using, main } = await readAction(join(PROJECT, 'action.yml'));
  expect([using, main]).toEqual(['node24', join(PROJECT, 'packages/action/dist/index.cjs')]);
});
