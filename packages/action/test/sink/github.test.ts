import type { Finding } from '@breakwater/core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mergeGroupEvent, plainEvent, pullRequestEvent, pullRequestTargetEvent } from '../../../../test/github/event.ts';
import { objectAt } from '../../../../test/github/json.ts';
import { ACTIONS_BOT } from '../../../../test/github/permission.ts';
import type { Repair } from '../../src/fixes.ts';
import { change, found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** What is told to GitHub: the comment, the check run, code scanning and the review; and what is said where that cannot be. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => {
  world.github.heal();
  const { comments, reviewComments, checkRuns, sarifUploads } = world.github.state;
  for (const list of [comments, reviewComments, checkRuns, sarifUploads]) list.splice(0);
});
afterAll(() => world.end());

const state = () => world.github.state;
const many = (count: number, more: Partial<Finding> = {}) => Array.from({ length: count }, (_, line) => found(more, line));
const messages = async (told: Parameters<Telling['tell']>[0]) =>
  (await world.tell(told)).annotations.filter(({ title }) => title === undefined).map(({ level, message }) => `${level}: ${message}`);

describe('the comment', () => {
  const bodies = () => state().comments.map(({ body }) => body);

  test('is made where there is something to say, and kept up to date', async () => {
    await world.tell({ findings: [] });
    await world.tell({ findings: [found({ inBase: true })] });
    expect(bodies()).toEqual([]);
    await world.tell({ findings: [found({ inBase: true }), found({ message: 'There it is' })] });
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- breakwater -->\n[\s\S]*There it is/)]);
    await world.tell({ findings: [] });
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- breakwater -->\n.*No findings\n/)]);
  });

  test('is made for what could not be checked', async () => {
    await world.tell({ failures: [{ message: 'Nothing is known of it.' }] });
    expect(bodies()).toEqual([expect.stringContaining('Nothing is known of it.')]);
  });

  test('is not written where none is wanted, and by a part', async () => {
    await world.tell({ findings: [found()], inputs: { comment: 'false' } });
    await world.tell({ findings: [found()], stage: 'shard' });
    expect(bodies()).toEqual([]);
    for (const stage of ['merge', 'relay'] as const) await world.tell({ findings: [found()], stage });
    expect(bodies()).toHaveLength(1);
  });

  test('is of its job, or of the key that is given, in a marker that no name can end', async () => {
    const findings = [found()];
    await world.tell({ findings, context: { job: 'a --> b/c' } });
    await world.tell({ findings, context: { job: 'a/b' } });
    await world.tell({ findings, context: { job: 'a/b' }, inputs: { key: 'leg a' } });
    const markers = bodies().map((body) => body.split('\n')[0]);
    expect(markers).toEqual(['<!-- breakwater: a%20%2D%2D%3E%20b/c -->', '<!-- breakwater: a/b -->', '<!-- breakwater: leg a -->']);
    expect(markers.every((marker) => marker?.indexOf('-->') === marker?.lastIndexOf('-->'))).toBe(true);
  });

  test('of somebody else, and one that only speaks of ours, is left alone; a further one of ours goes', async () => {
    const own = (text: string) => `<!-- breakwater -->\n${text}`;
    state().addComment(7, own('of a stranger'));
    state().addComment(7, `See ${own('x')}`, ACTIONS_BOT);
    state().addComment(7, own('old'), ACTIONS_BOT);
    state().addComment(7, own('older'), ACTIONS_BOT);
    await world.tell({ findings: [found({ message: 'There it is' })] });
    expect(bodies()).toEqual([own('of a stranger'), `See ${own('x')}`, expect.stringContaining('There it is')]);
  });

  test('fits, however much there is to say', async () => {
    await world.tell({ findings: many(3_000, { message: 'x'.repeat(100) }) });
    const [body = ''] = bodies();
    expect([Buffer.byteLength(body) <= 60_100, body.length > 50_000]).toEqual([true, true]);
  });
});

