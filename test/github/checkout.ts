import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git } from './git.ts';

export interface CheckoutOptions {
  /** Where the repository is: an address of the loopback GitHub, or a folder. */
  readonly remote: string;
  readonly sha: string;
  /** `refs/pull/7/merge` or `refs/heads/main`. */
  readonly ref: string;
  /** `fetch-depth` of actions/checkout; 1 when left out, 0 for the whole history. */
  readonly depth?: number;
  /** Kept in `.git/config`, as actions/checkout does with `persist-credentials`. */
  readonly token?: string;
}

export interface Workspace {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A clone as actions/checkout leaves it: one commit deep, HEAD detached at `refs/remotes/pull/N/merge` for a pull
 * request, or on the branch for a push (actions/checkout, src/git-source-provider.ts and src/ref-helper.ts).
 */
export async function checkOut(options: CheckoutOptions): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'workspace-'));
  const remove = () => rm(path, { recursive: true, force: true });
  try {
    await fill(path, options);
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

async function fill(path: string, { remote, sha, ref, depth = 1, token }: CheckoutOptions): Promise<void> {
  await git(path, ['init', '--quiet']);
  await git(path, ['remote', 'add', 'origin', remote.includes('://') ? remote : `file://${remote}`]);
  await git(path, ['config', '--local', 'gc.auto', '0']);
  if (token !== undefined && remote.startsWith('http')) {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    await git(path, ['config', '--local', `http.${new URL(remote).origin}/.extraheader`, `AUTHORIZATION: basic ${basic}`]);
  }
  const here = ref.startsWith('refs/pull/') ? ref.replace('refs/', 'refs/remotes/') : ref.replace('refs/heads/', 'refs/remotes/origin/');
  const shallow = depth > 0 ? [`--depth=${depth}`] : [];
  const one = `+${sha}:${here}`;
  const wanted = depth > 0 ? [one] : ['+refs/heads/*:refs/remotes/origin/*', ...(ref.startsWith('refs/heads/') ? [] : [one])];
  await git(path, ['-c', 'protocol.version=2', 'fetch', '--quiet', '--no-tags', '--prune', ...shallow, 'origin', ...wanted]);
  const branch = ref.startsWith('refs/heads/') ? ['-B', ref.slice('refs/heads/'.length)] : [];
  await git(path, ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', ...branch, here]);
}
