import type { Finding } from '@breakwater/core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { mergeGroupEvent, plainEvent, pullRequestEvent } from '../../../../test/github/event.ts';
import type { Author } from '../../../../test/github/permission.ts';
import { agreementsOn, howToAccept } from '../../src/accept/agreements.ts';
import { type Choosing, startChoosing } from '../base/choosing.ts';

/** What people have agreed to on a pull request, by label and by reply, as GitHub says it now. */

const LABEL = 'breakwater: accepted';
const WRITER: Author = { login: 'hubot-owner', id: 21, type: 'User' };
const INPUTS = { acceptLabel: LABEL, acceptReplies: true };

let world: Choosing;
beforeAll(async () => {
  world = await startChoosing({ base: { a: '1' }, head: { a: '2' } });
});
afterEach(() => {
  vi.restoreAllMocks();
  world.github.heal();
  const { comments, labels, permissions } = world.github.state;
  comments.splice(0);
  labels.clear();
  permissions.clear();
});
afterAll(() => world.end());

const at = { uri: 'a.yaml', start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: '' };
const change = (fingerprint: string, more: Partial<Finding> = {}): Finding =>
  ({ kind: 'change', ruleId: 'some-change', severity: 'error', message: 'm', data: {}, at, related: [], fingerprint, verdict: 'breaking', ...more }) as Finding;
const [ONE, OTHER] = ['0123456789abcdef', '01234567ffffffff'];
/** As the configuration accepts it. */
const accepted = { reason: 'in the configuration' } as NonNullable<Finding['accepted']>;
const BOTH = [change(ONE), change(OTHER)];

function reply(body: string, author = WRITER, level = 'write'): void {
  world.github.state.permissions.set(author.login, level);
  world.github.state.addComment(7, body, author);
}

async function agreed(findings: readonly Finding[], { inputs = INPUTS, isPart = false, event = pullRequestEvent({ repository: world.repository }) } = {}) {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const { entries, ...said } = await agreementsOn(await world.seen({ event }), inputs, { findings, isPart });
  vi.restoreAllMocks();
  const log = written.filter((line) => line.startsWith('::warning')).map((line) => line.trim());
  return { entries: entries.map(({ fingerprint, reason, by }) => [fingerprint, reason, ...(by ? [by] : [])]), log, ...said };
}

