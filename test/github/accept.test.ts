import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeGroupEvent, pullRequestEvent } from './event.ts';
import { isObject, listAt, textAt } from './json.ts';
import type { Author } from './permission.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Run, type Scenario, startScenario } from './scenario.ts';

/** A break that is meant is agreed to on the pull request: by label or by reply, as GitHub says it now, and by who may. */

const LABEL = 'breakwater: accepted';
const FILES = [{ 'api/orders.yaml': BASE }, { 'api/orders.yaml': HEAD }] as const;
const WRITER: Author = { login: 'hubot-owner', id: 21, type: 'User' };
const OUTSIDER: Author = { login: 'mallory', id: 22, type: 'User' };

let scenario: Scenario;
beforeEach(async () => {
  scenario = await startScenario(...FILES);
  scenario.github.state.permissions.set(WRITER.login, 'write');
});
afterEach(() => scenario.end());

const run = (more: Run = {}) => scenario.run(more);
const comment = () => scenario.ours()[0]?.body ?? '';
const reply = (body: string, author: Author = WRITER) => scenario.github.state.addComment(7, body, author);
const warningsOf = ({ annotations }: RunResult) => annotations.filter(({ level, title }) => level === 'warning' && title === undefined);

/** The ids of what breaks, as a report of a first run has them. */
async function idsOf(): Promise<readonly string[]> {
  const report: unknown = JSON.parse((await run({ inputs: { comment: 'false' } })).files['breakwater-report.json'] ?? '');
  const findings = listAt(isObject(report) ? report : {}, 'findings').filter(isObject);
  return findings.filter((finding) => textAt(finding, 'verdict') === 'breaking').map((finding) => textAt(finding, 'fingerprint') ?? '');
}

