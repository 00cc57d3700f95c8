import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { inputVariables, readAction } from '../../../test/github/action-metadata.ts';
import { annotationsOf } from '../../../test/github/annotation.ts';
import { checkOut, type Workspace } from '../../../test/github/checkout.ts';
import { parseCommandFile } from '../../../test/github/command-file.ts';
import { PROJECT } from '../../../test/github/description.ts';
import { plainEvent, pullRequestEvent, type WorkflowEvent, workflowRunEvent } from '../../../test/github/event.ts';
import { type GitHub, startGitHub } from '../../../test/github/loopback.ts';
import { buildRepository, type TestRepository } from '../../../test/github/repository.ts';
import { parseLog } from '../../../test/github/workflow-command.ts';
import { run } from '../src/run.ts';

/** A whole run, in this process: from the environment of a runner to what is told. */

const LINE = 'openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\n';
const operation = (name: string, schema = 'type: string') =>
  `  /${name}:\n    get:\n      responses: { "200": { description: d, content: { application/json: { schema: { ${schema} } } } } }\n`;
const BASE = `${LINE}paths:\n${operation('a')}${operation('b')}`;
const HEAD = `${LINE}paths:\n${operation('a')}${operation('c', 'enum: [x, y, x]')}`;
const CONFIG = 'extends: minimal\nrules: { enum-duplicate: warn }\n';

const action = await readAction(join(PROJECT, 'action.yml'));
let repository: TestRepository;
let github: GitHub;
let clone: Workspace;
const top = mkdtempSync(join(tmpdir(), 'run-'));
beforeAll(async () => {
  repository = await buildRepository({ base: { 'api/shop.yaml': BASE, 'breakwater.yaml': CONFIG }, head: { 'api/shop.yaml': HEAD }, fork: 'mona/shop' });
  github = await startGitHub({ repository });
  clone = await checkOut({ remote: `${github.url}/${repository.fullName}`, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge' });
});
afterEach(() => {
  vi.unstubAllEnvs();
  github.heal();
  github.state.comments.splice(0);
});
afterAll(async () => {
  await github.close();
  await Promise.all([clone.remove(), repository.remove()]);
  rmSync(top, { recursive: true });
  expect(github.violations).toEqual([]);
});

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: WorkflowEvent;
  readonly env?: Readonly<Record<string, string>>;
}

/** Every line of the log that is an annotation of the action itself, with all that it has left behind. */
async function ran({ inputs = {}, event = pullRequestEvent({ repository }), env = {} }: Options = {}) {
  const file = (name: string, text = '') => {
    writeFileSync(join(top, name), text);
    return join(top, name);
  };
  const variables = {
    ...inputVariables(action, inputs, 'write-token'),
    ...{ GITHUB_WORKSPACE: clone.path, GITHUB_REPOSITORY: repository.fullName, GITHUB_API_URL: github.apiUrl, RUNNER_TEMP: top },
    ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)), GITHUB_SHA: event.sha, GITHUB_REF: event.ref },
    ...{ GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary'), GITHUB_WORKFLOW: '', GITHUB_JOB: '' },
    ...env,
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await run();
    const log = written.join('');
    const own = annotationsOf(parseLog(log)).filter(({ title }) => title === undefined);
    const { values: outputs } = parseCommandFile(readFileSync(join(top, 'output'), 'utf8'));
    return { exitCode: process.exitCode ?? 0, log, said: own.map(({ level, message }) => `${level}: ${message}`), outputs };
  } finally {
    process.exitCode = before;
    write.mockRestore();
  }
}

const report = () => JSON.parse(readFileSync(join(top, 'breakwater-report.json'), 'utf8'));
const comments = () => github.state.comments.map(({ body }) => body);