describe('by reply', () => {
  test('what is named is accepted, for the reason that is given, by who gave it; the last word counts', async () => {
    reply(`/breakwater accept ${ONE} first word`);
    reply(`/breakwater accept 0123456789 last word`);
    expect(await agreed(BOTH)).toEqual({ entries: [[ONE, 'last word', WRITER.login]], notes: [], log: [] });
  });

  test('a beginning has to be of one id; a whole id is that one, whatever others begin with it', async () => {
    reply('/breakwater accept 01234567 meant');
    expect(await agreed(BOTH)).toMatchObject({ entries: [], notes: ['`01234567`, which `hubot-owner` accepts, begins 2 ids; more of it is needed.'] });
    expect(await agreed([change('01234567'), ...BOTH])).toMatchObject({ entries: [['01234567', 'meant', WRITER.login]], notes: [] });
    expect(await agreed([...BOTH, change('01234567-2')])).toMatchObject({ notes: [expect.stringContaining('begins 3 ids')] });
  });

  test('only a change that hurts can be accepted', async () => {
    reply(`/breakwater accept ${ONE} meant`);
    const gone = [`No change needs the acceptance of \`${ONE}\` by \`hubot-owner\`: there is none of this id, or not any more.`];
    for (const other of [{ kind: 'rule' }, { verdict: 'compatible' }] as const)
      expect(await agreed([change(ONE, other)])).toMatchObject({ entries: [], notes: gone });
    expect(await agreed([change(ONE, { verdict: 'dangerous' })])).toMatchObject({ entries: [[ONE, 'meant', WRITER.login]], notes: [] });
  });

  test('what a part does not have is left to the whole to tell', async () => {
    reply(`/breakwater accept ${'f'.repeat(16)} meant`);
    const note = expect.stringMatching(/^No change needs the acceptance of `f{16}`/);
    expect(await agreed(BOTH)).toEqual({ entries: [], notes: [note], log: [] });
    expect(await agreed(BOTH, { isPart: true })).toEqual({ entries: [], notes: [], unmatched: [note], log: [] });
    expect(await agreed(BOTH, { isPart: true, inputs: { ...INPUTS, acceptReplies: false } })).toEqual({ entries: [], notes: [], log: [] });
  });

  test('who may not write is not heard, and that is counted', async () => {
    const stranger: Author = { login: 'mallory', id: 22, type: 'User' };
    reply(`/breakwater accept ${ONE} trust me`, stranger, 'read');
    expect(await agreed(BOTH)).toMatchObject({
      entries: [],
      notes: ['1 reply with `/breakwater accept` was ignored, as its author may not write to this repository.'],
    });
    reply(`/breakwater accept ${OTHER} trust me`, stranger, 'read');
    expect(await agreed(BOTH)).toMatchObject({
      notes: ['2 replies with `/breakwater accept` were ignored, as their authors may not write to this repository.'],
    });
    reply(`/breakwater accept ${ONE} trust me`, stranger, 'admin');
    expect((await agreed(BOTH)).entries).toHaveLength(2);
  });

  test('of a crowd twenty are asked about, first those who are close to the repository', async () => {
    for (let i = 0; i < 25; i++) reply(`/breakwater accept ${ONE} me too`, { login: `u${i}`, id: 100 + i, type: 'User' }, 'read');
    reply(`/breakwater accept ${OTHER} meant`);
    world.asked();
    expect(await agreed(BOTH)).toMatchObject({ entries: [[OTHER, 'meant', WRITER.login]], notes: [expect.stringMatching(/^25 replies/)], log: [] });
    expect(world.asked().filter((name) => name === 'repos/get-collaborator-permission-level')).toHaveLength(20);
  });

  test('a bot repeats the words of others, and is not heard', async () => {
    reply(`/breakwater accept ${ONE} as the title says`, { login: 'echo[bot]', id: 23, type: 'Bot' });
    expect(await agreed(BOTH)).toEqual({ entries: [], notes: [], log: [] });
  });

  test('what has not the form accepts nothing, and its author is told how it has to be', async () => {
    reply('/breakwater accept everything');
    const note = 'A reply of `hubot-owner` accepts nothing: it has to be `/breakwater accept <id> <reason>`, with an id of this comment.';
    expect(await agreed(BOTH)).toEqual({ entries: [], notes: [note], log: [] });
  });

  test('whom GitHub does not know at all may not write', async () => {
    reply(`/breakwater accept ${ONE} meant`);
    world.github.plant({ operation: 'repos/get-collaborator-permission-level', status: 404, times: 9 });
    expect(await agreed(BOTH)).toMatchObject({ entries: [], notes: [expect.stringContaining('1 reply with')], log: [] });
  });

  test('of whom GitHub does not say it, one warning tells it, however many replies they wrote; none where nothing needs it', async () => {
    for (const id of [ONE, OTHER]) reply(`/breakwater accept ${id} meant`);
    const fault = { operation: 'repos/get-collaborator-permission-level', status: 403, body: { message: 'Resource not accessible by integration' }, times: 9 };
    world.github.plant(fault);
    const warning = expect.stringMatching(/^The reply of `hubot-owner` does not count, as GitHub did not say whether they may write: .*not accessible.*\.$/);
    expect(await agreed(BOTH)).toMatchObject({ entries: [], notes: [warning], log: [expect.stringMatching(/^::warning::The reply of/)] });
    expect(await agreed([change(ONE, { accepted })])).toMatchObject({ entries: [], notes: [], log: [] });
  });

  test('replies that cannot be read accept nothing, and the label still does', async () => {
    world.github.state.labels.set(7, [LABEL]);
    world.github.plant({ operation: 'issues/list-comments', status: 404, body: { message: 'Not Found' }, times: 9 });
    const { entries, notes, log } = await agreed([change(ONE)]);
    expect(entries).toEqual([[ONE, `by label \`${LABEL}\``]]);
    expect(notes).toEqual([
      '1 change is accepted by label `breakwater: accepted`.',
      expect.stringMatching(/^GitHub did not say what replies accept, so nothing is accepted by it: .*\.$/),
    ]);
    expect(log).toHaveLength(1);
  });
});

