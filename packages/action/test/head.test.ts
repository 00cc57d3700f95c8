import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkOut, type Workspace } from '../../../test/github/checkout.ts';
import { plainEvent, pullRequestEvent, pullRequestTargetEvent, type WorkflowEvent } from '../../../test/github/event.ts';
import { git } from '../../../test/github/git.ts';
import { headOf } from '../src/head.ts';
import { commitVersion } from '../src/version/commit-version.ts';
import { type Choosing, startChoosing } from './base/choosing.ts';

/** What is checked: the checkout, if it is of what the event is about, else what GitHub has. */

let world: Choosing;
let clone: Workspace | undefined;
beforeAll(async () => {
  world = await startChoosing({ base: { 'a.yaml': 'base' }, head: { 'a.yaml': 'head' } });
});
afterEach(async () => {
  await clone?.remove();
  clone = undefined;
});
afterAll(() => world.end());

const pull = () => world.repository.pull;
const event = () => pullRequestEvent({ repository: world.repository });
const target = () => pullRequestTargetEvent({ repository: world.repository });

async function checkedOut(sha: string, ref = 'refs/pull/7/merge'): Promise<string> {
  clone = await checkOut({ remote: `${world.github.url}/${world.repository.fullName}`, sha, ref });
  writeFileSync(join(clone.path, 'a.yaml'), 'made by the job');
  return clone.path;
}

async function head(of: WorkflowEvent, workspace?: string) {
  const version = await headOf(await world.seen({ event: of, ...(workspace !== undefined && { workspace }) }));
  const text = await version.host.readFile('a.yaml');
  const { sha, publicSha, isFar } = version;
  return { sha, publicSha, isFar, text: 'text' in text ? text.text : text.refusal };
}

describe('without a checkout', () => {
  test('is the commit of the event, from GitHub', async () => {
    const { mergeSha, headSha, baseSha } = pull();
    expect(await head(event())).toEqual({ sha: mergeSha, publicSha: mergeSha, isFar: true, text: 'head' });
    expect(await head(plainEvent('schedule', world.repository, 'refs/heads/main', baseSha))).toMatchObject({ sha: baseSha, text: 'base' });
    // Whose own commit is the target branch's.
    expect(await head(target())).toMatchObject({ sha: headSha, text: 'head' });
    expect(await head({ ...event(), payload: {} })).toMatchObject({ sha: mergeSha });
  });
});

describe('with a checkout', () => {
  test('of the merge commit, of the head or of what the event is about, is what is on the disk', async () => {
    const { mergeSha, headSha, baseSha } = pull();
    const text = 'made by the job';
    expect(await head(event(), await checkedOut(mergeSha))).toEqual({ sha: mergeSha, publicSha: mergeSha, isFar: false, text });
    await clone?.remove();
    expect(await head(event(), await checkedOut(headSha))).toEqual({ sha: headSha, publicSha: headSha, isFar: false, text });
    expect(await head(target(), clone?.path)).toEqual({ sha: headSha, publicSha: headSha, isFar: false, text });
    await clone?.remove();
    const push = plainEvent('schedule', world.repository, 'refs/heads/main', baseSha);
    expect(await head(push, await checkedOut(baseSha, 'refs/heads/main'))).toEqual({ sha: baseSha, publicSha: baseSha, isFar: false, text });
  });

  test('with a commit of the job on top is that, and GitHub is told of the commit that it has', async () => {
    const path = await checkedOut(pull().headSha);
    await git(path, ['-c', 'user.name=Job', '-c', 'user.email=job@example.com', 'commit', '--quiet', '--all', '-m', 'Generated']);
    const sha = (await git(path, ['rev-parse', 'HEAD'])).toString('utf8').trim();
    const expected = { sha, publicSha: pull().headSha, isFar: false, text: 'made by the job' };
    expect(await head(target(), path)).toEqual(expected);
    expect(await head(event(), path)).toEqual({ ...expected, publicSha: pull().mergeSha });
  });

  test('of anything else is not looked at: the target branch compared with itself would be green', async () => {
    const { headSha, baseSha } = pull();
    expect(await head(target(), await checkedOut(baseSha, 'refs/heads/main'))).toEqual({ sha: headSha, publicSha: headSha, isFar: true, text: 'head' });
  });

  test('is of the commit of the run, where the event names no other', async () => {
    const { baseSha } = pull();
    const path = await checkedOut(baseSha, 'refs/heads/main');
    expect(await head({ ...target(), payload: {} }, path)).toMatchObject({ sha: baseSha, isFar: false, text: 'made by the job' });
  });

  test('of another repository beside or above the workspace is none', async () => {
    const path = await checkedOut(pull().mergeSha);
    mkdirSync(join(path, 'folder'));
    expect(await head(event(), join(path, 'folder'))).toMatchObject({ isFar: true, text: 'head' });
  });

  test('that the workspace is a link to is the checkout', async () => {
    const link = join(world.folder, 'link');
    symlinkSync(await checkedOut(pull().mergeSha), link);
    expect(await head(event(), link)).toMatchObject({ isFar: false, text: 'made by the job' });
  });
});

test('a commit is read from the clone that has it, else from GitHub', async () => {
  const { mergeSha, baseSha } = pull();
  const repository = await world.seen({ event: event(), workspace: await checkedOut(mergeSha) });
  const versions = await Promise.all([mergeSha, baseSha].map((sha) => commitVersion(repository, sha)));
  expect(versions.map(({ isFar }) => isFar)).toEqual([false, true]);
  expect(await Promise.all(versions.map(({ host }) => host.readFile('a.yaml')))).toEqual([{ text: 'head' }, { text: 'base' }]);
});
