import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GitHub, startGitHub } from './loopback.ts';
import { buildRepository, type TestRepository } from './repository.ts';

let repository: TestRepository;
let github: GitHub;

beforeEach(async () => {
  repository = await buildRepository({ base: { a: '1' }, head: { a: '2' } });
  github = await startGitHub({ repository });
});

afterEach(async () => {
  await github.close();
  await repository.remove();
  expect(github.violations).toEqual([]);
});

test('trouble is answered as planted, as often as planted', async () => {
  github.plant({ operation: 'issues/list-comments', skip: 1, times: 2, status: 503, headers: { 'retry-after': '1' }, body: '<html>' });
  const answers = [await comments(), await comments(), await comments(), await comments()];
  expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
  expect(answers[1]?.headers.get('retry-after')).toBe('1');
  expect(await answers[1]?.text()).toBe('<html>');
});

test('the answer of what was done may be lost', async () => {
  github.plant({ operation: '*', reset: 'after' });
  await expect(comments('{"body":"one"}')).rejects.toThrow('fetch failed');
  expect(github.state.comments).toMatchObject([{ body: 'one' }]);
});

test('the connection may break before anything is done', async () => {
  github.plant({ operation: '*', reset: 'before' });
  await expect(comments('{"body":"one"}')).rejects.toThrow('fetch failed');
  expect(github.state.comments).toEqual([]);
});

test('an answer may be delayed beyond the end of the server', async () => {
  github.plant({ operation: '*', delay: 1_000_000 });
  await expect(comments(undefined, AbortSignal.timeout(50))).rejects.toThrow('timeout');
});

/** Lists the comments, or writes one. */
function comments(body?: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${github.apiUrl}/repos/octo-org/shop/issues/7/comments`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: 'Bearer write-token' },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  });
}
