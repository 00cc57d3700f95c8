import { DOES_NOT_EXIST } from '@breakwater/core';
import type { ReadLimits } from '@breakwater/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainEvent } from '../../../../test/github/event.ts';
import { git } from '../../../../test/github/git.ts';
import { githubVersion } from '../../src/version/github-version.ts';
import type { Version } from '../../src/version/version.ts';
import { type Choosing, startChoosing } from '../base/choosing.ts';

/** A commit without a checkout: what it has, what it has not, and what is not known of it. */

const FILES = {
  'a.yaml': 'a: ä\n',
  'deep/er/b.json': '{}',
  'deep/c.yml': 'c: 1',
  'folder.yaml/d.yaml': 'd: 1',
  'notes.txt': 'x',
  'broken.yaml': Buffer.from([0x61, 0xff]),
  'marked.json': Buffer.from('\uFEFF{}'),
  'link.yaml': { symlink: 'a.yaml' },
} as const;
const YAML_AND_JSON = ['a.yaml', 'broken.yaml', 'deep/c.yml', 'deep/er/b.json', 'folder.yaml/d.yaml', 'marked.json'];

let world: Choosing;
beforeAll(async () => {
  world = await startChoosing({ base: FILES, head: { 'a.yaml': 'later' } });
});
afterEach(() => world.github.heal());
afterAll(() => world.end());

async function version(sha = world.repository.pull.baseSha, of = world, limits: ReadLimits = {}): Promise<Version> {
  const place = await of.seen({ event: plainEvent('schedule', of.repository, 'refs/heads/main', sha), limits });
  return githubVersion(place, sha);
}

describe('a file', () => {
  const read = async (uri: string) => (await version()).host.readFile(uri);

  test('is its text, byte order mark and all, up to the size of any contract', async () => {
    expect(await read('a.yaml')).toEqual({ text: 'a: ä\n' });
    expect(await read('deep/er/b.json')).toEqual({ text: '{}' });
    const headers = { 'content-type': 'application/vnd.github.raw; charset=utf-8' };
    const sized = async (size: number, limits?: ReadLimits) => {
      world.github.plant({ operation: 'repos/get-content', status: 200, headers, body: 'a'.repeat(size) });
      return (await version(undefined, undefined, limits)).host.readFile('a.yaml');
    };
    expect(await sized(20_000_000)).toEqual({ text: 'a'.repeat(20_000_000) });
    expect(await sized(20_000_001)).toEqual({ refusal: expect.stringContaining('20') });
    expect(await sized(20_000_001, { maxFileSize: 20_000_001 })).toHaveProperty('text');
    expect(await read('marked.json')).toEqual({ text: expect.stringMatching(/^\uFEFF?\{\}$/) });
  });

  test('that is none, is no text, or may not be read is said to be so', async () => {
    expect(await read('folder.yaml')).toEqual({ refusal: 'is not a file' });
    expect(await read('broken.yaml')).toEqual({ refusal: expect.any(String) });
    for (const uri of ['/a.yaml', '../a.yaml', 'deep/../../a.yaml']) expect(await read(uri)).toEqual({ refusal: 'is outside the workspace' });
    world.asked();
    expect([await read('a\0.yaml'), world.asked()]).toEqual([{ refusal: expect.any(String) }, []]);
  });

  test('that is not there is not there, if the commit is', async () => {
    expect(await read('gone.yaml')).toBe(DOES_NOT_EXIST);
    const unknown = await version('f'.repeat(40));
    world.asked();
    for (const uri of ['a.yaml', 'b.yaml'])
      expect(await unknown.host.readFile(uri)).toEqual({ refusal: 'could not be read from GitHub: it shows no commit fffffff to this token' });
    // Whether it is there is asked once.
    expect(world.asked().filter((name) => name === 'repos/get-commit')).toHaveLength(1);
  });

  test('that GitHub does not give is not taken for one that is not there', async () => {
    world.github.plant({ operation: 'repos/get-content', status: 403, times: 9 });
    expect(await read('a.yaml')).toEqual({ refusal: 'could not be read from GitHub (403)' });
    world.github.heal();
    world.github.plant({ operation: 'repos/get-content', reset: 'before', times: 9 });
    expect(await read('a.yaml')).toEqual({ refusal: 'could not be read from GitHub (no answer)' });
  });

  test('is asked for once', async () => {
    const { host } = await version();
    world.asked();
    for (let i = 0; i < 3; i++) await host.readFile('a.yaml');
    expect(world.asked()).toEqual(['repos/get-content']);
  });
});

describe('the files', () => {
  test('are the YAML and JSON files of all folders, with the ids that git has, without links', async () => {
    const { path, pull } = world.repository;
    const files = await (await version()).files();
    expect(files instanceof Map && [...files.keys()].toSorted()).toEqual(YAML_AND_JSON);
    const id = (await git(path, ['rev-parse', `${pull.baseSha}:deep/c.yml`])).toString('utf8').trim();
    expect(files instanceof Map && files.get('deep/c.yml')).toBe(id);
  });

  test('are asked for once, and found by patterns with alternatives', async () => {
    const one = await version();
    world.asked();
    expect(await one.matching('**/*.{yml,json}')).toEqual(['deep/c.yml', 'deep/er/b.json', 'marked.json']);
    expect(await one.matching('{a,b}.yaml')).toEqual(['a.yaml']);
    expect([await one.matching('*.txt'), await one.matching('{a,b}'.repeat(20))]).toEqual([[], []]);
    expect(world.asked()).toEqual(['git/get-tree']);
    expect([one.isFar, one.sha, one.publicSha]).toEqual([true, world.repository.pull.baseSha, world.repository.pull.baseSha]);
  });

  test('that cannot be listed are said to be so, and match nothing', async () => {
    const unknown = await version('f'.repeat(40));
    expect(await unknown.files()).toEqual({ refusal: 'could not be listed by GitHub: it shows no commit fffffff to this token' });
    expect(await unknown.matching('**')).toEqual([]);
    world.github.plant({ operation: 'git/get-tree', status: 403, times: 9 });
    expect(await (await version()).files()).toEqual({ refusal: 'could not be listed by GitHub (403)' });
  });

  test('of a tree that is too large for one answer are asked for folder by folder', async () => {
    const large = await startChoosing({ base: FILES, head: { 'x.txt': 'x' } }, { largestTree: 5 });
    const files = await (await version(large.repository.pull.baseSha, large)).files();
    expect(files instanceof Map && [...files.keys()].toSorted()).toEqual(YAML_AND_JSON);
    // All at once, and as that is too much the top, and then each of its folders.
    expect(large.asked()).toHaveLength(4);
    await large.end();
  });

  test('of a tree with more folders than two hundred requests can tell are not known', async () => {
    const tree = (folders: number) => Array.from({ length: folders }, (_, i) => ({ path: `f${i}`, mode: '040000', type: 'tree', sha: 'a'.repeat(40) }));
    const listed = async (folders: number) => {
      world.github.heal();
      world.github.plant({ operation: 'git/get-tree', status: 200, times: 2, body: { tree: tree(folders), truncated: true } });
      world.github.plant({ operation: 'git/get-tree', status: 200, times: 999, body: { tree: [], truncated: false } });
      return (await version()).files();
    };
    expect(await listed(198)).toEqual(new Map());
    expect(await listed(199)).toEqual({ refusal: 'could not be listed by GitHub (it has too many folders)' });
  });
});
