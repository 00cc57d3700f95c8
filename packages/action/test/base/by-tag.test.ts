import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { plainEvent } from '../../../../test/github/event.ts';
import { git } from '../../../../test/github/git.ts';
import { githubVersion } from '../../src/version/github-version.ts';
import { type Choosing, startChoosing } from './choosing.ts';

/** The last release: of the tags that match, the highest version that the head contains. */

let world: Choosing;
let head = '';
let first = '';
beforeAll(async () => {
  world = await startChoosing({ base: { a: '1' }, head: { a: '2' } });
  first = world.repository.pull.baseSha;
  head = world.repository.pull.headSha;
});
afterEach(async () => {
  world.github.heal();
  await setTags({});
});
afterAll(() => world.end());

/** These tags, and no others. */
async function setTags(tags: Readonly<Record<string, string>>): Promise<void> {
  const { path } = world.repository;
  await git(path, ['update-ref', '--stdin'], { input: await git(path, ['for-each-ref', '--format=delete %(refname)', 'refs/tags/']) });
  const input = Object.entries(tags).map(([name, sha]) => `update refs/tags/${name} ${sha}\n`);
  await git(path, ['update-ref', '--stdin'], { input: input.join('') });
}

const event = () => plainEvent('schedule', world.repository, 'refs/heads/feature', head);
const last = async (pattern: string) => (await world.choose({ event: event(), base: `tag:${pattern}` })).said;

/** Commits beside the head's history: they share its first commit, or nothing. */
const beside = (name: string) => world.commit({ ref: `refs/heads/${name}`, from: first, message: name });
const unrelated = (name: string) => world.commit({ ref: `refs/heads/${name}`, message: name });

test('is the highest version, and said by its tag', async () => {
  await setTags({ 'v9.0.0': first, 'v10.0.0': first, 'v2.0.0': first });
  world.asked();
  expect(await world.choose({ event: event(), base: 'tag:v*' })).toMatchObject({ sha: first, said: `${first.slice(0, 7)} (last release, tag v10.0.0)` });
  expect(world.asked()).toEqual(['repos/list-tags', 'repos/compare-commits-with-basehead']);
});

test('is no version of the head itself: that is what is about to be released', async () => {
  await setTags({ 'v1.0.0': first, 'v2.0.0': head });
  expect(await last('v*')).toContain('tag v1.0.0)');
});

test('is none of the commit that GitHub knows the head by, where a job has made a commit of its own', async () => {
  const later = await world.commit({ ref: 'refs/heads/later', from: head });
  await setTags({ 'v1.0.0': first, 'v2.0.0': head, 'v3.0.0': later });
  const place = await world.seen({ event: event() });
  const version = { ...githubVersion(place, later), publicSha: head };
  const choose = async () => (await world.choose({ event: event(), base: 'tag:v*', head: version })).said;
  expect(await choose()).toContain('tag v1.0.0)');
  await setTags({ 'v2.0.0': head, 'v3.0.0': later });
  expect(await choose()).toBe('The tags that match `v*` are at this very commit; name another base.');
});

test('is no later one: a head may be older than the last release', async () => {
  await setTags({ 'v1.0.0': first, 'v2.0.0': await world.commit({ ref: 'refs/heads/ahead', from: head }) });
  expect(await last('v*')).toContain('tag v1.0.0)');
  expect(await last('v2*')).toBe('No version that matches `v2*` was released before this commit; name another base.');
});

test('of another branch is taken where this one contains none: the highest of them', async () => {
  await setTags({ 'v1.0.0': first, 'v2.0.0': await beside('two'), 'v3.0.0': await beside('three'), 'v4.0.0': await unrelated('four') });
  expect(await last('v*')).toContain('(last release, tag v1.0.0)');
  expect(await last('v[234]*')).toContain('No tag matches');
  await setTags({ 'v2.0.0': await beside('two'), 'v3.0.0': await beside('three'), 'v4.0.0': await unrelated('four') });
  expect(await last('v*')).toContain('(last release, tag v3.0.0 of another branch)');
});

test('that has no history in common with the head is none', async () => {
  await setTags({ 'v1.0.0': await unrelated('one') });
  expect(await last('v*')).toBe('No version that matches `v*` was released before this commit; name another base.');
});

describe('where there is none it is said why', () => {
  test.each<[string, string, string]>([
    ['nothing matches', 'V*', 'No tag matches `V*`; there is, for one, `x1.0.0`.'],
    ['what matches is no version', 'stable', 'The tags that match `stable` are no versions; a tag of any name is a base without `tag:`.'],
    ['what matches is the head', 'x1*', 'The tags that match `x1*` are at this very commit; name another base.'],
    ['one that matches is the head, and one no version', '*1.0.0', 'The tags that match `*1.0.0` are no versions; a tag of any name is a base without `tag:`.'],
  ])('%s', async (_, pattern, reason) => {
    await setTags({ 'x1.0.0': head, stable: first, 'no-version-of1.0.0': first });
    expect(await last(pattern)).toBe(reason);
  });

  test('the repository has no tags', async () => {
    expect(await last('v*')).toBe('No tag matches `v*`, since the repository has none; until there is a release, name another base.');
  });
});

test('is looked for among two thousand tags, and no more', async () => {
  const others = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`w${i}`, first]));
  await setTags({ ...others(1_999), 'v1.0.0': first });
  expect(await last('v*')).toContain('tag v1.0.0)');
  await setTags({ ...others(2_000), 'v1.0.0': first });
  expect(await last('v*')).toContain('No tag matches');
});

test('is looked for among the ten highest versions, and no more', async () => {
  const strange = await unrelated('strange');
  const higher = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${i + 2}.0.0`, strange]));
  await setTags({ ...higher(9), 'v1.0.0': first });
  expect(await last('v*')).toContain('tag v1.0.0)');
  await setTags({ ...higher(10), 'v1.0.0': first });
  expect(await last('v*')).toContain('was released before this commit');
});

test.each(['repos/list-tags', 'repos/compare-commits-with-basehead'])('that GitHub does not tell is no other one: %s', async (operation) => {
  await setTags({ 'v1.0.0': first });
  world.github.plant({ operation, status: 403, times: 9 });
  expect(await last('v*')).toBe('What to compare with could not be asked of GitHub: it answered 403. Run the check again.');
});
