import { posix } from 'node:path';
import { type Answer, notFound, ok, refusal } from '../answer.ts';
import { blobOf, commitOf, entriesOf, entryAt, SYMLINK, type TreeEntry } from '../git-objects.ts';
import type { Call, Handler, Media, World } from '../handler.ts';
import type { Json, JsonObject } from '../json.ts';

const MEGABYTE = 1024 * 1024;
/** "This API has an upper limit of 1,000 files for a directory." */
const MAX_ENTRIES = 1000;
const OBJECT = 'application/vnd.github.object';

/** Everything of one request for contents that does not change on the way down. */
interface Place {
  readonly commit: string;
  readonly ref: string;
  readonly media: Media;
  readonly world: World;
}

const get: Handler = async ({ path: parameters, query, media }: Call, world) => {
  const ref = query.get('ref') || 'main';
  const commit = await commitOf(world.repository.path, ref);
  if (commit === undefined) return refusal(404, `No commit found for the ref ${ref}`);
  const path = (parameters.path ?? '').replaceAll(/^\/+|\/+$/g, '');
  const place = { commit, ref, media, world };
  if (path === '') return answerFolder('', '', place);
  const entry = await entryAt(world.repository.path, commit, path);
  if (!entry) return notFound;
  if (entry.type === 'tree') return answerFolder(path, entry.sha, place);
  if (entry.type === 'commit') {
    return answerEntry(entry, { type: 'submodule', submodule_git_url: 'https://example.com/submodule.git' }, place, 'response-if-content-is-a-submodule');
  }
  return entry.mode === SYMLINK ? answerLink(entry, place) : answerFile(entry, entry, place);
};

export const contents: Readonly<Record<string, Handler>> = { 'repos/get-content': get };

async function answerFolder(path: string, sha: string, place: Place): Promise<Answer> {
  const { commit, media, world } = place;
  const entries = (await entriesOf(world.repository.path, path === '' ? commit : `${commit}:${path}`, false)) ?? [];
  const items = entries.slice(0, MAX_ENTRIES).map((entry) => toItem({ ...entry, path: posix.join(path, entry.path) }, place));
  if (media !== 'object') return ok(items, { example: 'response-if-content-is-a-directory' });
  const folder: TreeEntry = { mode: '040000', type: 'tree', sha: sha || commit, size: undefined, path };
  return ok({ ...toItem(folder, place), entries: items }, { mediaType: OBJECT, example: 'response-if-content-is-a-directory-github-object' });
}

/** "If the content is a symlink and the symlink's target is a normal file …, then the API responds with the content of the file." */
async function answerLink(link: TreeEntry, place: Place): Promise<Answer> {
  const folder = place.world.repository.path;
  const target = (await blobOf(folder, link.sha))?.toString('utf8') ?? '';
  const path = posix.join(posix.dirname(link.path), target);
  const found = target.startsWith('/') || path.startsWith('..') ? undefined : await entryAt(folder, place.commit, path);
  if (found?.type === 'blob' && found.mode !== SYMLINK) return answerFile(link, found, place);
  return answerEntry(link, { type: 'symlink', target }, place, 'response-if-content-is-a-symlink');
}

/** 1 MB: everything; up to 100 MB: only `raw`, and `object` without content; more: nothing. */
async function answerFile(shown: TreeEntry, file: TreeEntry, place: Place): Promise<Answer> {
  const bytes = (await blobOf(place.world.repository.path, file.sha)) ?? Buffer.alloc(0);
  const { media } = place;
  const isLarge = bytes.length > MEGABYTE;
  if (bytes.length > 100 * MEGABYTE || (isLarge && media !== 'raw' && media !== 'object')) {
    const message = 'This API returns blobs up to 1 MB in size. The requested blob is too large to fetch via the API.';
    return refusal(403, message, { errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }] });
  }
  if (media === 'raw') return { status: 200, raw: bytes, headers: { 'content-type': 'application/vnd.github.raw; charset=utf-8' } };
  const content = isLarge ? { encoding: 'none', content: '' } : { encoding: 'base64', content: base64Lines(bytes) };
  return answerEntry({ ...shown, sha: file.sha, size: bytes.length }, { type: 'file', ...content }, place, 'response-if-content-is-a-file');
}

function answerEntry(entry: TreeEntry, more: JsonObject, place: Place, example: string): Answer {
  const state: Json = { ...toItem(entry, place), ...more };
  return place.media === 'object' ? ok(state, { mediaType: OBJECT, example: `${example}-github-object` }) : ok(state, { example });
}

/** In a list a submodule is called a `file`, "for backwards compatibility purposes". */
function toItem({ type, mode, sha, size, path }: TreeEntry, { ref, world: { api, html } }: Place): JsonObject {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const self = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${api}/git/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`;
  const page = `${html}/${type === 'tree' ? 'tree' : 'blob'}/${encodeURIComponent(ref)}/${encoded}`;
  return {
    type: type === 'tree' ? 'dir' : mode === SYMLINK ? 'symlink' : 'file',
    name: posix.basename(path),
    path,
    sha,
    size: size ?? 0,
    url: self,
    git_url: git,
    html_url: page,
    download_url: type === 'blob' ? `${html}/raw/${encodeURIComponent(ref)}/${encoded}` : null,
    _links: { self, git, html: page },
  };
}

/** GitHub breaks base64 into lines of 60 characters. */
export function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{1,60}/g, '$&\n');
}
