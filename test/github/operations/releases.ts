import { notFound, ok, paged } from '../answer.ts';
import type { Call, Handler, World } from '../handler.ts';
import type { JsonObject } from '../json.ts';
import type { Release } from '../state.ts';
import { storedAt } from '../storage.ts';

/** The newest first. "Only users with push access will receive listings for draft releases." */
const list: Handler = ({ query, url, mayPush }, world) => {
  const visible = world.state.releases.filter(({ isDraft }) => mayPush || !isDraft).toReversed();
  const { items, headers } = paged(visible, query, url);
  return ok(
    items.map((one) => toRelease(one, world)),
    { headers },
  );
};

/** "The most recent non-prerelease, non-draft release." */
const latest: Handler = (_call, world) => answer(world, ({ isDraft, isPrerelease }) => !isDraft && !isPrerelease);

/** "A published release with the specified tag." */
const byTag: Handler = ({ path }, world) => answer(world, ({ tag, isDraft }) => !isDraft && tag === path.tag);

/** As bytes, the file is at another host, for whoever has its address: "API clients should handle both a `200` or `302` response". */
const asset: Handler = ({ path, media, mayPush }: Call, world) => {
  const release = world.state.releases.find(({ assets, isDraft }) => (mayPush || !isDraft) && assets.some(({ id }) => String(id) === path.asset_id));
  const found = release?.assets.find(({ id }) => String(id) === path.asset_id);
  if (!release || !found) return notFound;
  if (media !== 'bytes') return ok(toAsset(found, release, world));
  if (world.storage === undefined) return { status: 200, raw: found.bytes, headers: { 'content-type': 'application/octet-stream' } };
  return { status: 302, raw: '', headers: { location: storedAt(world.storage, found.id), 'content-type': 'text/html;charset=utf-8' } };
};

export const releases: Readonly<Record<string, Handler>> = {
  'repos/list-releases': list,
  'repos/get-latest-release': latest,
  'repos/get-release-by-tag': byTag,
  'repos/get-release-asset': asset,
};

function answer(world: World, isMeant: (release: Release) => boolean) {
  const found = world.state.releases.findLast(isMeant);
  return found ? ok(toRelease(found, world)) : notFound;
}

function toRelease(release: Release, world: World): JsonObject {
  const { id, tag, isDraft, isPrerelease, createdAt, assets } = release;
  const { api, html } = world;
  return {
    id,
    url: `${api}/releases/${id}`,
    html_url: `${html}/releases/tag/${encodeURIComponent(tag)}`,
    tag_name: tag,
    name: tag,
    draft: isDraft,
    prerelease: isPrerelease,
    created_at: createdAt,
    published_at: isDraft ? null : createdAt,
    assets: assets.map((one) => toAsset(one, release, world)),
  };
}

function toAsset({ id, name, bytes }: Release['assets'][number], { tag, createdAt }: Release, { api, html }: World): JsonObject {
  return {
    id,
    name,
    label: null,
    state: 'uploaded',
    size: bytes.length,
    url: `${api}/releases/assets/${id}`,
    browser_download_url: `${html}/releases/download/${encodeURIComponent(tag)}/${encodeURIComponent(name)}`,
    content_type: 'application/octet-stream',
    created_at: createdAt,
    updated_at: createdAt,
  };
}
