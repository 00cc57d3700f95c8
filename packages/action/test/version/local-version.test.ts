import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOES_NOT_EXIST, memoryHost } from '@breakwater/core';
import { blobId } from '@breakwater/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOut, type Workspace } from '../../../../test/github/checkout.ts';
import { git } from '../../../../test/github/git.ts';
import { diskVersion, gitVersion } from '../../src/version/local-version.ts';
import type { Version } from '../../src/version/version.ts';
import { type Choosing, startChoosing } from '../base/choosing.ts';

/** A checkout as a job has left it, and the commits of a clone. */

const FILES = { 'a.yaml': 'a: 1\n', 'left/out.yaml': 'out: 1\n', 'gone.yaml': 'gone: 1\n', 'notes.txt': 'x', '.gitignore': 'made/\n' };

let world: Choosing;
let clone: Workspace;
beforeAll(async () => {
  world = await startChoosing({ base: FILES, head: { 'a.yaml': 'a: 2\n' } });
  const { baseSha: sha } = world.repository.pull;
  clone = await checkOut({ remote: `${world.github.url}/${world.repository.fullName}`, sha, ref: 'refs/heads/main' });
});
afterAll(async () => {
  await clone.remove();
  await world.end();
});

const commit = (elsewhere = memoryHost({})) => gitVersion(clone.path, world.repository.pull.baseSha, elsewhere);
const idsOf = async (version: Version) => {
  const files = await version.files();
  return 'refusal' in files ? files.refusal : Object.fromEntries([...files].sort());
};
const id = (text: string) => blobId(Buffer.from(text));
const COMMITTED = { 'a.yaml': id('a: 1\n'), 'gone.yaml': id('gone: 1\n'), 'left/out.yaml': id('out: 1\n') };

describe('a commit of a clone', () => {
  test('has its YAML and JSON files, by what git calls them, and reads them', async () => {
    const version = commit();
    expect(await idsOf(version)).toEqual(COMMITTED);
    expect([await version.host.readFile('a.yaml'), await version.host.readFile('b.yaml')]).toEqual([{ text: 'a: 1\n' }, DOES_NOT_EXIST]);
    expect(await version.matching('*.{yaml,txt}')).toEqual(['a.yaml', 'gone.yaml']);
    const { sha, publicSha, isFar } = version;
    expect([sha, publicSha, isFar]).toEqual([world.repository.pull.baseSha, world.repository.pull.baseSha, false]);
  });

  test('reads elsewhere what the clone has left out', async () => {
    const { path, remove } = await partialClone();
    const elsewhere = memoryHost({ 'a.yaml': 'from elsewhere' });
    const version = gitVersion(path, world.repository.pull.baseSha, elsewhere);
    expect(await version.host.readFile('a.yaml')).toEqual({ text: 'from elsewhere' });
    expect(await commit(elsewhere).host.readFile('a.yaml')).toEqual({ text: 'a: 1\n' });
    await remove();
  });

  test('that git does not have cannot be listed, and matches nothing', async () => {
    const version = gitVersion(clone.path, 'f'.repeat(40), memoryHost({}));
    expect([await version.files(), await version.matching('**')]).toEqual([{ refusal: 'cannot be listed by git' }, []]);
  });
});

describe('a checkout', () => {
  let version: Version;
  beforeAll(() => {
    const write = (name: string, text: string) => writeFileSync(join(clone.path, name), text);
    write('a.yaml', 'a: changed\n');
    write('new.json', '{}');
    for (const folder of ['made', 'node_modules', 'deep/node_modules']) mkdirSync(join(clone.path, folder), { recursive: true });
    for (const name of ['made/of-it.yaml', 'node_modules/m.yaml', 'deep/node_modules/m.yaml']) write(name, 'made: 1\n');
    symlinkSync('a.yaml', join(clone.path, 'link.yaml'));
    rmSync(join(clone.path, 'left'), { recursive: true });
    version = diskVersion(clone.path, commit(), 'p'.repeat(40));
  });

  test('is of its commit, and shown by another if GitHub does not have that', () => {
    const { sha, publicSha, isFar } = version;
    expect([sha, publicSha, isFar]).toEqual([world.repository.pull.baseSha, 'p'.repeat(40), false]);
  });

  test('is what is on the disk; what is not there has been left out, and is read from the commit', async () => {
    const read = (uri: string) => version.host.readFile(uri);
    expect(await read('a.yaml')).toEqual({ text: 'a: changed\n' });
    expect(await read('left/out.yaml')).toEqual({ text: 'out: 1\n' });
    expect(await read('nowhere.yaml')).toBe(DOES_NOT_EXIST);
    // Of a text file the commit is not asked.
    expect(await read('left/notes.txt')).toBe(DOES_NOT_EXIST);
  });

  test('has the files of both, each as it is now, without links and what is ignored', async () => {
    const { 'deep/node_modules/m.yaml': deep, 'node_modules/m.yaml': top, ...files } = Object(await idsOf(version));
    expect(files).toEqual({ ...COMMITTED, 'a.yaml': id('a: changed\n'), 'new.json': id('{}') });
    expect([deep, top]).toEqual([id('made: 1\n'), id('made: 1\n')]);
  });

  test('a pattern names what is ignored too, but no dependencies', async () => {
    expect(await version.matching('made/*.yaml')).toEqual(['made/of-it.yaml']);
    expect(await version.matching('left/*.yaml')).toEqual(['left/out.yaml']);
    expect(await version.matching('*.{json,yaml}')).toEqual(['a.yaml', 'gone.yaml', 'link.yaml', 'new.json']);
  });
});

test('a checkout of SHA-256 ids calls its files by such', async () => {
  const committed = { ...commit(), sha: 'a'.repeat(64), files: async () => new Map() };
  expect(await idsOf(diskVersion(clone.path, committed, ''))).toMatchObject({ 'new.json': blobId(Buffer.from('{}'), 'sha256') });
});

async function partialClone(): Promise<Workspace> {
  const { path, pull } = world.repository;
  await git(path, ['config', 'uploadpack.allowFilter', 'true']);
  const place = await checkOut({ remote: path, sha: pull.headSha, ref: 'refs/heads/feature' });
  const partial = `${place.path}/partial`;
  await git(place.path, ['clone', '--quiet', '--no-checkout', '--filter=blob:none', `file://${path}`, partial]);
  return { path: partial, remove: place.remove };
}
