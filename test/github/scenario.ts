import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type CheckoutOptions, checkOut, type Workspace } from './checkout.ts';
import { PROJECT } from './description.ts';
import { pullRequestEvent } from './event.ts';
import type { Files } from './import-commits.ts';
import { type GitHub, type GitHubOptions, startGitHub } from './loopback.ts';
import { buildRepository, type RepositoryOptions, type TestRepository } from './repository.ts';
import { type RunOptions, type RunResult, runAction } from './runner.ts';
import type { Comment } from './state.ts';

/** Two versions of one contract; the later one breaks the first in five places. */
export const BASE = readFileSync(join(PROJECT, 'examples/orders-before.yaml'), 'utf8');
export const HEAD = readFileSync(join(PROJECT, 'examples/orders-after.yaml'), 'utf8');

/** Here it is not rules that are tested. */
const FEW_RULES: Files = { 'breakwater.yaml': 'extends: minimal\n' };

export interface ScenarioOptions extends Omit<RepositoryOptions, 'base' | 'head'>, Omit<GitHubOptions, 'repository'> {
  /** `none` for an empty workspace; else what is checked out, by default GitHub's merge commit, one commit deep. */
  readonly checkout?: 'none' | Partial<CheckoutOptions>;
}

/** What is left out is the event of the pull request, in its checkout, with a token that may write. */
export type Run = Partial<Omit<RunOptions, 'github'>>;

/** A repository with a pull request, a GitHub, and a workspace. */
export interface Scenario {
  readonly repository: TestRepository;
  readonly github: GitHub;
  readonly workspace: Workspace;
  /** Runs the bundle that is committed, as a runner starts it. What no run may do is looked for after each. */
  run(more?: Run): Promise<RunResult>;
  /** Another checkout, of what is named or of the merge commit as it is now. */
  checkOutAgain(options?: Partial<CheckoutOptions>): Promise<void>;
  /** The comments of this tool, of whatever key. */
  ours(): readonly Comment[];
  /** Finds that nothing was asked of GitHub that it does not describe. */
  end(): Promise<void>;
}

export async function startScenario(base: Files, head: Files, options: ScenarioOptions = {}): Promise<Scenario> {
  const { checkout = {}, ...more } = options;
  const repository = await buildRepository({ base: { ...FEW_RULES, ...base }, head, ...more });
  const github = await startGitHub({ repository, ...more });
  const clone = (wanted: Partial<CheckoutOptions>) =>
    checkOut({ remote: `${github.url}/${repository.fullName}`, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge', ...wanted });
  let workspace = checkout === 'none' ? await emptyWorkspace() : await clone(checkout);
  return {
    repository,
    github,
    get workspace() {
      return workspace;
    },
    async run({ token = 'write-token', ...rest } = {}) {
      const result = await runAction({ workspace: workspace.path, event: pullRequestEvent({ repository }), token, github, ...rest });
      expectNoHarm(result, token);
      return result;
    },
    async checkOutAgain(wanted = {}) {
      await workspace.remove();
      workspace = await clone(wanted);
    },
    ours: () => github.state.comments.filter(({ body }) => body.startsWith('<!-- breakwater')),
    async end() {
      await github.close();
      await Promise.all([workspace.remove(), repository.remove()]);
      expect(github.violations).toEqual([]);
    },
  };
}

/** A job without actions/checkout. */
async function emptyWorkspace(): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'workspace-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Text of others became no command, the token no text, and no error a stack. */
function expectNoHarm({ foreignCommands, masks, log, summary, outputs, runnerErrors }: RunResult, token: string): void {
  expect(foreignCommands).toEqual([]);
  expect(masks.filter((mask) => mask !== token)).toEqual([]);
  expect(JSON.stringify([log.replaceAll(`::add-mask::${token}`, ''), summary, outputs])).not.toContain(token);
  expect(log).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(runnerErrors).toEqual([]);
}
