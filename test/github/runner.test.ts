import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkOut, type Workspace } from './checkout.ts';
import { mergeGroupEvent, pullRequestEvent, pullRequestTargetEvent, pushEvent, type WorkflowEvent } from './event.ts';
import { type GitHub, startGitHub } from './loopback.ts';
import { buildRepository, type TestRepository } from './repository.ts';
import { RUNTIME_TOKEN, type RunResult, runAction } from './runner.ts';

const ACTION = `
name: A throw-away action
inputs:
  token: { default: '\${{ github.token }}' }
  fail-on: { default: breaking }
  two words: { required: false }
runs: { using: node24, main: main.mjs }
`;

let folder: string;
let repository: TestRepository;
let github: GitHub;
let workspace: Workspace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'action-'));
  await writeFile(join(folder, 'action.yml'), ACTION);
  repository = await buildRepository({ base: { a: '1' }, head: { a: '2' } });
  github = await startGitHub({ repository });
  workspace = await checkOut({ remote: `${github.url}/octo-org/shop`, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge' });
});

afterAll(async () => {
  await github.close();
  await Promise.all([repository.remove(), workspace.remove(), rm(folder, { recursive: true, force: true })]);
});

afterEach(() => {
  expect(github.violations).toEqual([]);
});

/** Runs the lines of a script as the action. */
async function run(
  script: string,
  more: { event?: WorkflowEvent; inputs?: Record<string, string>; token?: string; timeout?: number } = {},
): Promise<RunResult> {
  const main = join(folder, 'main.mjs');
  await writeFile(main, script);
  return runAction({
    action: join(folder, 'action.yml'),
    workspace: workspace.path,
    event: pullRequestEvent({ repository }),
    token: 'write-token',
    github,
    ...more,
  });
}

test('an action finds what a runner gives, and nothing of this machine', async () => {
  const { log, exitCode } = await run('console.log(JSON.stringify({ ...process.env, version: process.version, cwd: process.cwd() }))', {
    inputs: { 'two words': 'x' },
  });
  expect(exitCode).toBe(0);
  const environment = JSON.parse(log) as Record<string, string>;
  expect(environment).toMatchObject({
    INPUT_TOKEN: 'write-token',
    'INPUT_FAIL-ON': 'breaking',
    INPUT_TWO_WORDS: 'x',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_SHA: repository.pull.mergeSha,
    GITHUB_BASE_REF: 'main',
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    version: expect.stringMatching(/^v24\./),
    cwd: workspace.path,
  });
  const ours = Object.keys(environment).filter((name) => !/^(INPUT|GITHUB|RUNNER|ACTIONS)_/.test(name));
  expect(ours.toSorted()).toEqual(['CI', 'HOME', 'PATH', 'cwd', 'version']);
  expect(environment.RUNNER_DEBUG).toBeUndefined();
});

test('outputs, summary, annotations and the exit code come back', async () => {
  const result = await run(`
    import { appendFileSync } from 'node:fs';
    appendFileSync(process.env.GITHUB_OUTPUT, 'breaking=1\\nreport<<E\\ntwo\\nlines\\nE\\n');
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Summary');
    console.log('::error file=a,line=1,endLine=1,col=2,endColumn=3,title=t::message');
    process.exitCode = 1;`);
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { breaking: '1', report: 'two\nlines' },
    summary: '# Summary',
    annotations: [{ level: 'error', message: 'message', title: 't', file: 'a', startLine: 1, endLine: 1, startColumn: 2, endColumn: 3, isShown: true }],
    foreignCommands: [],
    runnerErrors: [],
  });
});

test('somebody else’s text that became a command is seen, on stderr and inside a line too', async () => {
  const result = await run(`
    console.error('the title is x ##[add-mask]hello');
    console.log('x\\r::set-output name=breaking::0');`);
  expect(result.masks).toEqual(['hello']);
  expect(result.foreignCommands).toEqual([{ name: 'set-output', properties: { name: 'breaking' }, data: '0' }]);
});

test('an action talks to GitHub: pages, a refusal for a fork, trouble', async () => {
  for (let number = 1; number <= 31; number++) github.state.addComment(7, `comment ${number}`);
  github.plant({ operation: 'pulls/get', status: 502, body: '<html>' });
  const { log } = await run(
    `
    const api = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY;
    const headers = { authorization: 'Bearer ' + process.env.INPUT_TOKEN };
    const first = await fetch(api + '/issues/7/comments', { headers });
    const [, next] = /<([^>]*)>; rel="next"/.exec(first.headers.get('link'));
    const second = await fetch(next, { headers });
    const created = await fetch(api + '/issues/7/comments', { method: 'POST', headers, body: '{"body":"x"}' });
    const broken = await fetch(api + '/pulls/7', { headers });
    console.log(JSON.stringify([(await first.json()).length, (await second.json()).length, created.status, (await created.json()).message, broken.status]));`,
    { token: 'fork-token' },
  );
  expect(JSON.parse(log)).toEqual([30, 1, 403, 'Resource not accessible by integration', 502]);
});

test('an action that hangs is killed with everything that it started', async () => {
  // The child holds the same stdout: the run would not end while it lives.
  const { exitCode, isTimedOut } = await run(
    `
    import { spawn } from 'node:child_process';
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    setInterval(() => {}, 1000);`,
    { timeout: 1500 },
  );
  expect([exitCode, isTimedOut]).toEqual([null, true]);
});

test('an input that the action does not name is a mistake of the test', async () => {
  await expect(run('', { inputs: { tokn: 'x' } })).rejects.toThrow("Unexpected input(s) 'tokn'");
});

test('each event tells what GitHub tells', () => {
  const { baseSha, mergeSha, headSha } = repository.pull;
  expect(pullRequestTargetEvent({ repository })).toMatchObject({
    ref: 'refs/heads/main',
    sha: baseSha,
    payload: { pull_request: { head: { sha: headSha } } },
  });
  expect(pushEvent(repository)).toMatchObject({ name: 'push', ref: 'refs/heads/main', payload: { before: baseSha, after: mergeSha } });
  expect(mergeGroupEvent(repository)).toMatchObject({ payload: { merge_group: { base_sha: baseSha, head_sha: mergeSha } } });
});