describe('by label', () => {
  test('all that hurts is accepted, but for what a reply or the configuration has its own reason for', async () => {
    world.github.state.labels.set(7, ['bug', LABEL.toUpperCase()]);
    reply(`/breakwater accept ${ONE} announced`);
    const third = change('f'.repeat(16), { accepted });
    const byLabel = [OTHER, `by label \`${LABEL}\``];
    expect(await agreed([...BOTH, third])).toMatchObject({
      entries: [[ONE, 'announced', WRITER.login], byLabel],
      notes: ['1 change is accepted by label `breakwater: accepted`.'],
    });
    reply(`/breakwater accept ${third.fingerprint} of my own`);
    expect((await agreed([...BOTH, third])).entries).toEqual([[ONE, 'announced', WRITER.login], byLabel]);
  });

  test('it is said how many; in a part without a number, as others have others', async () => {
    world.github.state.labels.set(7, [LABEL]);
    expect(await agreed(BOTH)).toMatchObject({ notes: ['2 changes are accepted by label `breakwater: accepted`.'] });
    expect(await agreed(BOTH, { isPart: true })).toMatchObject({ notes: ['Changes are accepted by label `breakwater: accepted`.'] });
  });

  test('nothing is accepted by another one, and nothing is asked where none is wanted or needed', async () => {
    world.github.state.labels.set(7, ['accepted', 'breakwater']);
    expect(await agreed(BOTH)).toEqual({ entries: [], notes: [], log: [] });
    world.asked();
    await agreed(BOTH, { inputs: { acceptLabel: '', acceptReplies: false } });
    await agreed([change(ONE, { kind: 'rule' } as Partial<Finding>)], { inputs: { ...INPUTS, acceptReplies: false } });
    expect(world.asked()).toEqual([]);
  });
});

test('in a merge queue what was agreed to on the pull request holds; elsewhere there is nobody to ask', async () => {
  world.github.state.labels.set(7, [LABEL]);
  expect((await agreed(BOTH, { event: mergeGroupEvent(world.repository) })).entries).toHaveLength(2);
  world.asked();
  const event = plainEvent('schedule', world.repository, 'refs/heads/main', world.repository.pull.headSha);
  expect([await agreed(BOTH, { event }), world.asked()]).toEqual([{ entries: [], notes: [], warnings: [], log: [] }, []]);
});

describe('how to accept', () => {
  const REPLY = 'by the reply `/breakwater accept <id> <reason>` of somebody who may write here';
  const ways = async (inputs: typeof INPUTS, findings: readonly Finding[] = BOTH, event = pullRequestEvent({ repository: world.repository })) =>
    howToAccept(await world.seen({ event }), inputs, { findings });

  test('is said in the ways that there are', async () => {
    const said = (text: string) => [`A change that is meant is accepted ${text}; then the check has to run again.`];
    expect(await ways(INPUTS)).toEqual(said(`${REPLY}, or with all others by the label \`${LABEL}\``));
    expect(await ways({ ...INPUTS, acceptLabel: '' })).toEqual(said(REPLY));
    expect(await ways({ ...INPUTS, acceptReplies: false })).toEqual(said(`with all others by the label \`${LABEL}\``));
    expect(await ways({ acceptLabel: '', acceptReplies: false })).toEqual([]);
  });

  test('is not said where nothing breaks that is not accepted, or there is no pull request', async () => {
    for (const other of [{ kind: 'rule' }, { verdict: 'dangerous' }, { accepted }] as Partial<Finding>[])
      expect(await ways(INPUTS, [change(ONE, other)])).toEqual([]);
    expect(await ways(INPUTS, BOTH, plainEvent('schedule', world.repository, 'refs/heads/main', world.repository.pull.headSha))).toEqual([]);
  });
});
