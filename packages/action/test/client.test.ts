import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../test/github/fault.ts';
import { type GitHub, startGitHub } from '../../../test/github/loopback.ts';
import { buildRepository } from '../../../test/github/repository.ts';
import { clientFor } from '../src/client.ts';
import { statusOf } from '../src/status-of.ts';

/** What is asked again, what is not, and what an answer is taken for. */

let github: GitHub;
beforeAll(async () => {
  github = await startGitHub({ repository: await buildRepository({ base: { a: '1' }, head: { a: '2' } }) });
});
afterEach(() => {
  github.heal();
  github.state.comments.splice(0);
});
afterAll(async () => {
  await github.close();
  await github.repository.remove();
});

const PLACE = { owner: 'octo-org', repo: 'shop' };
const client = () => clientFor('write-token', github.apiUrl);

/** How often GitHub was asked, and what came of it: a status, `fine`, or the words of what is no answer. */
async function outcome(ask: () => Promise<unknown>): Promise<readonly [number, number | string]> {
  const before = github.requests.length;
  const result = await ask().then(
    () => 'fine',
    (error: unknown) => statusOf(error) ?? (error instanceof Error ? error.message : ''),
  );
  return [github.requests.length - before, result];
}

const get = (fault: Omit<Fault, 'operation'>) => {
  github.plant({ operation: 'repos/get', ...fault });
  return outcome(() => client().rest.repos.get(PLACE));
};
const post = (fault: Omit<Fault, 'operation'>) => {
  github.plant({ operation: 'issues/create-comment', ...fault });
  return outcome(() => client().rest.issues.createComment({ ...PLACE, issue_number: 7, body: 'x' }));
};
const after = (seconds: string) => ({ headers: { 'retry-after': seconds } });

describe('a question', () => {
  test('is asked once more where the answer was lost, or GitHub is in trouble', async () => {
    expect(await get({ reset: 'before' })).toEqual([2, 'fine']);
    expect(await get({ status: 500 })).toEqual([2, 'fine']);
    expect(await get({ status: 502, times: 2 })).toEqual([2, 502]);
  });

  test('is not asked again where the answer would be the same', async () => {
    for (const status of [400, 401, 403, 404, 422, 429]) expect(await get({ status })).toEqual([1, status]);
    expect(await get({ status: 404, ...after('0') })).toEqual([1, 404]);
  });

  test('is asked again after a limit, if that passes soon', async () => {
    for (const status of [403, 429]) expect(await get({ status, ...after('0') })).toEqual([2, 'fine']);
    for (const seconds of ['11', '-1', 'soon', 'Infinity']) expect(await get({ status: 429, ...after(seconds) })).toEqual([1, 429]);
  });
});

describe('what makes something', () => {
  test('is not made twice: its answer may be what was lost', async () => {
    expect(await post({ reset: 'after' })).toEqual([1, expect.any(String)]);
    expect(github.state.comments).toHaveLength(1);
    expect(await post({ status: 502 })).toEqual([1, 502]);
  });

  test('is made after a limit: then it was refused', async () => {
    expect(await post({ status: 403, ...after('0') })).toEqual([2, 'fine']);
    expect(github.state.comments).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  test('is not taken for an empty one: a page of a proxy', async () => {
    expect(await get({ status: 200, body: '<html>' })).toEqual([1, 'GitHub answered with something that is not JSON']);
  });

  test('may be text where text was asked for, and may be empty where nothing is told', async () => {
    github.plant({ operation: 'repos/get-content', status: 200, body: 'text' });
    expect(await outcome(() => client().rest.repos.getContent({ ...PLACE, path: 'a', mediaType: { format: 'raw' } }))).toEqual([1, 'fine']);
    const { id } = github.state.addComment(7, 'x');
    github.plant({ operation: 'issues/delete-comment', status: 204, body: '' });
    expect(await outcome(() => client().rest.issues.deleteComment({ ...PLACE, comment_id: id }))).toEqual([1, 'fine']);
  });

  test('is no empty list: a conflict on one of its pages', async () => {
    github.plant({ operation: 'issues/list-comments', status: 409 });
    expect(await outcome(() => client().paginate(client().rest.issues.listComments, { ...PLACE, issue_number: 7 }))).toEqual([1, expect.any(String)]);
  });
});
