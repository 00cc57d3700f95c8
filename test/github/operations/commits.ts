import { type Answer, notFound, ok, pageOf, refusal } from '../answer.ts';
import { git } from '../git.ts';
import { changedFiles, diffText } from '../git-diff.ts';
import { type CommitFacts, commitOf, commitsOf, mergeBaseOf } from '../git-objects.ts';
import type { Handler, World } from '../handler.ts';
import type { JsonObject } from '../json.ts';
import { toChangedFile } from './changed-file.ts';

/** The tree without anything: what a first commit is compared with. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
/** "The list of changed files … includes up to 300 changed files for the entire comparison." */
const MAX_FILES = 300;
const DIFF = 'application/vnd.github.diff';

const get: Handler = async ({ path, media }, world) => {
  const folder = world.repository.path;
  const name = path.ref ?? '';
  const sha = await commitOf(folder, name);
  if (sha === undefined) return refusal(422, `No commit found for SHA: ${name}`);
  const [commit] = await commitsOf(folder, ['-1', sha]);
  if (!commit) return notFound;
  const before = commit.parents[0] ?? EMPTY_TREE;
  if (media === 'sha') return { status: 200, raw: sha, mediaType: 'application/vnd.github.sha' };
  if (media === 'diff' || media === 'patch') return asText(await diffText(folder, before, sha));
  const files = await changedFiles(folder, before, sha);
  return ok({ ...toCommit(commit, world), files: files.map((file) => toChangedFile(file, sha, world)) });
};

/** `base...head`, each a branch, a tag, a SHA, or `owner:branch`; merge base, commits in chronological order, files. */
const compare: Handler = async ({ path, query, media }, world) => {
  const folder = world.repository.path;
  const [baseName = '', headName] = (path.basehead ?? '').split('...');
  if (headName === undefined) return notFound;
  const [base, head] = [await commitIn(baseName, world), await commitIn(headName, world)];
  const mergeBase = base && head ? await mergeBaseOf(folder, base, head) : undefined;
  if (!base || !head) return notFound;
  if (!mergeBase) return refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  if (media === 'diff' || media === 'patch') return asText(await diffText(folder, mergeBase, head));
  const facts = async (sha: string) => (await commitsOf(folder, ['-1', sha])).map((one) => toCommit(one, world))[0] ?? {};
  const ahead = (await commitsOf(folder, [`${base}..${head}`])).toReversed();
  const behind = await commitsOf(folder, [`${head}..${base}`]);
  const { page, perPage } = query.has('page') || query.has('per_page') ? pageOf(query) : { page: 1, perPage: 250 };
  const files = page === 1 ? await changedFiles(folder, mergeBase, head) : [];
  return ok({
    url: `${world.api}/compare/${base}...${head}`,
    html_url: `${world.html}/compare/${base}...${head}`,
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    base_commit: await facts(base),
    merge_base_commit: await facts(mergeBase),
    commits: ahead.slice((page - 1) * perPage, page * perPage).map((one) => toCommit(one, world)),
    files: files.slice(0, MAX_FILES).map((file) => toChangedFile(file, head, world)),
  });
};

export const commits: Readonly<Record<string, Handler>> = { 'repos/get-commit': get, 'repos/compare-commits-with-basehead': compare };

/** A fork's branch is found under the pull request: the loopback keeps one repository for the whole network. */
async function commitIn(name: string, { repository }: World): Promise<string | undefined> {
  const [owner, branch] = name.includes(':') ? name.split(':') : [undefined, name];
  const { number, branch: head, headRepository } = repository.pull;
  const isHead = owner === headRepository.split('/')[0] && branch === head;
  return commitOf(repository.path, isHead ? `refs/pull/${number}/head` : (branch ?? ''));
}

function asText(raw: Buffer): Answer {
  return { status: 200, raw, mediaType: DIFF };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

function toCommit({ sha, tree, parents, author, email, date, message }: CommitFacts, { api, html }: World): JsonObject {
  const person = { name: author, email, date };
  return {
    sha,
    url: `${api}/commits/${sha}`,
    html_url: `${html}/commit/${sha}`,
    commit: { message, author: person, committer: person, tree: { sha: tree, url: `${api}/git/trees/${tree}` } },
    parents: parents.map((parent) => ({ sha: parent, url: `${api}/commits/${parent}`, html_url: `${html}/commit/${parent}` })),
  };
}

/** Is there such a commit? Check runs and code scanning refuse any other. */
export async function hasCommit(sha: string, { repository }: World): Promise<boolean> {
  return git(repository.path, ['cat-file', '-e', `${sha}^{commit}`]).then(
    () => true,
    () => false,
  );
}
