import { memoryHost } from '@breakwater/core';
import { decodeText, MAX_FILE_SIZE } from '@breakwater/node';
import type { Client } from '../client.ts';
import type { Repository } from '../repository.ts';
import { statusOf } from '../status-of.ts';
import type { Base, Chosen } from './base.ts';

/** `latest` or a tag, and if it ends in the name of a contract, the asset of that name; else the commit that was released. */
export async function baseByRelease(wanted: string, repository: Repository): Promise<Base | Chosen> {
  const [, name = wanted, asset] = /^(.+)\/([^/]+\.(?:ya?ml|json))$/i.exec(wanted) ?? [];
  const release = await releaseOf(name, repository);
  if (!release) return { refusal: `There is no release \`${name}\` to compare with.` };
  const { owner, repo } = repository.context;
  if (asset === undefined) {
    const { data } = await repository.client.rest.repos.getCommit({ owner, repo, ref: release.tag_name });
    return { sha: data.sha, how: `release ${release.tag_name}` };
  }
  const found = release.assets.find((one) => one.name === asset);
  if (!found) return { refusal: `The release \`${release.tag_name}\` has no asset \`${asset}\`.` };
  if (found.size > MAX_FILE_SIZE) return { refusal: `The asset \`${asset}\` is larger than ${MAX_FILE_SIZE / 1_000_000} MB.` };
  const text = decodeText(await download(repository, found.id));
  if ('refusal' in text) return { refusal: `The asset \`${asset}\` ${text.refusal}.` };
  const files = async () => new Map([[asset, '']]);
  return { version: { host: memoryHost({ [asset]: text.text }), files }, file: asset, label: `release ${release.tag_name}, asset ${asset}` };
}

type Release = Awaited<ReturnType<Client['rest']['repos']['getLatestRelease']>>['data'];

async function releaseOf(name: string, { client, context: { owner, repo } }: Repository): Promise<Release | undefined> {
  if (name === 'latest') return latest(client, { owner, repo });
  for await (const { data } of client.paginate.iterator(client.rest.repos.listReleases, { owner, repo, per_page: 100 })) {
    const found = data.find((release) => release.tag_name === name && !release.draft);
    if (found) return found;
  }
  return undefined;
}

async function latest(client: Client, place: { owner: string; repo: string }): Promise<Release | undefined> {
  try {
    return (await client.rest.repos.getLatestRelease(place)).data;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function download({ client, context: { owner, repo } }: Repository, asset_id: number): Promise<Uint8Array> {
  const headers = { accept: 'application/octet-stream' };
  const { data } = await client.rest.repos.getReleaseAsset({ owner, repo, asset_id, headers, request: { parseSuccessResponseBody: false } });
  // What is asked for as bytes is the body of the answer, whatever the type of the JSON answer says.
  return new Response(data as unknown as ReadableStream).bytes();
}
