import { notFound, ok, refusal } from '../answer.ts';
import { gitText } from '../git.ts';
import { blobOf, commitOf, entriesOf } from '../git-objects.ts';
import type { Handler } from '../handler.ts';
import { base64Lines } from './contents.ts';

const ref: Handler = async ({ path }, { repository, api }) => {
  const name = `refs/${path.ref ?? ''}`;
  const sha = await gitText(repository.path, ['rev-parse', '--verify', '--quiet', '--end-of-options', name]);
  return sha === undefined ? notFound : ok({ ref: name, url: `${api}/git/${name}`, object: { type: 'commit', sha, url: `${api}/git/commits/${sha}` } });
};

/** "The limit for the tree array is 100,000 entries … when using the recursive parameter"; then `truncated` is true. Any value of `recursive` means yes, even `0` and `false`. */
const tree: Handler = async ({ path, query }, { repository, api, largestTree }) => {
  const name = path.tree_sha ?? '';
  const id = (await commitOf(repository.path, name)) ?? (/^[0-9a-f]{40,64}$/.test(name) ? name : '');
  const sha = await gitText(repository.path, ['rev-parse', '--verify', '--quiet', `${id}^{tree}`]);
  const entries = sha === undefined ? undefined : await entriesOf(repository.path, sha, query.has('recursive'));
  if (sha === undefined || !entries) return notFound;
  const isTruncated = query.has('recursive') && entries.length > largestTree;
  return ok({
    sha,
    url: `${api}/git/trees/${sha}`,
    truncated: isTruncated,
    tree: entries.slice(0, isTruncated ? largestTree : entries.length).map(({ mode, type, sha: own, size, path: name }) => ({
      path: name,
      mode,
      type,
      sha: own,
      size,
      url: `${api}/git/${type === 'tree' ? 'trees' : 'blobs'}/${own}`,
    })),
  });
};

/** "This endpoint supports blobs up to 100 megabytes in size." */
const blob: Handler = async ({ path, media }, { repository, api }) => {
  const sha = path.file_sha ?? '';
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
  const bytes = await blobOf(repository.path, sha);
  if (!bytes) return notFound;
  if (media === 'raw') return { status: 200, raw: bytes, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } };
  return ok({ sha, size: bytes.length, encoding: 'base64', content: base64Lines(bytes), url: `${api}/git/blobs/${sha}` });
};

export const gitData: Readonly<Record<string, Handler>> = { 'git/get-ref': ref, 'git/get-tree': tree, 'git/get-blob': blob };
