import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputVariables, readAction } from './action-metadata.ts';
import { type Annotation, annotationsOf } from './annotation.ts';
import { parseCommandFile, readSummary } from './command-file.ts';
import { PROJECT } from './description.ts';
import type { WorkflowEvent } from './event.ts';
import type { GitHub } from './loopback.ts';
import { parseLog, type WorkflowCommand } from './workflow-command.ts';

export interface RunOptions {
  /** The script to run; `runs.main` of the action when left out. */
  readonly bundle?: string;
  /** The `action.yml` that names the inputs; the project's own when left out. */
  readonly action?: string;
  /** The folder of the checkout. */
  readonly workspace: string;
  readonly event: WorkflowEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What `${{ github.token }}` stands for in the inputs. It is in no other variable. */
  readonly token: string;
  readonly github: GitHub;
  /** Variables over those of the runner, such as `GITHUB_JOB`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until the whole process group is killed; one minute when left out. */
  readonly timeout?: number;
}

export interface RunResult {
  /** `null` when it was killed. */
  readonly exitCode: number | null;
  readonly isTimedOut: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** What is left in the folder `RUNNER_TEMP`, by name: a further step could upload it. */
  readonly files: Readonly<Record<string, string>>;
  /** stdout and stderr as they came. Nothing is masked: a token in here is a token leaked. */
  readonly log: string;
  /** Commands that no step of ours has reason to give: somebody else's text became one. */
  readonly foreignCommands: readonly WorkflowCommand[];
  /** The data of every `add-mask`, in order. */
  readonly masks: readonly string[];
  /** What the runner itself complains of after the step: a malformed output file, a summary too long. */
  readonly runnerErrors: readonly string[];
}

const OWN_COMMANDS = new Set(['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask']);

/** In every step's environment; it opens the artifacts and caches of the run, so it is no child's or plugin's business. */
export const RUNTIME_TOKEN = 'runtime-token-of-the-runner';

/** Runs a JavaScript action in a child process, on Node 24, with the environment of a runner and nothing else. */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    const environment = await prepare(folder, options);
    const { main } = await actionOf(options);
    const { exitCode, isTimedOut, log } = await runScript(options.bundle ?? main, environment, options);
    const file = parseCommandFile(await readFile(join(folder, 'output'), 'utf8'));
    const summary = readSummary(await readFile(join(folder, 'summary')));
    const commands = parseLog(log);
    return {
      exitCode,
      isTimedOut,
      outputs: file.values,
      summary: summary.text,
      files: await filesIn(join(folder, 'temp')),
      annotations: annotationsOf(commands),
      log,
      foreignCommands: commands.filter(({ name }) => !OWN_COMMANDS.has(name)),
      masks: commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data),
      runnerErrors: [file.error, summary.error].filter((error) => error !== undefined),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])));
}

function actionOf({ action = join(PROJECT, 'action.yml') }: RunOptions): ReturnType<typeof readAction> {
  return readAction(action);
}

/** The files and variables of a step (docs.github.com, "Variables reference", default environment variables). */
async function prepare(folder: string, options: RunOptions): Promise<Readonly<Record<string, string>>> {
  const { event, github, workspace, inputs = {}, token } = options;
  const file = (name: string) => join(folder, name);
  await Promise.all([
    mkdir(file('home')),
    mkdir(file('temp')),
    writeFile(file('event.json'), JSON.stringify(event.payload)),
    ...['output', 'summary', 'state', 'env', 'path'].map((name) => writeFile(file(name), '')),
  ]);
  return {
    ...inputVariables(await actionOf(options), inputs, token),
    ...contextOf(event, github),
    PATH: process.env.PATH ?? '',
    HOME: file('home'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_TEMP: file('temp'),
    ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
    ...options.env,
  };
}

function contextOf({ name, ref, sha, baseRef = '', headRef = '' }: WorkflowEvent, github: GitHub): Readonly<Record<string, string>> {
  const { fullName } = github.repository;
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: sha,
    GITHUB_BASE_REF: baseRef,
    GITHUB_HEAD_REF: headRef,
    GITHUB_REPOSITORY: fullName,
    GITHUB_REPOSITORY_OWNER: fullName.split('/')[0] ?? '',
    GITHUB_SERVER_URL: github.url,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'contract',
    GITHUB_JOB: 'check',
    GITHUB_ACTION: '__self',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
  };
}

/** The step runs in the workspace, and leads a process group of its own: nothing that it started outlives it. */
async function runScript(
  script: string,
  env: Readonly<Record<string, string>>,
  { workspace, timeout = 60_000 }: RunOptions,
): Promise<Pick<RunResult, 'exitCode' | 'isTimedOut' | 'log'>> {
  const node = join(PROJECT, 'node_modules/.bin/node');
  const child = spawn(node, [script], { cwd: workspace, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = collectLines([child.stdout, child.stderr]);
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.on('error', reject).on('close', resolve);
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    killGroup(child.pid);
  }, timeout);
  try {
    return { exitCode: await promise, isTimedOut, log: log() };
  } finally {
    clearTimeout(timer);
    killGroup(child.pid);
  }
}

/** Lines of both streams in the order of their arrival; the runner too reads each stream by lines. */
function collectLines(streams: readonly NodeJS.ReadableStream[]): () => string {
  const lines: string[] = [];
  const rests = streams.map(() => '');
  streams.forEach((stream, index) => {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      const parts = `${rests[index]}${chunk}`.split('\n');
      rests[index] = parts.pop() ?? '';
      lines.push(...parts);
    });
  });
  return () => [...lines, ...rests.filter((rest) => rest !== '')].join('\n');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group has ended by itself.
  }
}
