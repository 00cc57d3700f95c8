import { memoryHost } from '@breakwater/core';
import { decodeText, isTooLarge, tooLarge } from '@breakwater/node';
import type { Client } from '../client.ts';
import { commitId } from '../commit-id.ts';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import type { Base, Chosen } from './base.ts';

/** `latest` or a tag, and if it ends in the name of a contract, the asset of that name; else the commit that was released. */
export async function baseByRelease(wanted: string, repository: Repository): Promise<Base | Chosen> {
  const [, name = wanted, asset] = /^(.+)\/([^/]+\.(?:ya?ml|json))$/i.exec(wanted) ?? [];
  const release = await releaseOf(name, repository);
  if (!release) return { refusal: noneOf(name) };
  if (asset === undefined) {
    // A branch of the same name would win.
    return { sha: await commitId(repository.client, repository.context, `tags/${release.tag_name}`), how: `release ${release.tag_name}` };
  }
  const found = release.assets.find((one) => one.name === asset);
  if (!found) return { refusal: `The release \`${release.tag_name}\` has no asset \`${asset}\`; ${assetsOf(release)}.` };
  if (isTooLarge(found.size, repository.limits)) return { refusal: `The asset \`${asset}\` ${tooLarge(repository.limits).refusal}.` };
  const text = decodeText(await download(repository, found.id));
  if ('refusal' in text) return { refusal: `The asset \`${asset}\` ${text.refusal}.` };
  const files = async () => new Map([[asset, '']]);
  return { version: { host: memoryHost({ [asset]: text.text }), files }, file: asset, label: `release ${release.tag_name}, asset ${asset}` };
}

type Release = Awaited<ReturnType<Client['rest']['repos']['getLatestRelease']>>['data'];

/** Of drafts nobody is told whose token cannot push, and nothing has been released with one. */
async function releaseOf(name: string, { client, context: { owner, repo } }: Repository): Promise<Release | undefined> {
  const { repos } = client.rest;
  try {
    return (name === 'latest' ? await repos.getLatestRelease({ owner, repo }) : await repos.getReleaseByTag({ owner, repo, tag: name })).data;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

function noneOf(name: string): string {
  return name === 'latest'
    ? 'There is no release to compare with: drafts and previews are not the latest one. Name one by its tag, as in `release:v1.0.0-rc.1`.'
    : `There is no published release of the tag \`${name}\` to compare with.`;
}

/** More names than this are no help. */
const MAX_NAMES = 5;

function assetsOf({ assets }: Release): string {
  if (assets.length === 0) return 'it has none at all';
  const names = assets.slice(0, MAX_NAMES).map(({ name }) => `\`${name}\``);
  return `it has ${names.join(', ')}${assets.length > MAX_NAMES ? ` and ${assets.length - MAX_NAMES} more` : ''}`;
}

async function download({ client, context: { owner, repo } }: Repository, asset_id: number): Promise<Uint8Array> {
  const headers = { accept: 'application/octet-stream' };
  const { data } = await client.rest.repos.getReleaseAsset({ owner, repo, asset_id, headers, request: { parseSuccessResponseBody: false } });
  // What is asked for as bytes is the body of the answer, whatever the type of the JSON answer says.
  return new Response(data as unknown as ReadableStream).bytes();
}
