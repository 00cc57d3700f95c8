import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkOut } from '../../../../test/github/checkout.ts';
import { mergeGroupEvent, plainEvent, pullRequestEvent, pullRequestTargetEvent, pushEvent, type WorkflowEvent } from '../../../../test/github/event.ts';
import type { JsonObject } from '../../../../test/github/json.ts';
import { type Choosing, startChoosing } from './choosing.ts';

/** What is compared with where nobody says what: it depends on the event alone, and is the same without a checkout. */

let world: Choosing;
beforeAll(async () => {
  world = await startChoosing({ base: { a: '1' }, head: { a: '2' }, mainSince: { b: '1' }, released: { 'v1.0.0': { a: '0' }, 'api/v1.0.0': { a: '0.1' } } });
});
afterEach(() => world.github.heal());
afterAll(() => world.end());

const pull = () => world.repository.pull;
const short = (sha: string) => sha.slice(0, 7);

describe('of a pull request', () => {
  const event = (pullRequest: JsonObject = {}): WorkflowEvent => {
    const { payload, ...rest } = pullRequestEvent({ repository: world.repository });
    return { ...rest, payload: { ...payload, pull_request: { ...(payload.pull_request as JsonObject), ...pullRequest } } };
  };
  const sides = () => ({ base: { ref: 'main', sha: pull().mergeBaseSha }, head: { sha: pull().headSha } });

  test('is the first parent of the merge commit, and not what the payload says: the target branch has moved on', async () => {
    const base = await world.choose({ event: event() });
    expect(base).toMatchObject({ sha: pull().baseSha, said: `${short(pull().baseSha)} (first parent of the merge commit)` });
  });

  test('is read from a clone of that one commit, and nothing is asked', async () => {
    const { url } = world.github;
    const workspace = await checkOut({ remote: `${url}/${world.repository.fullName}`, sha: pull().mergeSha, ref: 'refs/pull/7/merge' });
    world.asked();
    const base = await world.choose({ event: event(), workspace: workspace.path });
    expect([base, world.asked()]).toMatchObject([{ sha: pull().baseSha }, []]);
    await workspace.remove();
  });

  test('is where the branch left its target, if its own commit is what is looked at', async () => {
    const expected = { sha: pull().mergeBaseSha, said: `${short(pull().mergeBaseSha)} (merge base with main)` };
    world.asked();
    expect(await world.choose({ event: event(), head: pull().headSha })).toMatchObject(expected);
    expect(world.asked()).toEqual(['repos/compare-commits-with-basehead']);
    expect(await world.choose({ event: pullRequestTargetEvent({ repository: world.repository }), head: pull().headSha })).toMatchObject(expected);
  });

  test('is no parent of a merge that somebody else has made', async () => {
    const { headSha, baseSha, mergeBaseSha } = pull();
    const updated = await world.commit({ ref: 'refs/heads/updated', from: headSha, merge: baseSha });
    // The target was merged into the branch: its first parent is the branch itself.
    const { base } = sides();
    expect(await world.choose({ event: event({ base, head: { sha: updated } }), head: updated })).toMatchObject({ sha: baseSha });
    const further = await world.commit({ ref: 'refs/heads/further', from: headSha });
    for (const head of [updated, further]) expect(await world.choose({ event: event(), head })).toMatchObject({ sha: mergeBaseSha });
    const three = await world.commit({ ref: 'refs/heads/three', from: baseSha, merge: `${headSha}\nmerge ${further}` });
    expect(await world.choose({ event: event(), head: three })).toMatchObject({ sha: mergeBaseSha, said: expect.stringContaining('merge base') });
  });

  test('is told by the commit of the payload where the target branch is gone or has no name', async () => {
    const said = `${short(pull().mergeBaseSha)} (merge base with ${short(pull().mergeBaseSha)})`;
    const { base, head } = sides();
    for (const side of [{ ...base, ref: 'no-such-branch' }, { sha: base.sha }])
      expect(await world.choose({ event: event({ base: side, head }), head: head.sha })).toMatchObject({ sha: base.sha, said });
    // What has no name is nothing else that happens to be called so.
    await world.commit({ ref: 'refs/heads/undefined', from: head.sha });
    expect(await world.choose({ event: event({ base: { sha: base.sha }, head }), head: head.sha })).toMatchObject({ sha: base.sha });
  });

  test('that has no history in common with its target is none, and that is said', async () => {
    const alone = await world.commit({ ref: 'refs/heads/alone' });
    const { said } = await world.choose({ event: event({ ...sides(), head: { sha: alone } }), head: alone });
    expect(said).toBe(`\`${short(alone)}\` and the target branch have no common commit.`);
  });

  test.each<[string, (sides: JsonObject) => JsonObject]>([
    ['no base', ({ head = {} }) => ({ base: null, head })],
    ['no commit of the base', ({ head = {} }) => ({ base: { ref: 'main' }, head })],
    ['no head', ({ base = {} }) => ({ base, head: null })],
    ['no commit of the head', ({ base = {} }) => ({ base, head: { repo: null } })],
  ])('that the event says too little of is none: %s', async (_, less) => {
    const pullRequest = Object.fromEntries(Object.entries(less(sides())).map(([name, side]) => [name, side ?? {}]));
    expect((await world.choose({ event: event(pullRequest) })).said).toBe('The event names no commits to compare.');
  });

  test('that the event does not name is none', async () => {
    expect((await world.choose({ event: { ...event(), payload: {} } })).said).toBe('The event names no commits to compare.');
  });
});

