import { expect, test } from 'vitest';
import type { Client } from '../src/client.ts';
import { commitId } from '../src/commit-id.ts';

const asked: unknown[] = [];
const answering = (text: string) =>
  ({
    rest: {
      repos: {
        getCommit: async (params: unknown) => {
          asked.push(params);
          return { data: new Blob([text]).stream() };
        },
      },
    },
  }) as unknown as Client;
const place = { owner: 'octo-org', repo: 'shop' };

test.each(['a'.repeat(40), '0123456789abcdef'.repeat(4)])('the id alone is asked for: %s', async (id) => {
  expect(await commitId(answering(id), place, 'tags/v1')).toBe(id);
  expect(asked.at(-1)).toMatchObject({ ...place, ref: 'tags/v1', mediaType: { format: 'sha' } });
});

test.each(['', '<html>', 'a'.repeat(39), 'a'.repeat(65), `${'a'.repeat(40)}\n`, 'A'.repeat(40)])('what is no id is no commit: %j', async (text) => {
  await expect(commitId(answering(text), place, 'main')).rejects.toThrow('GitHub has answered with something else than the id of a commit');
});
