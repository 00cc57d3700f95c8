import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isObject, type JsonObject, listAt, objectAt } from './json.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** Contracts split over several jobs, and their reports folded by a last one. */

let scenario: Scenario;
afterEach(() => scenario.end());

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const files = (of: (name: string) => string) => Object.fromEntries(NAMES.map((name) => [`api/${name}.yaml`, of(name)]));

beforeEach(async () => {
  scenario = await startScenario(
    files(() => BASE),
    files((name) => (name === 'c' ? HEAD : `${BASE}# changed\n`)),
  );
});

const ours = () => scenario.github.state.comments;

/** Runs some parts and puts their reports where a last job finds them, as actions/download-artifact does. */
async function runShards(...shards: readonly string[]): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  for (const shard of shards) {
    const result = await scenario.run({ inputs: { shard } });
    for (const [name, text] of Object.entries(result.files)) put(`reports/${shard.replace('/', '-')}/${name}`, text);
    results.push(result);
  }
  return results;
}

function put(path: string, text: string): void {
  const file = join(scenario.workspace.path, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

const merge = (inputs: Record<string, string> = {}) => scenario.run({ inputs: { merge: 'reports/**/*.json', ...inputs } });
const summaryIn = ({ files: left }: RunResult): JsonObject => {
  const report: unknown = JSON.parse(left['breakwater-report.json'] ?? '');
  return objectAt(isObject(report) ? report : {}, 'summary');
};

describe('three parts', () => {
  test('write no comment themselves, and come to the verdict of a check of the whole', async () => {
    const parts = await runShards('1/3', '2/3', '3/3');
    expect(ours()).toEqual([]);
    expect(parts.map(({ exitCode }) => exitCode).toSorted()).toEqual([0, 0, 1]);
    const folded = await merge({ 'check-run': 'true' });
    expect([folded.exitCode, folded.outputs.verdict, folded.outputs.needs]).toEqual([1, 'breaking', 'major']);
    expect(ours()).toHaveLength(1);
    for (const name of NAMES) expect(ours()[0]?.body).toContain(`api/${name}.yaml`);
    expect(scenario.github.state.checkRuns.map(({ values }) => values.conclusion)).toEqual(['failure']);
    expect(ours()[0]?.body).toContain(`/blob/${scenario.repository.pull.mergeSha}/api/c.yaml#L`);
    const whole = await scenario.run({ inputs: { comment: 'false' } });
    expect(summaryIn(folded)).toEqual(summaryIn(whole));
    expect(folded.outputs).toEqual({ ...whole.outputs, report: folded.outputs.report });
  });

  test('of which one is missing are red, and the comment says which', async () => {
    await runShards('1/3', '3/3');
    const result = await merge({ 'fail-on': 'never' });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
    expect(result.log).toContain('The report of shard 2/3 is missing.');
    expect(ours()[0]?.body).toContain('The report of shard `2/3.` is missing'.replace('.` is missing', '` is missing.'));
  });
});

describe('what is accepted', () => {
  const idsIn = ({ files: left }: RunResult): readonly string[] => {
    const name = Object.keys(left).find((one) => one.startsWith('breakwater-report')) ?? '';
    const report: unknown = JSON.parse(left[name] ?? '');
    const findings = listAt(isObject(report) ? report : {}, 'findings').filter(isObject);
    return findings.filter(({ verdict }) => verdict === 'breaking').map(({ fingerprint }) => String(fingerprint));
  };
  const SHARDS = ['1/3', '2/3', '3/3'];
  const everythingIn = (parts: readonly RunResult[]) => parts.map(({ log, summary }) => `${log}${summary}`).join('');

  test('in the configuration is stale only where no part needs it, and no part says so of another', async () => {
    const ids = idsIn(await scenario.run({ inputs: { comment: 'false' } }));
    const accept = [...ids, 'feedfeedfeedfeed'].map((fingerprint) => ({ fingerprint, reason: 'announced' }));
    await scenario.repository.push({ 'breakwater.yaml': JSON.stringify({ extends: 'minimal', 'fail-on': ['info'], accept }) });
    await scenario.checkOutAgain();
    const parts = await runShards(...SHARDS);
    expect(everythingIn(parts)).not.toContain('needs the acceptance');
    const folded = await merge();
    expect([folded.exitCode, folded.outputs.breaking, summaryIn(folded).accepted]).toEqual([parts.some(({ exitCode }) => exitCode === 1) ? 1 : 0, '0', 5]);
    expect(ours()[0]?.body.match(/No change needs the acceptance of `\w+`/g)).toEqual(['No change needs the acceptance of `feedfeedfeedfeed`']);
  });

  test('by reply counts in the part that it is about, and what no part has is told by the whole', async () => {
    scenario.github.state.permissions.set('octocat', 'write');
    const ids = idsIn(await scenario.run({ inputs: { comment: 'false' } }));
    const lines = [...ids, 'feedfeedfeedfeed'].map((id) => `/breakwater accept ${id} announced`);
    scenario.github.state.addComment(7, lines.join('\n'));
    const parts = await runShards(...SHARDS);
    expect([parts.map(({ exitCode }) => exitCode), everythingIn(parts).includes('needs the acceptance')]).toEqual([[0, 0, 0], false]);
    const folded = await merge();
    expect([folded.exitCode, folded.outputs.breaking]).toEqual([0, '0']);
    const [mine] = ours().filter(({ body }) => body.startsWith('<!-- breakwater'));
    expect(mine?.body.match(/No change needs the acceptance of `\w+`/g)).toEqual(['No change needs the acceptance of `feedfeedfeedfeed`']);
  });

  test('by label is said once, without a number that is that of a part', async () => {
    scenario.github.state.labels.set(7, ['breakwater: accepted']);
    const parts = await runShards(...SHARDS);
    expect(parts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    await merge();
    expect(ours()[0]?.body.match(/Changes are accepted by label/g)).toHaveLength(1);
  });
});

test('findings of rules of the project, and what the base has already, are folded like all others', async () => {
  const rule = 'custom-rules:\n  no-orders: { message: "{{value}} is about orders.", severity: warn, given: "$.info.title", then: { function: falsy } }\n';
  await scenario.repository.push({ 'breakwater.yaml': `extends: minimal\n${rule}` });
  await scenario.checkOutAgain();
  await runShards('1/2', '2/2');
  const folded = await merge();
  expect([folded.exitCode, summaryIn(folded).inBase]).toEqual([1, NAMES.length]);
  expect(ours()[0]?.body).toContain(`In the base already (${NAMES.length})`);
});

test('more parts than contracts leave some without any, and that is no failure', async () => {
  const parts = await runShards('1/7', '7/7');
  expect(parts.map(({ exitCode, outputs }) => [exitCode, outputs.verdict]).at(1)).toEqual([0, 'compatible']);
});

test.each(['0/3', '4/3', '1', 'one/two', '1/0', '-1/3', '1/3/5', '1.5/2', '1/1000'])('a part that is none is an error: %s', async (shard) => {
  const result = await scenario.run({ inputs: { shard } });
  expect([result.exitCode, result.log]).toEqual([1, expect.stringContaining('`shard`')]);
});

describe('what is no report', () => {
  const valid = { tool: { name: 'breakwater', version: '0' }, contracts: [], findings: [], failures: [] };
  const summary = { breaking: 0, dangerous: 0, compatible: 0, accepted: 0, suppressed: 0, inBase: 0, baseline: 0, errors: 0, warnings: 0, infos: 0 };
  const run = { failed: false, head: 'a'.repeat(40) };

  test.each([
    ['nothing at all', undefined, 'no file matches the input `merge`'],
    ['text', 'hello', 'is no report of a run'],
    ['empty', '', 'is no report of a run'],
    ['of the command line', JSON.stringify({ ...valid, summary }), "must have required property 'run'"],
    ['with a member of its own', JSON.stringify({ ...valid, summary, run, more: 1 }), 'must NOT have additional properties'],
    ['with a prototype', `{"__proto__":{"failed":false},${JSON.stringify({ ...valid, summary, run }).slice(1)}`, 'must NOT have additional properties'],
    ['with a wrong number', JSON.stringify({ ...valid, summary: { ...summary, breaking: '::error::0' }, run }), '`/summary/breaking` must be integer'],
    ['with a commit that is none', JSON.stringify({ ...valid, summary, run: { ...run, head: '](http://evil)' } }), 'must match pattern'],
    ['of another commit', JSON.stringify({ ...valid, summary, run }), 'about another commit'],
    ['deep', JSON.stringify({ ...valid, summary, run }).replace('"findings":[]', `"findings":${'['.repeat(200)}${']'.repeat(200)}`), 'nested too deep'],
    ['deep beyond any stack', '['.repeat(1_000_000), 'nested too deep'],
    ['large', ' '.repeat(20_000_001), 'too large'],
  ])('is an error and never green: %s', async (_, text, message) => {
    if (text !== undefined) put('reports/x.json', text);
    const result = await merge();
    expect([result.exitCode, result.log]).toEqual([1, expect.stringContaining(message)]);
    expect(ours()).toEqual([]);
  });

  test('a link is not followed', async () => {
    put('real.json', JSON.stringify({ ...valid, summary, run }));
    mkdirSync(join(scenario.workspace.path, 'reports'));
    symlinkSync('../real.json', join(scenario.workspace.path, 'reports/x.json'));
    const result = await merge();
    expect([result.exitCode, result.log]).toEqual([1, expect.stringContaining('is not a file')]);
  });

  test('many large ones are refused together', async () => {
    for (let i = 0; i < 6; i++) put(`reports/${i}.json`, JSON.stringify({ ...valid, summary, run }).padEnd(19_000_000));
    const result = await merge();
    expect([result.exitCode, result.log]).toEqual([1, expect.stringContaining('too large')]);
  });
});