describe('a check', () => {
  test('is red for what breaks, and says so first; then what was compared with what', async () => {
    const { exitCode, log, said, outputs } = await ran();
    const { mergeSha, baseSha, headSha } = repository.pull;
    expect([exitCode, said]).toEqual([1, ['error: 1 breaking and 0 dangerous changes, 0 errors and 2 warnings.']]);
    expect(log).toContain(`The head is ${mergeSha.slice(0, 7)}; the base is ${baseSha.slice(0, 7)} (first parent of the merge commit).`);
    expect(log).toContain('::add-mask::write-token');
    expect(outputs).toMatchObject({ verdict: 'breaking', breaking: '1' });
    expect(comments()).toHaveLength(1);
    expect(report().run).toEqual({ failed: true, head: mergeSha, base: baseSha, pullRequest: { number: 7, head: headSha } });
    expect(report().tool).toMatchObject({ name: 'breakwater', version: expect.stringMatching(/^\d/) });
  });

  test('is green where nothing is over the bar', async () => {
    expect(await ran({ inputs: { 'fail-on': 'never' } })).toMatchObject({ exitCode: 0, said: [], outputs: { verdict: 'breaking' } });
    expect(report().run.failed).toBe(false);
  });

  test('is green where what breaks was agreed to on the pull request', async () => {
    github.state.labels.set(7, ['breakwater: accepted']);
    expect(await ran()).toMatchObject({ exitCode: 0, said: [], outputs: { verdict: 'compatible', breaking: '0' } });
    expect(comments()).toEqual([expect.stringContaining('1 change is accepted by label `breakwater: accepted`.')]);
    github.state.labels.clear();
  });

  test('is red where something could not be checked, whatever the bar is', async () => {
    const { exitCode, said, log } = await ran({ inputs: { base: 'nowhere', 'fail-on': 'never' } });
    const reason = 'The input `base` is `nowhere`, which names no commit of this repository.';
    expect([exitCode, said]).toEqual([1, [`error: Not everything could be checked: ${reason}`]]);
    expect(log).toContain(`${reason}\n`);
    expect(report().run).not.toHaveProperty('base');
  });

  test('suggests the safe repairs of what it has found, of its own configuration', async () => {
    await ran({ inputs: { review: 'true' } });
    expect(github.state.reviewComments.map(({ path, body }) => [path, body.includes('enum-duplicate'), body.includes('```suggestion')])).toEqual([
      ['api/shop.yaml', true, true],
    ]);
    github.state.reviewComments.splice(0);
    await ran({ inputs: { review: 'true', config: 'none.yaml' } });
    expect(github.state.reviewComments).toEqual([]);
  });

  test('that is a part writes no comment, and its report says which part it is', async () => {
    await ran({ inputs: { shard: '1/2' } });
    const part = JSON.parse(readFileSync(join(top, 'breakwater-report-1-of-2.json'), 'utf8'));
    expect([part.run.shard.index, part.run.shard.of, comments()]).toEqual([1, 2, []]);
  });

  test('that cannot even begin says why, in one line', async () => {
    expect(await ran({ inputs: { mode: 'SIDEWAYS' } })).toMatchObject({
      exitCode: 1,
      said: ['error: Breakwater could not check anything: the input `mode` is `SIDEWAYS`; allowed are BACKWARD, FORWARD, FULL, NONE.'],
      outputs: {},
    });
    expect((await ran({ env: { GITHUB_REPOSITORY: '' } })).said).toEqual([expect.stringContaining('this program runs as a step of GitHub Actions')]);
  });
});

describe('reports', () => {
  const merge = { merge: join(top, 'breakwater-report.json') };
  const keep = (change: object = {}, changedRun: object = {}) => {
    const { run: origin, ...rest } = report();
    writeFileSync(join(top, 'breakwater-report.json'), JSON.stringify({ ...rest, ...change, run: { ...origin, ...changedRun } }));
  };
  const NOBODY = 'warning: Nothing was written: the reports are not about the pull request whose run has ended, or it has a newer commit by now.';

  test('of this run are folded to one verdict, and told', async () => {
    await ran({ inputs: { comment: 'false' } });
    expect(await ran({ inputs: merge })).toMatchObject({ exitCode: 1, outputs: { verdict: 'breaking', breaking: '1' } });
    expect(comments()).toEqual([expect.stringContaining(`/blob/${repository.pull.mergeSha}/api/shop.yaml#L`)]);
    await ran({ inputs: { comment: 'false', 'fail-on': 'never' } });
    expect((await ran({ inputs: merge })).exitCode).toBe(0);
  });

  test('of another commit are refused', async () => {
    await ran({ inputs: { comment: 'false' } });
    keep({}, { head: 'a'.repeat(40) });
    const said = 'error: Breakwater could not check anything: the reports are about another commit than this run; let each run write and fold its own.';
    expect(await ran({ inputs: merge })).toMatchObject({ exitCode: 1, said: [said] });
    expect(comments()).toEqual([]);
  });

  describe('of the run of a fork', () => {
    const event = () => workflowRunEvent({ repository });
    const eventWith = (change: object): WorkflowEvent => {
      const { payload, ...rest } = event();
      return { ...rest, payload: { ...payload, workflow_run: { ...Object(payload.workflow_run), ...change } } };
    };

    test('are told where they say that they belong, and the telling is green', async () => {
      await ran({ inputs: { comment: 'false' } });
      expect(await ran({ inputs: merge, event: event() })).toMatchObject({ exitCode: 0, said: [], outputs: { verdict: 'breaking' } });
      expect(comments()).toEqual([expect.stringContaining('1 breaking')]);
      keep({ failures: [{ message: 'Nothing is known of it.' }] });
      expect(await ran({ inputs: merge, event: event() })).toMatchObject({
        exitCode: 1,
        said: ['error: Not everything could be checked: Nothing is known of it.'],
      });
    });

    test('are told nowhere, where event, report and GitHub do not all say the same', async () => {
      await ran({ inputs: { comment: 'false' } });
      const wrong = [{ head_sha: 'a'.repeat(40) }, { head_sha: undefined }, { head_repository: null }, { head_repository: { full_name: 'mallory/shop' } }];
      for (const change of wrong) expect(await ran({ inputs: merge, event: eventWith(change) })).toMatchObject({ exitCode: 0, said: [NOBODY] });
      keep({}, { pullRequest: { number: 7, head: 'a'.repeat(40) } });
      expect((await ran({ inputs: merge, event: event() })).said).toEqual([NOBODY]);
      // Both say so, and GitHub does not.
      expect((await ran({ inputs: merge, event: eventWith({ head_sha: 'a'.repeat(40) }) })).said).toEqual([NOBODY]);
      expect(comments()).toEqual([]);
    });

    test('for no pull request have nobody to be told to', async () => {
      await ran({ inputs: { comment: 'false' }, event: plainEvent('schedule', repository, 'refs/heads/main', repository.pull.baseSha) });
      expect((await ran({ inputs: merge, event: event() })).said).toEqual([
        'error: Breakwater could not check anything: the report names no pull request; on `workflow_run` only those of pull requests are told.',
      ]);
    });
  });
});
