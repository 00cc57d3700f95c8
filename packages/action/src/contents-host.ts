import { DOES_NOT_EXIST, type FileText, type Host } from '@breakwater/core';
import type { Client } from './client.ts';
import type { Context } from './context.ts';
import { statusOf } from './status-of.ts';

/** The files of a commit by GitHub's contents API, raw: no checkout and no history is needed, up to 100 MB a file. */
export function contentsHost(octokit: Client, { owner, repo }: Context, ref: string): Host {
  let known: Promise<boolean> | undefined;
  // GitHub says 404 also of what a token may not see, and of a commit that is not there: then nothing is known of the file.
  const isReadable = () =>
    (known ??= octokit.rest.repos.getCommit({ owner, repo, ref }).then(
      () => true,
      () => false,
    ));
  return {
    async readFile(uri): Promise<FileText> {
      if (!/\.(ya?ml|json)$/i.test(uri) || uri.startsWith('..') || uri.startsWith('/')) return { refusal: 'is not a YAML or JSON file inside the repository' };
      try {
        const { data } = await octokit.rest.repos.getContent({ owner, repo, path: uri, ref, mediaType: { format: 'raw' } });
        // With the raw media type the answer is the text, whatever the type of the JSON answer says.
        const text: unknown = data;
        return typeof text === 'string' ? { text } : { refusal: 'is not a file' };
      } catch (error) {
        if (statusOf(error) === 404)
          return (await isReadable()) ? DOES_NOT_EXIST : { refusal: `could not be read from GitHub: it shows no commit ${ref.slice(0, 7)} to this token` };
        return { refusal: `could not be read from GitHub (${statusOf(error) ?? 'no answer'})` };
      }
    },
  };
}
