import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUNDLES } from '../../scripts/bundles.ts';
import { PROJECT } from './description.ts';
import { mergeGroupEvent, pullRequestEvent, pullRequestTargetEvent, pushEvent } from './event.ts';
import type { Files } from './import-commits.ts';
import { ACTIONS_BOT, WRITE_TOKEN } from './permission.ts';
import { BASE, HEAD, type Run, type Scenario, type ScenarioOptions, startScenario } from './scenario.ts';

/** The bundle that is committed, as a runner starts it, against a loopback GitHub. */

let scenario: Scenario;

async function setUp(base: Files, head: Files, options: ScenarioOptions = {}): Promise<void> {
  scenario = await startScenario(base, head, options);
}

const run = (more: Run = {}) => scenario.run(more);
const ours = () => scenario.ours();

afterEach(() => scenario.end());

describe('a breaking pull request', () => {
  beforeEach(() => setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD }));

  test('is red, annotated where it breaks, and told in one comment with its proof', async () => {
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'breaking', breaking: '5', dangerous: '0', errors: '0', needs: 'major' });
    const lines = HEAD.split('\n');
    const removed = result.annotations.find(({ title }) => title === 'enum-value-removed');
    expect(removed).toMatchObject({
      level: 'error',
      file: 'api/orders.yaml',
      startLine: lines.findIndex((line) => line.includes('enum: [open, shipped]')) + 1,
      startColumn: 7,
      endColumn: 11,
    });
    expect(removed?.message).toContain('"archived" was accepted by base');
    expect(result.annotations.filter(({ level, isShown }) => level === 'error' && isShown).length).toBeGreaterThanOrEqual(5);
    expect(ours()).toHaveLength(1);
    expect(ours()[0]?.body).toContain(`"archived"`);
    expect(ours()[0]?.body).toContain(`/blob/${scenario.repository.pull.mergeSha}/api/orders.yaml#L`);
    expect(ours()[0]?.body).toContain('first parent of the merge commit');
    expect(result.summary).toContain('Breaking changes');
    expect(result.outputs.report).toMatch(/breakwater-report\.json$/);
  });

  test('a second run with nothing new writes nothing, and one with a fix turns the comment green', async () => {
    await run();
    const [first] = ours();
    const before = scenario.github.requests.length;
    await run();
    expect(scenario.github.requests.slice(before).filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql')).toEqual([]);
    expect(ours()).toEqual([first]);
    await scenario.repository.push({ 'api/orders.yaml': BASE });
    await scenario.checkOutAgain();
    await run();
    expect(ours().map(({ body }) => body.split('\n')[1])).toEqual(['## 🟢 Breakwater: No findings']);
  });

  const MARKER = '<!-- breakwater: contract/check -->';
  test.each([
    ['a person', { login: 'mallory', id: 1, type: 'User' }],
    ['a person who is called as the bot', { login: 'github-actions', id: 2, type: 'User' }],
    ['another bot', { login: 'renovate[bot]', id: 3, type: 'Bot' }],
  ] as const)('what %s wrote with our marker is left alone', async (_, author) => {
    const planted = `${MARKER}\n## 🟢 Breakwater: No findings`;
    scenario.github.state.addComment(7, planted, author);
    await run();
    await run();
    expect(scenario.github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual([planted.split('\n')[1], expect.stringContaining('🔴')]);
    expect(scenario.github.state.comments[1]?.body.split('\n')[0]).toBe(MARKER);
  });

  test('whose token this is has to be known to find its comment: nothing is written twice on a guess', async () => {
    await run();
    scenario.github.plant({ operation: 'graphql', status: 502, times: 2 });
    const result = await run();
    expect([result.exitCode, ours().length]).toEqual([1, 1]);
    expect(result.annotations.filter(({ message }) => message.includes('comment could not be written'))).toHaveLength(1);
  });

  test('behind 250 comments of others its own is found, and kept up to date', async () => {
    for (let i = 0; i < 250; i++) scenario.github.state.addComment(7, `${MARKER}\nnumber ${i}`);
    await run();
    await run({ inputs: { 'accept-label': '' } });
    expect(scenario.github.state.comments).toHaveLength(251);
    expect(scenario.github.state.comments.at(-1)?.author.login).toBe('github-actions[bot]');
  });

  test('two workflows keep a comment each without being told to', async () => {
    for (const name of ['contract', 'nightly -- <b>', 'contract']) await run({ env: { GITHUB_WORKFLOW: name } });
    expect(ours().map(({ body }) => body.split('\n')[0])).toEqual([MARKER, '<!-- breakwater: nightly%20%2D%2D%20%3Cb%3E/check -->']);
  });

  test('the bar can be raised and lowered, and a typo in it is not silence', async () => {
    expect((await run({ inputs: { 'fail-on': 'never' } })).exitCode).toBe(0);
    const typo = await run({ inputs: { 'fail-on': 'braking' } });
    expect(typo.exitCode).toBe(1);
    expect(typo.annotations[0]?.message).toContain('`braking`');
  });

  test("a fork's token cannot comment: one warning, the same verdict", async () => {
    const result = await run({ token: 'fork-token' });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.some(({ level, message }) => level === 'warning' && message.includes('comment could not be written'))).toBe(true);
    expect(result.outputs.verdict).toBe('breaking');
    expect(ours()).toEqual([]);
  });

  test('a GitHub that fails while the comment is written changes no verdict', async () => {
    scenario.github.plant({ operation: 'issues/create-comment', status: 502, body: '<html>', times: 9 });
    const result = await run();
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
    expect(result.annotations.some(({ level }) => level === 'warning')).toBe(true);
  });

  test('the token is printed nowhere', async () => {
    const result = await run();
    expect(result.log.replaceAll('::add-mask::write-token', '')).not.toContain('write-token');
    expect(JSON.stringify([result.summary, result.outputs, ours()])).not.toContain('write-token');
  });
});