test('of a merge group is the base of the group', async () => {
  const base = await world.choose({ event: mergeGroupEvent(world.repository) });
  expect(base).toMatchObject({ sha: pull().baseSha, said: `${short(pull().baseSha)} (base of the merge group)` });
});

describe('of a push', () => {
  const NEW = '0'.repeat(40);

  test('is what was there before', async () => {
    const base = await world.choose({ event: pushEvent(world.repository, { before: pull().mergeBaseSha }) });
    expect(base).toMatchObject({ sha: pull().mergeBaseSha, said: `${short(pull().mergeBaseSha)} (before the push)` });
  });

  test('of a new branch is where it left the default one', async () => {
    for (const before of [NEW, '0'.repeat(64)]) {
      const event = pushEvent(world.repository, { before, after: pull().headSha, ref: 'refs/heads/feature' });
      expect(await world.choose({ event })).toMatchObject({ sha: pull().mergeBaseSha, said: expect.stringContaining('(merge base with main)') });
    }
  });

  test('of a new tag is the last release of the same thing', async () => {
    const release = async (tag: string) => {
      await world.repository.tag(tag, pull().baseSha);
      return (await world.choose({ event: pushEvent(world.repository, { before: NEW, after: pull().baseSha, ref: `refs/tags/${tag}` }) })).said;
    };
    expect(await release('v1.1.0')).toContain('(last release, tag v1.0.0)');
    expect(await release('api/v1.1.0')).toContain('(last release, tag api/v1.0.0)');
    expect(await release('nightly')).toBe('The tags that match `nightly` are at this very commit; name another base.');
  });

  test('that moved a tag is where it was', async () => {
    const event = pushEvent(world.repository, { before: pull().mergeBaseSha, after: pull().baseSha, ref: 'refs/tags/v1.0.0' });
    expect((await world.choose({ event })).said).toContain('(before the push)');
  });
});

describe('of any other event', () => {
  const manual = (ref: string, sha: string) => plainEvent('workflow_dispatch', world.repository, ref, sha);

  test('on a branch is where it left the default one', async () => {
    expect(await world.choose({ event: manual('refs/heads/feature', pull().headSha) })).toMatchObject({ sha: pull().mergeBaseSha });
  });

  test('on the default branch is the commit before', async () => {
    const event = manual('refs/heads/main', pull().baseSha);
    const expected = { sha: pull().mergeBaseSha, said: `${short(pull().mergeBaseSha)} (parent of the commit)` };
    expect(await world.choose({ event })).toMatchObject(expected);
    // Of an event of GitHub's own, such as `schedule`, the payload names no repository.
    expect(await world.choose({ event: { ...event, payload: {} } })).toMatchObject(expected);
  });

  test('on the default branch is read from a clone, and nothing is asked', async () => {
    const { url } = world.github;
    const { path: workspace, remove } = await checkOut({ remote: `${url}/${world.repository.fullName}`, sha: pull().baseSha, ref: 'refs/heads/main' });
    world.asked();
    const event = { ...manual('refs/heads/main', pull().baseSha), payload: { repository: { default_branch: 'main' } } };
    expect([await world.choose({ event, workspace }), world.asked()]).toMatchObject([{ sha: pull().mergeBaseSha }, []]);
    await remove();
  });

  test('takes the default branch for what the repository calls so', async () => {
    await world.commit({ ref: 'refs/heads/development', from: pull().mergeBaseSha });
    const event = { ...manual('refs/heads/main', pull().baseSha), payload: { repository: { default_branch: 'development' } } };
    expect((await world.choose({ event })).said).toContain('(merge base with development)');
  });

  test('on a branch without history in common with the default one is the commit before; without any, there is none', async () => {
    const first = await world.commit({ ref: 'refs/heads/pages' });
    const second = await world.commit({ ref: 'refs/heads/pages', from: first });
    expect(await world.choose({ event: manual('refs/heads/pages', second) })).toMatchObject({ sha: first });
    expect((await world.choose({ event: manual('refs/heads/pages', first) })).said).toBe(
      'There is no earlier commit to compare with; name one by the input `base`.',
    );
  });
});

describe('that GitHub does not tell is no other one', () => {
  const NOT_TOLD = (reason: string) => `What to compare with could not be asked of GitHub: ${reason}. Run the check again.`;

  test.each([
    ['where a branch left another', 'repos/compare-commits-with-basehead', 'refs/heads/feature', {}],
    ['what the default branch is', 'repos/get', 'refs/heads/feature', { payload: {} }],
    ['the parents of a commit', 'repos/get-commit', 'refs/heads/main', {}],
  ])('%s', async (_, operation, ref, more) => {
    world.github.plant({ operation, status: 403, times: 9 });
    const event = { ...plainEvent('schedule', world.repository, ref, pull().headSha), ...more };
    expect((await world.choose({ event })).said).toBe(NOT_TOLD('it answered 403'));
  });

  test('because it does not answer at all', async () => {
    world.github.plant({ operation: 'repos/get', reset: 'before', times: 9 });
    const event = { ...plainEvent('schedule', world.repository, 'refs/heads/main', pull().baseSha), payload: {} };
    expect((await world.choose({ event })).said).toBe(NOT_TOLD('it did not answer'));
  });
});
