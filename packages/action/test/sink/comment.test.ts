import type { Finding } from '@breakwater/core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS_BOT } from '../../../../test/github/permission.ts';
import { found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** The one comment of a pull request. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => world.forget());
afterAll(() => world.end());

const state = () => world.github.state;
const many = (count: number, more: Partial<Finding> = {}) => Array.from({ length: count }, (_, line) => found(more, line));

describe('the comment', () => {
  const bodies = () => state().comments.map(({ body }) => body);

  test('is made where there is something to say, and kept up to date', async () => {
    await world.tell({ findings: [] });
    await world.tell({ findings: [found({ inBase: true })] });
    expect(bodies()).toEqual([]);
    await world.tell({ findings: [found({ inBase: true }), found({ message: 'There it is' })] });
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- breakwater -->\n[\s\S]*There it is/)]);
    await world.tell({ findings: [] });
    expect(bodies()).toEqual([expect.stringMatching(/^<!-- breakwater -->\n.*No findings\n/)]);
  });

  test('is made for what could not be checked', async () => {
    await world.tell({ failures: [{ message: 'Nothing is known of it.' }] });
    expect(bodies()).toEqual([expect.stringContaining('Nothing is known of it.')]);
  });

  test('is not written where none is wanted, and by a part', async () => {
    await world.tell({ findings: [found()], inputs: { comment: 'false' } });
    await world.tell({ findings: [found()], stage: 'shard' });
    expect(bodies()).toEqual([]);
    for (const stage of ['merge', 'relay'] as const) await world.tell({ findings: [found()], stage });
    expect(bodies()).toHaveLength(1);
  });

  test('is of its job, or of the key that is given, in a marker that no name can end', async () => {
    const findings = [found()];
    await world.tell({ findings, context: { job: 'a --> b/c' } });
    await world.tell({ findings, context: { job: 'a/b' } });
    await world.tell({ findings, context: { job: 'a/b' }, inputs: { key: 'leg a' } });
    const markers = bodies().map((body) => body.split('\n')[0]);
    expect(markers).toEqual(['<!-- breakwater: a%20%2D%2D%3E%20b/c -->', '<!-- breakwater: a/b -->', '<!-- breakwater: leg a -->']);
    expect(markers.every((marker) => marker?.indexOf('-->') === marker?.lastIndexOf('-->'))).toBe(true);
  });

  test('of somebody else, and one that only speaks of ours, is left alone; a further one of ours goes', async () => {
    const own = (text: string) => `<!-- breakwater -->\n${text}`;
    state().addComment(7, own('of a stranger'));
    state().addComment(7, `See ${own('x')}`, ACTIONS_BOT);
    state().addComment(7, own('old'), ACTIONS_BOT);
    state().addComment(7, own('older'), ACTIONS_BOT);
    await world.tell({ findings: [found({ message: 'There it is' })] });
    expect(bodies()).toEqual([own('of a stranger'), `See ${own('x')}`, expect.stringContaining('There it is')]);
  });

  test('fits, however much there is to say', async () => {
    await world.tell({ findings: many(3_000, { message: 'x'.repeat(100) }) });
    const [body = ''] = bodies();
    expect([Buffer.byteLength(body) <= 60_100, body.length > 50_000]).toEqual([true, true]);
  });
});
