import { readFileSync } from 'node:fs';

/** What the runner tells about the run, from its environment and the event's payload. */
export interface Context {
  readonly workspace: string;
  readonly event: string;
  readonly payload: Payload;
  readonly owner: string;
  readonly repo: string;
  readonly sha: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/…`. */
  readonly ref: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly runUrl: string;
  /** The workflow and the job in it, as `contract/check`; empty outside a job. */
  readonly job: string;
  /** A folder that is thrown away after the job. */
  readonly temp: string;
}

/** The parts of a payload that are read; all of it is untrusted. */
interface Payload {
  readonly pull_request?: {
    readonly number?: number;
    readonly user?: { readonly login?: string } | null;
    readonly base?: { readonly sha?: string; readonly ref?: string; readonly repo?: { readonly full_name?: string } | null };
    readonly head?: { readonly sha?: string; readonly repo?: { readonly full_name?: string } | null };
  };
  readonly merge_group?: { readonly base_sha?: string; readonly head_sha?: string };
  readonly before?: string;
  readonly repository?: { readonly default_branch?: string };
  /** Of the event `workflow_run`: the run that has ended. */
  readonly workflow_run?: { readonly head_sha?: string; readonly head_repository?: { readonly full_name?: string } | null };
}

export function contextOf(env: NodeJS.ProcessEnv): Context {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (owner === '' || repo === '') throw new Error('GITHUB_REPOSITORY is not set: this program runs as a step of GitHub Actions.');
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const { GITHUB_WORKFLOW: workflow = '', GITHUB_JOB: job = '' } = env;
  return {
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    event: env.GITHUB_EVENT_NAME ?? '',
    payload: payloadOf(env.GITHUB_EVENT_PATH),
    owner,
    repo,
    sha: env.GITHUB_SHA ?? '',
    ref: env.GITHUB_REF ?? '',
    serverUrl,
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`,
    job: job === '' ? '' : `${workflow}/${job}`,
    temp: env.RUNNER_TEMP ?? process.cwd(),
  };
}

/** Whether who wrote the head may not write to the repository, as far as the event tells: then it does not say how it is judged. */
export function isFromFork({ event, payload }: Context): boolean {
  if (!event.startsWith('pull_request')) return false;
  const { base, head } = payload.pull_request ?? {};
  // A fork that is gone has no name.
  return event === 'pull_request_target' || head?.repo?.full_name === undefined || head.repo.full_name !== base?.repo?.full_name;
}

/** The commit that people see: of a pull request its own last one, not the merge commit that is checked out. */
export function visibleHead({ payload, sha }: Context): string {
  return payload.pull_request?.head?.sha ?? payload.merge_group?.head_sha ?? sha;
}

/** GitHub gives such a run a token that may only read, whatever its `permissions:` say. */
export function mayOnlyRead(context: Context): boolean {
  return context.event === 'pull_request' && (isFromFork(context) || context.payload.pull_request?.user?.login === 'dependabot[bot]');
}

function payloadOf(path: string | undefined): Payload {
  if (path === undefined) return {};
  const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
  // Every field is optional in the type, and each is checked where it is used.
  return typeof payload === 'object' && payload !== null ? (payload as Payload) : {};
}
