import type { Json, JsonObject } from './json.ts';
import type { TestRepository } from './repository.ts';

/** What started the workflow, as the runner hands it to a step. */
export interface WorkflowEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string;
  /** The file at `GITHUB_EVENT_PATH`. */
  readonly payload: JsonObject;
  readonly ref: string;
  readonly sha: string;
  /** Only for pull requests; the runner sets the variables to nothing otherwise. */
  readonly baseRef?: string;
  readonly headRef?: string;
}

export interface PullRequestEventOptions {
  readonly repository: TestRepository;
  readonly action?: string;
  /** In the payload. A re-run replays the old payload, so they may differ from the labels GitHub has now. */
  readonly labels?: readonly string[];
}

/** `pull_request`: the ref is the merge commit's. `base.sha` is where the branch left `main`, however far that moved since. */
export function pullRequestEvent({ repository, action = 'synchronize', labels = [] }: PullRequestEventOptions): WorkflowEvent {
  const { number, branch, headRepository, headSha, mergeSha, mergeBaseSha } = repository.pull;
  const side = (ref: string, sha: string, fullName: string): Json => ({
    ref,
    sha,
    label: `${fullName.split('/')[0] ?? ''}:${ref}`,
    repo: { ...toRepository(fullName), fork: fullName !== repository.fullName },
  });
  return {
    name: 'pull_request',
    ref: `refs/pull/${number}/merge`,
    sha: mergeSha,
    baseRef: 'main',
    headRef: branch,
    payload: {
      action,
      number,
      repository: toRepository(repository.fullName),
      sender: { login: 'octocat', type: 'User' },
      pull_request: {
        number,
        state: 'open',
        title: 'A change',
        merge_commit_sha: mergeSha,
        labels: labels.map((name) => ({ name })),
        user: { login: 'octocat', type: 'User' },
        base: side('main', mergeBaseSha, repository.fullName),
        head: side(branch, headSha, headRepository),
      },
    },
  };
}

/** `pull_request_target`: ref and SHA are always the default branch's (github.blog changelog, 2025-11-07). */
export function pullRequestTargetEvent(options: PullRequestEventOptions): WorkflowEvent {
  const event = pullRequestEvent(options);
  return { ...event, name: 'pull_request_target', ref: 'refs/heads/main', sha: options.repository.pull.baseSha };
}

/** A push; what is left out is that of `main` when the pull request is merged. A new branch or tag has all zeros before it. */
export function pushEvent(
  repository: TestRepository,
  { before = repository.pull.baseSha, after = repository.pull.mergeSha, ref = 'refs/heads/main' }: { before?: string; after?: string; ref?: string } = {},
): WorkflowEvent {
  return {
    name: 'push',
    ref,
    sha: after,
    payload: { ref, before, after, repository: toRepository(repository.fullName), sender: { login: 'octocat', type: 'User' } },
  };
}

/** `workflow_dispatch` and `schedule`: a ref, its commit, and no word of what was before. */
export function plainEvent(name: 'workflow_dispatch' | 'schedule', repository: TestRepository, ref: string, sha: string): WorkflowEvent {
  return { name, ref, sha, payload: { ref, repository: toRepository(repository.fullName), sender: { login: 'octocat', type: 'User' } } };
}

/** `merge_group`: SHAs of the group, no `pull_request`, no base branch in the environment. */
export function mergeGroupEvent(repository: TestRepository): WorkflowEvent {
  const { number, baseSha, mergeSha } = repository.pull;
  const ref = `refs/heads/gh-readonly-queue/main/pr-${number}-${baseSha}`;
  return {
    name: 'merge_group',
    ref,
    sha: mergeSha,
    payload: {
      action: 'checks_requested',
      merge_group: { head_sha: mergeSha, head_ref: ref, base_sha: baseSha, base_ref: 'refs/heads/main' },
      repository: toRepository(repository.fullName),
      sender: { login: 'octocat', type: 'User' },
    },
  };
}

/** `workflow_run`: a run for a pull request has ended; ref and SHA are the default branch's, and a fork's pull request is not named. */
export function workflowRunEvent({ repository }: Pick<PullRequestEventOptions, 'repository'>): WorkflowEvent {
  const { branch, headRepository, headSha, baseSha } = repository.pull;
  return {
    name: 'workflow_run',
    ref: 'refs/heads/main',
    sha: baseSha,
    payload: {
      action: 'completed',
      repository: toRepository(repository.fullName),
      sender: { login: 'octocat', type: 'User' },
      workflow_run: {
        id: 1_658_821_493,
        event: 'pull_request',
        conclusion: 'failure',
        head_branch: branch,
        head_sha: headSha,
        head_repository: toRepository(headRepository),
        pull_requests: [],
      },
    },
  };
}

function toRepository(fullName: string): JsonObject {
  const [login = '', name = ''] = fullName.split('/');
  return { name, full_name: fullName, default_branch: 'main', private: false, owner: { login } };
}
