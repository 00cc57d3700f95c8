import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from '../context.ts';
import { sarifOf } from './sarif-file.ts';
import type { Telling } from './sink.ts';

/** GitHub takes a file at once and reads it later; so often it is asked whether it could. */
const QUESTIONS = 5;
const PAUSE = 1_000;

/** The results for code scanning, as alerts of the commit that was checked out. */
export async function uploadSarif(telling: Telling): Promise<void> {
  const { inputs, context, client } = telling;
  if (!inputs.sarifUpload) return;
  const { owner, repo } = context;
  const sarif = (await promisify(gzip)(sarifOf(telling))).toString('base64');
  const { data } = await client.rest.codeScanning.uploadSarif({ owner, repo, ...placeOf(context), sarif, tool_name: 'Breakwater' });
  const id = data.id ?? '';
  for (let asked = 0; asked < QUESTIONS; asked++) {
    const { data: state } = await client.rest.codeScanning.getSarif({ owner, repo, sarif_id: id });
    if (state.processing_status === 'failed') throw new Error(`GitHub could not read them: ${state.errors?.join('; ') ?? 'no reason given'}`);
    if (state.processing_status === 'complete') return;
    await sleep(PAUSE);
  }
}

/** On `pull_request_target` the event's commit is of the target branch, and not what was checked. */
function placeOf({ event, payload, sha, ref }: Context): { readonly commit_sha: string; readonly ref: string } {
  const { number, head } = payload.pull_request ?? {};
  const isTarget = event === 'pull_request_target' && number !== undefined && head?.sha !== undefined;
  return isTarget ? { commit_sha: head.sha, ref: `refs/pull/${number}/head` } : { commit_sha: sha, ref };
}