test('with the token of an app or of a person, the comments of that account are ours', async () => {
  const author = { login: 'contract-keeper[bot]', id: 9, type: 'Bot' } as const;
  await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD }, { tokens: { 'app-token': { ...WRITE_TOKEN, author } } });
  scenario.github.state.addComment(7, '<!-- breakwater: contract/check -->\nof the workflow token', ACTIONS_BOT);
  await run({ token: 'app-token' });
  await run({ token: 'app-token' });
  expect(ours().map((one) => one.author.login)).toEqual(['github-actions[bot]', 'contract-keeper[bot]']);
  expect(ours()[0]?.body).toContain('of the workflow token');
});

test('a pull request that only rewrites is green and gets no comment', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': BASE.replaceAll('{id}', '{orderId}').replace('- name: id', '- name: orderId') });
  const result = await run();
  expect([result.exitCode, result.outputs.verdict, result.outputs.needs]).toEqual([0, 'compatible', '']);
  expect(ours().map(({ body }) => body)).toEqual([]);
});

test('the base is what the pull request is merged into, not where it was cut off', async () => {
  await setUp({ 'openapi.yaml': HEAD }, { 'notes.txt': 'unrelated' }, { mainSince: { 'openapi.yaml': BASE } });
  const result = await run();
  expect(result.outputs.verdict).toBe('compatible');
});

test('a checked-out branch that has merged its target is not taken for the merge commit of GitHub', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD }, { mainSince: { 'notes.txt': 'unrelated' }, checkout: { depth: 0 } });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: scenario.workspace.path, encoding: 'utf8' }).trim();
  const target = git('rev-parse', 'HEAD^1');
  git('checkout', '--quiet', '--detach', 'HEAD^2');
  git('merge', '--quiet', '--no-ff', '-m', 'Merge main', target);
  const result = await run();
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'breaking']);
  expect(ours()[0]?.body).toContain('merge base');
});

test('on pull_request_target the checkout of the target branch is not taken for the pull request, which is read from GitHub', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD }, { checkout: { depth: 0 } });
  const event = pullRequestTargetEvent({ repository: scenario.repository });
  expect((await run({ event })).outputs.verdict).toBe('breaking');
  execFileSync('git', ['checkout', '--quiet', '--detach', 'HEAD^1'], { cwd: scenario.workspace.path });
  const result = await run({ event });
  expect([result.exitCode, result.outputs.verdict, result.outputs.breaking]).toEqual([1, 'breaking', '5']);
  expect(ours()[0]?.body).toContain(`/blob/${scenario.repository.pull.headSha}/openapi.yaml#L`);
});

test('a deep clone reads the base from git and gives the same answer', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD }, { checkout: { depth: 0 } });
  const result = await run();
  expect(result.outputs.breaking).toBe('5');
});

test('a new contract is linted and not called breaking', async () => {
  await setUp({ 'readme.md': 'x' }, { 'openapi.yaml': BASE });
  const result = await run();
  expect([result.exitCode, result.outputs.breaking]).toEqual([0, '0']);
});

test('a push and a merge group compare with what was there before', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD });
  expect((await run({ event: pushEvent(scenario.repository) })).outputs.verdict).toBe('breaking');
  expect((await run({ event: mergeGroupEvent(scenario.repository) })).outputs.verdict).toBe('breaking');
});

test('a commit that GitHub does not show is no proof that the contract is new', async () => {
  await setUp({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD });
  const result = await run({ event: pushEvent(scenario.repository, { before: 'f'.repeat(40) }) });
  expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
  expect(result.annotations.map(({ message }) => message).join()).toContain('it shows no commit fffffff to this token');
});