describe('the check run', () => {
  const inputs = { comment: 'false', 'check-run': 'true' };
  const told = async (more: Parameters<Telling['tell']>[0] = {}) => {
    const { annotations } = await world.tell({ ...more, inputs: { ...inputs, ...more.inputs } });
    return { inTheJob: annotations, run: state().checkRuns.at(-1) };
  };

  test('has the verdict, the report, and the findings at their places', async () => {
    const wide = found({ at: { uri: 'b.yaml', start: { line: 3, character: 1 }, end: { line: 4, character: 2 }, pointer: '' } });
    const { run, inTheJob } = await told({ failed: true, findings: [found({ severity: 'info' }), found({ severity: 'warn' }, 2), wide, change('compatible')] });
    expect(run?.values).toMatchObject({ name: 'Breakwater', status: 'completed', conclusion: 'failure', head_sha: world.repository.pull.headSha });
    expect(run?.values.details_url).toBe('https://github.com/octo-org/shop/actions/runs/12');
    const output = objectAt(run?.values ?? {}, 'output');
    expect(output).toMatchObject({ title: expect.stringContaining('1 error'), summary: expect.stringContaining('some-rule') });
    expect(output).not.toHaveProperty('text');
    expect(run?.annotations).toMatchObject([
      { path: 'b.yaml', start_line: 4, end_line: 5, annotation_level: 'failure', title: 'some-rule' },
      { path: 'a.yaml', start_line: 3, end_line: 3, start_column: 1, end_column: 4, annotation_level: 'warning' },
      { path: 'a.yaml', start_line: 1, annotation_level: 'notice' },
    ]);
    expect(run?.annotations[0]).not.toHaveProperty('start_column');
    expect(inTheJob).toEqual([]);
    expect((await told()).run?.values.conclusion).toBe('success');
  });

  test('takes fifty annotations a request, up to five hundred, and says how many are left', async () => {
    const requests = async (count: number) => {
      world.asked();
      const { run } = await told({ findings: many(count) });
      return { asked: world.asked().length, annotations: run?.annotations.length, text: objectAt(run?.values ?? {}, 'output').text };
    };
    expect(await requests(50)).toEqual({ asked: 1, annotations: 50, text: undefined });
    expect(await requests(51)).toEqual({ asked: 2, annotations: 51, text: undefined });
    expect(await requests(500)).toEqual({ asked: 10, annotations: 500, text: undefined });
    expect(await requests(501)).toEqual({ asked: 10, annotations: 500, text: '1 more findings are not annotated.' });
  });

  test('is named after its job, shortened where that is long', async () => {
    expect((await told({ context: { job: 'contract/check' } })).run?.values.name).toBe('Breakwater (contract/check)');
    expect((await told({ inputs: { key: 'leg a' } })).run?.values.name).toBe('Breakwater (leg a)');
    expect(String((await told({ context: { job: 'x'.repeat(300) } })).run?.values.name).length).toBeLessThan(120);
  });

  test('that cannot be written leaves its annotations to the job', async () => {
    world.github.plant({ operation: 'checks/create', status: 422, body: { message: 'Invalid request' }, times: 9 });
    const { inTheJob, run } = await told({ findings: [found()] });
    expect([inTheJob.map(({ level, title }) => [level, title]), run]).toEqual([
      [
        ['error', 'some-rule'],
        ['warning', undefined],
      ],
      undefined,
    ]);
  });

  test('is for who sees the whole: a part annotates by itself', async () => {
    expect((await told({ stage: 'shard', findings: [found()] })).inTheJob).toHaveLength(1);
    expect(state().checkRuns).toEqual([]);
    await told({ stage: 'relay' });
    expect(state().checkRuns).toEqual([]);
    await told({ stage: 'merge' });
    expect(state().checkRuns).toHaveLength(1);
  });

  test('in a merge queue is on the commit of the group', async () => {
    const { run } = await told({ event: mergeGroupEvent(world.repository) });
    expect(run?.values.head_sha).toBe(world.repository.pull.mergeSha);
  });
});

describe('code scanning', () => {
  const inputs = { comment: 'false', 'sarif-upload': 'true' };

  test('gets the results for the commit that was checked out', async () => {
    await world.tell({ inputs, findings: [found()] });
    const { mergeSha, headSha, baseSha } = world.repository.pull;
    expect(state().sarifUploads).toMatchObject([{ commitSha: mergeSha, ref: 'refs/pull/7/merge', document: { version: '2.1.0' } }]);
    // Whose own commit is the target branch's.
    await world.tell({ inputs, event: pullRequestTargetEvent({ repository: world.repository }) });
    await world.tell({ inputs, event: plainEvent('schedule', world.repository, 'refs/heads/main', baseSha) });
    expect(state().sarifUploads.slice(1)).toMatchObject([
      { commitSha: headSha, ref: 'refs/pull/7/head' },
      { commitSha: baseSha, ref: 'refs/heads/main' },
    ]);
  });

  test('is asked whether it could read them, until it says so', async () => {
    world.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'pending' } });
    world.asked();
    expect(await messages({ inputs })).toEqual([]);
    expect(world.asked()).toEqual(['code-scanning/upload-sarif', 'code-scanning/get-sarif', 'code-scanning/get-sarif']);
  });

  test('that can make nothing of them is quoted', async () => {
    const failed = (more: object) => world.github.plant({ operation: 'code-scanning/get-sarif', status: 200, body: { processing_status: 'failed', ...more } });
    failed({ errors: ['too many runs', 'no tool'] });
    expect(await messages({ inputs })).toEqual(['warning: The code scanning results could not be written: GitHub could not read them: too many runs; no tool']);
    failed({ errors: null });
    expect(await messages({ inputs })).toEqual(['warning: The code scanning results could not be written: GitHub could not read them: no reason given']);
  });

  test('gets nothing of a part, nor of the report of somebody else', async () => {
    for (const stage of ['shard', 'relay'] as const) await world.tell({ inputs, stage });
    expect(state().sarifUploads).toEqual([]);
  });
});

