import { setTimeout as sleep } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { statusOf } from './status-of.ts';

/** GitHub's API, which may be slow, away or busy. */
export type Client = ReturnType<typeof getOctokit>;

/** So long an answer may take, and so long all that never came may have been waited for: a GitHub that hangs must not hang the check. */
const ONE_ANSWER = 15_000;
const NO_ANSWERS = 60_000;
/** Longer than this nobody waits for a limit to pass. */
const LONGEST_PAUSE = 10_000;

export function clientFor(token: string, apiUrl: string): Client {
  const client = getOctokit(token, { baseUrl: apiUrl });
  let left = NO_ANSWERS;
  client.hook.wrap('request', async (request, options) => {
    const ask = async () => {
      if (left <= 0) throw new Error('GitHub has taken too long to answer');
      const started = Date.now();
      // Whoever asks for a page of a list hands on the options of the page before.
      options.request = { ...options.request, signal: AbortSignal.timeout(Math.min(ONE_ANSWER, left)) };
      try {
        return understood(await request(options), options.mediaType?.format);
      } catch (error) {
        left -= Date.now() - started;
        throw honest(error);
      }
    };
    try {
      return await ask();
    } catch (error) {
      const pause = pauseAfter(error, options.method);
      if (pause === undefined) throw error;
      await sleep(pause);
      return ask();
    }
  });
  return client;
}

/** A page of a proxy, or half an answer, comes as text: taken for a list it would be an empty one. */
function understood<Answer extends { readonly status: number; readonly data: unknown }>(answer: Answer, format: string | undefined): Answer {
  if (answer.status !== 204 && typeof answer.data === 'string' && format !== 'raw') throw new Error('GitHub answered with something that is not JSON');
  return answer;
}

/** Whoever asks for the pages of a list takes 409 for an empty one (octokit/plugin-paginate-rest, iterator.ts). */
function honest(error: unknown): unknown {
  return statusOf(error) === 409 && error instanceof Error ? new Error(error.message) : error;
}

/** After how long it is worth asking once more. What was made by a request whose answer is lost must not be made twice. */
function pauseAfter(error: unknown, method: string): number | undefined {
  const status = statusOf(error);
  const wanted = retryAfter(error);
  if ((status === 403 || status === 429) && wanted !== undefined) return wanted <= LONGEST_PAUSE ? wanted : undefined;
  // What was answered and is not understood has no status; what was lost on the way has one that is no answer's.
  const isLost = status === undefined && error instanceof Error && 'status' in error;
  return (isLost || (status !== undefined && status >= 500)) && method !== 'POST' ? 1_000 : undefined;
}

/** Milliseconds. */
function retryAfter(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  // The error of a request carries its answer; nothing of its type is exported.
  const response = error.response as { readonly headers?: Readonly<Record<string, unknown>> } | undefined;
  const seconds = Number(response?.headers?.['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}
