import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkOut, type Workspace } from '../../../../test/github/checkout.ts';
import { plainEvent } from '../../../../test/github/event.ts';
import { type Choosing, startChoosing } from './choosing.ts';

/** What the input `base` may name beside tags and releases: a commit, by whatever name, or a file. */

let world: Choosing;
let clone: Workspace;
beforeAll(async () => {
  world = await startChoosing({ base: { a: '1' }, head: { a: '2' }, mainSince: { b: '1' }, released: { 'v1.0.0': { a: '0' } } });
  const { url, repository } = world.github;
  clone = await checkOut({ remote: `${url}/${repository.fullName}`, sha: repository.pull.headSha, ref: 'refs/heads/feature', depth: 0 });
});
afterEach(() => world.github.heal());
afterAll(async () => {
  await clone.remove();
  await world.end();
});

const pull = () => world.repository.pull;
const base = (name: string, workspace?: string) =>
  world.choose({ event: plainEvent('schedule', world.repository, 'refs/heads/feature', pull().headSha), base: name, ...(workspace && { workspace }) });
const NO_COMMIT = (name: string) => `The input \`base\` is \`${name}\`, which names no commit of this repository`;

describe('a commit', () => {
  test.each(['main', 'heads/main', 'refs/heads/main', 'origin/main', 'refs/remotes/origin/main'])('by its branch, without a clone: %s', async (name) => {
    expect(await base(name)).toMatchObject({ sha: pull().baseSha, said: `${pull().baseSha.slice(0, 7)} (input base: ${name})` });
  });

  test('by its id, in full or short', async () => {
    for (const id of [pull().mergeBaseSha, pull().mergeBaseSha.slice(0, 9)]) expect(await base(id)).toMatchObject({ sha: pull().mergeBaseSha });
  });

  test('as GitHub knows its branch: a clone may be behind', async () => {
    const before = pull().baseSha;
    const now = await world.commit({ ref: 'refs/heads/moving', from: before });
    const late = await checkOut({ remote: `${world.github.url}/${world.repository.fullName}`, sha: now, ref: 'refs/heads/moving', depth: 0 });
    const later = await world.commit({ ref: 'refs/heads/moving', from: now });
    expect(await base('moving', late.path)).toMatchObject({ sha: later });
    await late.remove();
  });

  test.each(['HEAD~1', 'HEAD^', 'feature~1', 'feature^'])('counted from another, by a clone that has it: %s', async (name) => {
    expect(await base(name, clone.path)).toMatchObject({ sha: pull().mergeBaseSha, said: expect.stringContaining(`(input base: ${name})`) });
    expect((await base(name)).said).toBe(`${NO_COMMIT(name)} as it is checked out; a checkout with \`fetch-depth: 0\` has its whole history.`);
  });

  test('of what only the clone has', async () => {
    expect(await base('refs/remotes/origin/main', clone.path)).toMatchObject({ sha: pull().baseSha });
    expect((await base('HEAD@{1}', clone.path)).said).toContain('a checkout with `fetch-depth: 0`');
  });

  test('that nobody knows is said to be so', async () => {
    for (const name of ['no-such-branch', 'origin/no-such-branch', 'other/main', 'xorigin/main', 'f'.repeat(40), 'HEADER'])
      expect((await base(name, clone.path)).said).toBe(`${NO_COMMIT(name)}.`);
  });

  test.each(['a b', 'main\n', 'main~1', 'main^', 'main:a', 'v1.0.0..main', 'main@{u}', '-main'])(
    'is not asked of GitHub by what is no name: %j',
    async (name) => {
      world.asked();
      await base(name);
      expect(world.asked()).toEqual([]);
    },
  );

  test.each([404, 422])('that GitHub says not to have, with %i, may be in the clone', async (status) => {
    world.github.plant({ operation: 'repos/get-commit', status, times: 9 });
    expect(await base('feature', clone.path)).toMatchObject({ sha: pull().headSha });
  });

  test('that GitHub does not tell is no other one', async () => {
    world.github.plant({ operation: 'repos/get-commit', status: 403, times: 9 });
    expect((await base('feature', clone.path)).said).toContain('could not be asked of GitHub: it answered 403.');
  });
});

describe('a file', () => {
  test('of the workspace, however it is named', async () => {
    for (const name of ['released.yaml', 'tag:x.yaml', 'two\nlines.yaml']) {
      writeFileSync(join(world.folder, name), 'a: 1\n');
      const chosen = await base(`file:${name}`);
      expect(chosen).toMatchObject({ file: name, said: `file ${name}` });
      expect('version' in chosen && [await chosen.version.files(), await chosen.version.host.readFile(name)]).toEqual([
        new Map([[name, '']]),
        { text: 'a: 1\n' },
      ]);
    }
  });
});

test('a kind without a name is no kind', async () => {
  for (const name of ['file:', 'tag:', 'release:', 'files:a', 'TAG:v*']) expect((await base(name)).said).toBe(`${NO_COMMIT(name)}.`);
});