describe('the review', () => {
  const inputs = { comment: 'false', review: 'true' };
  const text = 'a: 2\nb: 3\n';
  const repair = (line: number, to: string, more: Partial<Repair> = {}): Repair => ({
    finding: found({ severity: 'warn' }, line),
    fix: { title: 'Repair it', safe: true, edits: [{ uri: 'a.yaml', span: { start: 5 * line, end: 5 * line + 4 }, text: to }] },
    source: { uri: 'a.yaml', text },
    ...more,
  });
  const remarks = async (repairs: readonly Repair[], more: Parameters<Telling['tell']>[0] = {}) => {
    state().reviewComments.splice(0);
    await world.tell({ inputs, repairs, ...more });
    return state().reviewComments.map(({ path, startLine, line, body }) => [path, startLine, line, body.split('\n').slice(3).join('\n')]);
  };

  test('suggests repairs on the lines that the pull request has written', async () => {
    expect(await remarks([repair(0, 'A: 2'), repair(1, 'B: 3')])).toEqual([
      ['a.yaml', undefined, 1, '```suggestion\nA: 2\n```'],
      ['a.yaml', undefined, 2, '```suggestion\nB: 3\n```'],
    ]);
    const both = repair(0, '', { fix: { title: 'Repair it', safe: true, edits: [{ uri: 'a.yaml', span: { start: 0, end: 9 }, text: 'x\n`````\nz' }] } });
    expect(await remarks([both])).toEqual([['a.yaml', 1, 2, '``````suggestion\nx\n`````\nz\n``````']]);
  });

  test('says each once, and of two about the same lines the first', async () => {
    const twice = repair(0, 'A: 2');
    expect(await remarks([twice, repair(0, 'x: 2')])).toHaveLength(1);
    await world.tell({ inputs, repairs: [twice] });
    await world.tell({ inputs, repairs: [twice] });
    expect(state().reviewComments).toHaveLength(1);
    await world.tell({ inputs, repairs: [twice, repair(1, 'B: 3')] });
    expect(state().reviewComments).toHaveLength(2);
  });

  test('is silent on other files, on another text than that of the head, and where nobody asks', async () => {
    expect(await remarks([repair(0, 'A: 2', { source: { uri: 'b.yaml', text } })])).toEqual([]);
    expect(await remarks([repair(0, 'A: 2', { source: { uri: 'a.yaml', text: `${text}c: 4\n` } })])).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { inputs: { comment: 'false' } })).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { stage: 'merge' })).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { stage: 'shard' })).toHaveLength(1);
    world.asked();
    await world.tell({ inputs, repairs: [] });
    expect(world.asked()).toEqual([]);
  });

  test('names the rule, with its page where there is one', async () => {
    await world.tell({ inputs, repairs: [repair(0, 'A: 2'), repair(1, 'B: 3', { finding: found({ ruleId: 'enum-duplicate' }, 1) })] });
    const lines = state().reviewComments.map(({ body }) => body.split('\n'));
    expect(lines.map(([, line]) => line)).toEqual([
      expect.stringMatching(/^Number \d+ `some-rule`$/),
      expect.stringMatching(/ \[enum-duplicate\]\(https:\/\/\S+\)$/),
    ]);
    expect(lines.map(([marker]) => marker)).toEqual([0, 1].map(() => expect.stringMatching(/^<!-- breakwater-fix f\d+ -->$/)));
  });
});

describe('what the token may not do', () => {
  const ALL = { 'check-run': 'true', 'sarif-upload': 'true' };
  const findings = [change('breaking')];

  test('is told once for all places, with the permissions that it needs', async () => {
    expect(await messages({ findings, inputs: ALL, token: 'fork-token' })).toEqual([
      'warning: The comment and the check run and the code scanning results could not be written: the token needs the permission ' +
        '`pull-requests: write` and `checks: write` and `security-events: write`. The verdict is the same.',
    ]);
    expect(await messages({ findings, token: 'fork-token' })).toEqual([
      'warning: The comment could not be written: the token needs the permission `pull-requests: write`. The verdict is the same.',
    ]);
  });

  test('is as it should be for a pull request from a fork', async () => {
    const { payload, ...rest } = pullRequestEvent({ repository: world.repository });
    const event = { ...rest, payload: { ...payload, pull_request: { ...objectAt(payload, 'pull_request'), user: { login: 'dependabot[bot]' } } } };
    expect(await messages({ findings, event, token: 'fork-token' })).toEqual([
      'notice: The comment could not be written: for a pull request from a fork or of Dependabot the token may only read. The verdict is the same.',
    ]);
  });

  test('is not what other trouble is: that is told in the words of GitHub', async () => {
    world.github.plant({ operation: 'issues/list-comments', status: 403, body: { message: 'Code scanning must be enabled' }, times: 9 });
    world.github.plant({ operation: 'checks/create', status: 404, body: { message: 'Resource not accessible by integration' }, times: 9 });
    expect(await messages({ findings, inputs: { 'check-run': 'true' } })).toEqual([
      expect.stringMatching(/^warning: The comment could not be written: Code scanning must be enabled/),
      expect.stringMatching(/^warning: The check run could not be written: Resource not accessible/),
    ]);
  });
});