describe('the label', () => {
  test('accepts the changes of this pull request, and the comment says so', async () => {
    scenario.github.state.labels.set(7, ['bug', LABEL.toUpperCase()]);
    const result = await run();
    expect([result.exitCode, result.outputs.verdict, result.outputs.breaking]).toEqual([0, 'compatible', '0']);
    expect(comment()).toContain(`5 changes are accepted by label \`${LABEL}\`.`);
    expect(comment()).toContain('Accepted changes (5)');
    expect(result.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('counts as GitHub has it now, and not as the event of a run that is repeated has it', async () => {
    const result = await run({ event: pullRequestEvent({ repository: scenario.repository, labels: [LABEL] }) });
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
  });

  test('that is taken away accepts nothing any more', async () => {
    scenario.github.state.labels.set(7, [LABEL]);
    await run();
    scenario.github.state.labels.set(7, []);
    expect((await run()).exitCode).toBe(1);
    expect(comment()).toContain('Breaking changes (5)');
  });

  test('of another name is asked for by the input, and none where that is empty', async () => {
    scenario.github.state.labels.set(7, ['ship it']);
    expect((await run()).exitCode).toBe(1);
    expect((await run({ inputs: { 'accept-label': 'ship it' } })).exitCode).toBe(0);
    expect((await run({ inputs: { 'accept-label': '' } })).exitCode).toBe(1);
    expect(comment()).not.toContain('by the label');
  });

  test('holds for a fork, whose token may read it, and in the merge queue', async () => {
    scenario.github.state.labels.set(7, [LABEL]);
    expect((await run({ token: 'fork-token' })).exitCode).toBe(0);
    expect((await run({ event: mergeGroupEvent(scenario.repository) })).exitCode).toBe(0);
    scenario.github.state.labels.set(7, []);
    expect((await run({ event: mergeGroupEvent(scenario.repository) })).exitCode).toBe(1);
  });

  test('that cannot be asked for accepts nothing, and is a warning', async () => {
    scenario.github.state.labels.set(7, [LABEL]);
    scenario.github.plant({ operation: 'issues/list-labels-on-issue', status: 502, times: 2 });
    const result = await run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(warningsOf(result).map(({ message }) => message)).toEqual([expect.stringContaining('whether the pull request has the label')]);
  });
});

describe('a reply', () => {
  test('of somebody who may write accepts what it names, with its reason', async () => {
    const [first = '', second = ''] = await idsOf();
    reply(`/breakwater accept ${first} nobody asks for it\n/breakwater accept \`${second.slice(0, 8)}\` agreed with @mobile <b>`);
    const result = await run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '3']);
    expect(comment()).toContain('accepted: nobody asks for it, by hubot-owner');
    expect(comment().replaceAll(/`[^`]*`/g, '')).not.toMatch(/@mobile|<b>/);
  });

  test('for each is green, and the last word on one counts', async () => {
    for (const id of await idsOf()) reply(`/breakwater accept ${id} first word\r\n/breakwater accept ${id} last word`);
    expect((await run()).exitCode).toBe(0);
    expect([comment().includes('last word'), comment().includes('first word')]).toEqual([true, false]);
  });

  test('the ids to name are in the comment, with how', async () => {
    await run();
    for (const id of await idsOf()) expect(comment()).toContain(`\`${id}\``);
    expect(comment()).toContain('`/breakwater accept <id> <reason>`');
    expect(comment()).toContain(`\`${LABEL}\``);
  });

  test.each(['read', 'none'])('of somebody who may not write is ignored, and counted: %s', async (level) => {
    scenario.github.state.permissions.set(OUTSIDER.login, level);
    for (const id of await idsOf()) reply(`/breakwater accept ${id} trust me`, OUTSIDER);
    const result = await run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(comment()).toContain('5 replies with `/breakwater accept` were ignored');
    expect(comment()).not.toContain('trust me');
    expect(scenario.github.requests.filter(({ path }) => path.includes('/collaborators/'))).toHaveLength(1);
  });

  test('of a bot is none: it repeats the words of others', async () => {
    scenario.github.state.permissions.set('echo[bot]', 'write');
    for (const id of await idsOf()) reply(`/breakwater accept ${id} as the title says`, { login: 'echo[bot]', id: 23, type: 'Bot' });
    expect((await run()).outputs.breaking).toBe('5');
  });

  test.each([
    ['an id that no change has', '/breakwater accept 0123456789abcdef meant', 'No change needs the acceptance of `0123456789abcdef` by `hubot-owner`'],
    ['an id that is none', '/breakwater accept everything meant', 'A reply of `hubot-owner` accepts nothing'],
    ['no reason', '/breakwater accept 0123456789abcdef', 'A reply of `hubot-owner` accepts nothing'],
  ])('with %s accepts nothing, and that is told', async (_, body, note) => {
    reply(body);
    expect((await run()).outputs.breaking).toBe('5');
    expect(comment()).toContain(note);
  });

  test('that is quoted, or said in a sentence, is none', async () => {
    for (const id of await idsOf()) reply(`> /breakwater accept ${id} x\n\nDo we write /breakwater accept ${id} x\n/breakwater accept ${id} x`);
    expect((await run()).outputs.breaking).toBe('5');
  });

  test('of which GitHub does not say whether its author may write does not count, and is a warning', async () => {
    const ids = await idsOf();
    for (const id of ids) reply(`/breakwater accept ${id} meant`);
    scenario.github.plant({ operation: 'repos/get-collaborator-permission-level', status: 403, body: { message: 'Resource not accessible by integration' } });
    const result = await run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(warningsOf(result).map(({ message }) => message)).toEqual([expect.stringContaining('did not say whether they may write')]);
    expect(comment()).toContain('did not say whether they may write');
  });

  test('is not looked for where that is not wanted', async () => {
    for (const id of await idsOf()) reply(`/breakwater accept ${id} meant`);
    expect((await run({ inputs: { 'accept-replies': 'false' } })).outputs.breaking).toBe('5');
  });

  test('among many comments is found, and a crowd of strangers does not use up what may be asked', async () => {
    const [first = ''] = await idsOf();
    for (let i = 0; i < 250; i++) scenario.github.state.addComment(7, `/breakwater accept ${first} me too`, { login: `u${i}`, id: 1000 + i, type: 'User' });
    reply(`/breakwater accept ${first} meant`);
    expect((await run()).outputs.breaking).toBe('4');
    expect(comment()).toContain('250 replies with `/breakwater accept` were ignored');
    expect(scenario.github.requests.filter(({ path }) => path.includes('/collaborators/'))).toHaveLength(20);
  });
});

test('an acceptance of the configuration keeps its own reason', async () => {
  const [first = ''] = await idsOf();
  await scenario.end();
  scenario = await startScenario(
    { 'api/orders.yaml': BASE },
    { 'api/orders.yaml': HEAD, 'breakwater.yaml': `extends: minimal\naccept: [{ fingerprint: "${first}", reason: announced in May }]\n` },
  );
  scenario.github.state.labels.set(7, [LABEL]);
  expect((await run()).exitCode).toBe(0);
  expect(comment()).toContain('accepted: announced in May');
  expect(comment()).toContain('4 changes are accepted by label');
});

describe('where nothing hurts', () => {
  beforeEach(async () => {
    await scenario.end();
    scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': `${BASE}# the same\n` });
    scenario.github.state.permissions.set(WRITER.login, 'write');
  });

  test('the label is not asked for', async () => {
    expect((await run()).exitCode).toBe(0);
    expect(scenario.github.requests.filter(({ operation }) => operation === 'issues/list-labels-on-issue')).toEqual([]);
  });

  test('a reply that accepts what is not there any more is told so', async () => {
    reply('/breakwater accept 0123456789abcdef meant');
    const result = await run();
    expect([result.exitCode, result.summary]).toEqual([0, expect.stringContaining('No change needs the acceptance of `0123456789abcdef` by `hubot-owner`')]);
    expect(scenario.ours()).toEqual([]);
  });

  test('replies that cannot be asked for are no warning, since none could count', async () => {
    scenario.github.plant({ operation: 'issues/list-comments', status: 404, body: { message: 'Not Found' } });
    const result = await run();
    expect([result.exitCode, warningsOf(result)]).toEqual([0, []]);
  });

  test('and nothing was looked at, nobody is asked', async () => {
    await scenario.end();
    scenario = await startScenario({ 'openapi.yaml': BASE }, { 'notes.md': 'x' });
    await run({ inputs: { comment: 'false' } });
    expect(scenario.github.requests.filter(({ operation }) => operation === 'issues/list-comments')).toEqual([]);
  });
});

test('a reply for what is not there any more is told in the comment that is green by then', async () => {
  for (const id of await idsOf()) reply(`/breakwater accept ${id} meant`);
  await run();
  await scenario.repository.push({ 'api/orders.yaml': `${BASE}# the same\n` });
  await scenario.checkOutAgain();
  expect((await run()).exitCode).toBe(0);
  expect(comment().match(/No change needs the acceptance/g)).toHaveLength(5);
});
