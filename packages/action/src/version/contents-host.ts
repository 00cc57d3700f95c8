import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import { decodeText, isTooLarge, type ReadLimits, refusalOfPath, tooLarge } from '@breakwater/node';
import type { Client } from '../client.ts';
import { commitId } from '../commit-id.ts';
import type { Context } from '../context.ts';
import { statusOf } from '../status-of.ts';
import { once } from './once.ts';

/** The files of a commit by GitHub's contents API, raw: no checkout and no history is needed, up to 100 MB a file. */
export function contentsHost(client: Client, context: Context, ref: string, limits: ReadLimits): Host {
  const { owner, repo } = context;
  // GitHub says 404 also of what a token may not see, and of a commit that is not there: then nothing is known of the file.
  const isReadable = once(() =>
    commitId(client, context, ref).then(
      () => true,
      () => false,
    ),
  );
  return {
    async readFile(uri): Promise<FileText> {
      if (uri.startsWith('/') || uri.split('/').includes('..')) return { refusal: 'is outside the workspace' };
      const refusal = refusalOfPath(uri);
      if (refusal !== undefined) return { refusal };
      try {
        return await readRaw(client, { owner, repo, path: uri, ref }, limits);
      } catch (error) {
        if (statusOf(error) !== 404) return { refusal: `could not be read from GitHub (${statusOf(error) ?? 'no answer'})` };
        return (await isReadable()) ? DOES_NOT_EXIST : { refusal: `could not be read from GitHub: it shows no commit ${ref.slice(0, 7)} to this token` };
      }
    },
  };
}

async function readRaw(client: Client, place: { owner: string; repo: string; path: string; ref: string }, limits: ReadLimits): Promise<FileText> {
  // Unparsed: read as text by the client, a byte order mark would go and broken text would look whole.
  const answer = await client.rest.repos.getContent({ ...place, mediaType: { format: 'raw' }, request: { parseSuccessResponseBody: false } });
  // A folder has no raw form: it comes as JSON.
  if (!/\braw\b/.test(answer.headers['content-type'] ?? '')) return { refusal: 'is not a file' };
  // What is not parsed is the body of the answer, whatever the type of the JSON answer says.
  const bytes = await new Response(answer.data as unknown as ReadableStream).bytes();
  return isTooLarge(bytes.length, limits) ? tooLarge(limits) : decodeText(bytes);
}
