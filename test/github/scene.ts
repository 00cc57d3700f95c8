import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkOut, type Workspace } from './checkout.ts';
import { PROJECT } from './description.ts';
import { pullRequestEvent } from './event.ts';
import { type GitHub, startGitHub } from './loopback.ts';
import { buildRepository, type RepositoryOptions, type TestRepository } from './repository.ts';
import { type RunOptions, type RunResult, runAction } from './runner.ts';

/** Two versions of a contract, between which five changes break. */
export const BASE = readFileSync(join(PROJECT, 'examples/orders-before.yaml'), 'utf8');
export const HEAD = readFileSync(join(PROJECT, 'examples/orders-after.yaml'), 'utf8');

type Files = RepositoryOptions['base'];
/** Where it is not rules that are tested. */
const FEW_RULES: Files = { 'breakwater.yaml': 'extends: minimal\n' };

export interface Scene {
  readonly repository: TestRepository;
  readonly github: GitHub;
  readonly workspace: Workspace;
  /** The bundle that is committed, on the event of the pull request unless another one is given. */
  run(more?: Partial<RunOptions>): Promise<RunResult>;
  /** Ends it, and finds that nothing was asked of GitHub that it does not describe. */
  close(): Promise<void>;
}

/** A repository with a pull request, a GitHub that serves it, and a checkout of its merge commit. */
export async function openScene(options: RepositoryOptions & { readonly depth?: number }): Promise<Scene> {
  const { depth, base, head, ...more } = options;
  const repository = await buildRepository({ base: { ...FEW_RULES, ...base }, head, ...more });
  const github = await startGitHub({ repository });
  const remote = `${github.url}/${repository.fullName}`;
  const workspace = await checkOut({ remote, sha: repository.pull.mergeSha, ref: 'refs/pull/7/merge', ...(depth !== undefined && { depth }) });
  return {
    repository,
    github,
    workspace,
    async run(given = {}) {
      const token = given.token ?? 'write-token';
      const result = await runAction({ workspace: workspace.path, event: pullRequestEvent({ repository }), token, github, ...given });
      expectOwnWords(result, token);
      return result;
    },
    async close() {
      await github.close();
      await Promise.all([workspace.remove(), repository.remove()]);
      expect(github.violations).toEqual([]);
    },
  };
}

/** Whatever is checked: no text of others became a command, no stack trace, no token, and the runner has nothing to complain of. */
function expectOwnWords(result: RunResult, token: string): void {
  expect(result.foreignCommands).toEqual([]);
  expect(result.masks.filter((mask) => mask !== token)).toEqual([]);
  expect(result.log).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(JSON.stringify([result.log.replaceAll(`::add-mask::${token}`, ''), result.summary, result.outputs])).not.toContain(token);
  expect(result.runnerErrors).toEqual([]);
}