test('no contract at all, and a contract that is broken, are red', async () => {
  await setUp({ 'readme.md': 'x' }, { 'openapi.yaml': 'openapi: 3.1.0\npaths: [\n' });
  const broken = await run();
  expect(broken.exitCode).toBe(1);
  expect(broken.annotations.some(({ title }) => title === 'spec-parse')).toBe(true);
  const none = await run({ inputs: { files: 'nothing/*.yaml' } });
  expect(none.exitCode).toBe(1);
  expect(none.annotations.at(-1)?.message).toContain('No file matches');
});

test('hostile text reaches neither the log as a command nor the comment as markup', async () => {
  const nasty = 'x\\n::add-mask::evil ##[add-mask]evil @everyone <img src=x> [l](http://e) | ` \\u202e';
  await setUp(
    { 'openapi.yaml': BASE },
    { 'openapi.yaml': HEAD.replace('/orders/{orderId}:', `"/${nasty}":`).replace('operationId: getOrder', `operationId: "${nasty}"`) },
  );
  const result = await run();
  expect(result.exitCode).toBe(1);
  expect(ours()[0]?.body.replaceAll(/`[^`]*`/g, '')).not.toMatch(/@everyone|<img|\]\(http:\/\/e/);
});

test('the committed bundle is what the sources give, byte for byte', async () => {
  const { outputFiles } = await build({ ...BUNDLES.action, write: false });
  await setUp({ a: '1' }, { a: '2' });
  expect(outputFiles[0]?.text === readFileSync(join(PROJECT, 'packages/action/dist/index.cjs'), 'utf8')).toBe(true);
});

describe('how it is judged', () => {
  const LENIENT = 'fail-on: never\n';

  test('by the configuration of the head, when it is a branch of this repository', async () => {
    await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD, 'breakwater.yaml': LENIENT });
    const result = await run();
    expect([result.exitCode, result.outputs.verdict]).toEqual([0, 'breaking']);
    expect((await run({ inputs: { 'fail-on': 'breaking' } })).exitCode).toBe(1);
  });

  test.each(['pull_request', 'pull_request_target'])('by that of the base, when the head is of a fork: %s', async (name) => {
    await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD, 'breakwater.yaml': LENIENT }, { fork: 'mona/shop' });
    const event = { ...pullRequestEvent({ repository: scenario.repository }), name };
    expect((await run({ event, token: 'fork-token' })).exitCode).toBe(1);
  });

  test('what a fork takes out of the configuration still holds', async () => {
    await setUp(
      { 'api/orders.yaml': BASE, 'breakwater.yaml': LENIENT },
      { 'api/orders.yaml': HEAD, 'breakwater.yaml': 'fail-on: any\n' },
      { fork: 'mona/shop' },
    );
    expect((await run({ token: 'fork-token' })).exitCode).toBe(0);
  });

  test('a mistake in it is red, at its place', async () => {
    await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': BASE, 'breakwater.yaml': 'fail-on: any\nrulez: {}\n' });
    const result = await run();
    expect(result.exitCode).toBe(1);
    const told = result.annotations.find(({ title }) => title === 'config-valid');
    expect(told).toMatchObject({ level: 'error', file: 'breakwater.yaml', startLine: 2 });
    expect(result.log).toContain('so nothing was checked by it');
  });

  test('by one that is named', async () => {
    await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD, 'ci/lenient.yaml': LENIENT });
    expect((await run({ inputs: { config: 'ci/lenient.yaml' } })).exitCode).toBe(0);
    const typo = await run({ inputs: { config: 'ci/nothing.yaml' } });
    expect([typo.exitCode, typo.log]).toEqual([1, expect.stringContaining('`ci/nothing.yaml`')]);
  });

  test('for the contracts that the configuration names', async () => {
    await setUp(
      { 'api/orders.yaml': BASE, 'old/orders.yaml': BASE },
      { 'api/orders.yaml': BASE, 'old/orders.yaml': HEAD, 'breakwater.yaml': 'contracts: [{ files: "api/*.yaml" }]\n' },
    );
    expect((await run()).exitCode).toBe(0);
    expect((await run({ inputs: { files: 'old/orders.yaml' } })).exitCode).toBe(1);
  });

  test('what is suppressed in the head of a fork is told all the same', async () => {
    const head = HEAD.split('\n').map((line) =>
      line.includes('enum') || line.trim() === ''
        ? line
        : `${line} # breakwater-ignore enum-value-removed, operation-removed, property-removed, type-changed, required-changed: mine`,
    );
    await setUp({ 'api/orders.yaml': BASE }, { 'api/orders.yaml': head.join('\n') }, { fork: 'mona/shop' });
    const fork = await run({ token: 'fork-token' });
    const own = await run({ event: { ...pullRequestEvent({ repository: scenario.repository }), name: 'push' } });
    expect(fork.outputs.breaking).toBe('5');
    expect(Number(own.outputs.breaking)).toBeLessThan(5);
  });
});
