import { notFound, ok, paged } from '../answer.ts';
import { changedFiles } from '../git-diff.ts';
import type { Handler, World } from '../handler.ts';
import type { JsonObject } from '../json.ts';
import { toChangedFile } from './changed-file.ts';
import { toLabel } from './labels.ts';

/** "Responses include a maximum of 3000 files." */
const MAX_FILES = 3000;

const get: Handler = ({ path }, world) => {
  const { pull } = world.repository;
  return Number(path.pull_number) === pull.number ? ok(toPullRequest(world)) : notFound;
};

/** The difference to the merge base ("three dots"), as on the page "Files changed". */
const files: Handler = async ({ path, query, url }, world) => {
  const { pull, path: folder } = world.repository;
  if (Number(path.pull_number) !== pull.number) return notFound;
  const all = await changedFiles(folder, pull.mergeBaseSha, pull.headSha);
  const { items, headers } = paged(all.slice(0, MAX_FILES), query, url);
  return ok(
    items.map((file) => toChangedFile(file, pull.headSha, world)),
    { headers },
  );
};

export const pulls: Readonly<Record<string, Handler>> = { 'pulls/get': get, 'pulls/list-files': files };

/** `base.sha` is stale on purpose: GitHub sets it when the branch is pushed, not when `main` moves on. */
function toPullRequest(world: World): JsonObject {
  const { state, repository, api, html } = world;
  const { number, branch, headRepository, headSha, mergeBaseSha, mergeSha } = repository.pull;
  return {
    number,
    state: 'open',
    title: 'A change',
    url: `${api}/pulls/${number}`,
    html_url: `${html}/pull/${number}`,
    merge_commit_sha: mergeSha,
    mergeable: true,
    merged: false,
    draft: false,
    user: { login: 'octocat' },
    requested_reviewers: [],
    // GitHub's example of a team does not fit GitHub's own schema.
    requested_teams: [],
    labels: (state.labels.get(number) ?? []).map((name) => toLabel(name, world)),
    base: { ref: 'main', sha: mergeBaseSha, label: `${ownerOf(repository.fullName)}:main`, repo: toRepository(repository.fullName) },
    head: { ref: branch, sha: headSha, label: `${ownerOf(headRepository)}:${branch}`, repo: toRepository(headRepository) },
  };
}

function ownerOf(fullName: string): string {
  return fullName.split('/')[0] ?? '';
}

function toRepository(fullName: string): JsonObject {
  const [login = '', name = ''] = fullName.split('/');
  return { name, full_name: fullName, owner: { login } };
}
