import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadLimits } from '@breakwater/node';
import { expect } from 'vitest';
import type { WorkflowEvent } from '../../../../test/github/event.ts';
import { git } from '../../../../test/github/git.ts';
import { type Commit, importCommits } from '../../../../test/github/import-commits.ts';
import { type GitHub, type GitHubOptions, startGitHub } from '../../../../test/github/loopback.ts';
import { buildRepository, type RepositoryOptions, type TestRepository } from '../../../../test/github/repository.ts';
import { type Base, baseOf } from '../../src/base/base.ts';
import { clientFor } from '../../src/client.ts';
import { contextOf } from '../../src/context.ts';
import { type Repository, repositoryOf } from '../../src/repository.ts';
import { githubVersion } from '../../src/version/github-version.ts';
import type { Version } from '../../src/version/version.ts';

interface Question {
  readonly event: WorkflowEvent;
  /** The input; nothing when left out. */
  readonly base?: string;
  /** What is checked; the commit of the event, as GitHub has it, when left out. */
  readonly head?: string | Version;
  /** The folder of the checkout; an empty one when left out. */
  readonly workspace?: string;
  /** One that may write, when left out. */
  readonly token?: string;
  readonly limits?: ReadLimits | undefined;
}

/** A repository behind a GitHub, of which only the base of a check is asked. */
export interface Choosing {
  readonly repository: TestRepository;
  readonly github: GitHub;
  /** An empty folder. */
  readonly folder: string;
  /** The base, with what a person reads: how it was chosen, or why there is none. */
  choose(question: Question): Promise<Base & { readonly said: string }>;
  /** As the Action sees it in a run. */
  seen(question: Pick<Question, 'event' | 'workspace' | 'token' | 'limits'>): Promise<Repository>;
  /** A further commit, and its id. */
  commit(commit: Pick<Commit, 'ref'> & Partial<Commit>): Promise<string>;
  /** What was asked of GitHub since this was last called. */
  asked(): readonly string[];
  /** Finds that no request was wrong, or for more than is read. */
  end(): Promise<void>;
}

export async function startChoosing(files: RepositoryOptions, options: Omit<GitHubOptions, 'repository'> = {}): Promise<Choosing> {
  const repository = await buildRepository(files);
  const github = await startGitHub({ repository, ...options });
  const top = await mkdtemp(join(tmpdir(), 'choosing-'));
  const folder = join(top, 'workspace');
  await mkdir(folder);
  let known = 0;
  const seen: Choosing['seen'] = ({ event, workspace = folder, token = 'write-token', limits }) => {
    const payload = join(top, 'event.json');
    writeFileSync(payload, JSON.stringify(event.payload));
    const context = contextOf({
      ...{ GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: repository.fullName, GITHUB_API_URL: github.apiUrl },
      ...{ GITHUB_EVENT_NAME: event.name, GITHUB_EVENT_PATH: payload, GITHUB_SHA: event.sha, GITHUB_REF: event.ref },
    });
    return repositoryOf(clientFor(token, github.apiUrl), context, limits);
  };
  return {
    repository,
    github,
    folder,
    seen,
    async choose({ base = '', head, ...question }) {
      const place = await seen(question);
      const version = typeof head === 'object' ? head : githubVersion(place, head ?? question.event.sha);
      const chosen = await baseOf({ base }, place, version);
      return { ...chosen, said: 'refusal' in chosen ? chosen.refusal : chosen.label };
    },
    async commit(commit) {
      await importCommits(repository.path, [{ message: 'Another', files: {}, ...commit }]);
      return (await git(repository.path, ['rev-parse', commit.ref])).toString('utf8').trim();
    },
    asked() {
      const names = github.requests.slice(known).map(({ operation = '' }) => operation);
      known = github.requests.length;
      return names;
    },
    async end() {
      await github.close();
      await Promise.all([repository.remove(), rm(top, { recursive: true, force: true })]);
      // A commit and a comparison come with up to three hundred files and their patches, which nobody reads: of a commit only its id is wanted, or one file beside its parents.
      const light = new Map([
        ['repos/get-commit', /\.sha\?$|per_page=1$/],
        ['repos/compare-commits-with-basehead', /per_page=1&page=2$/],
      ]);
      const asked = github.requests.map(({ operation = '', query, headers }) => [light.get(operation), `${headers.accept}?${query}`] as const);
      expect(asked.filter(([wanted, how]) => wanted?.test(how) === false)).toEqual([]);
      expect(github.violations).toEqual([]);
    },
  };
}
