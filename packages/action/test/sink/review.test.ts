import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Repair } from '../../src/fixes.ts';
import { found } from './found.ts';
import { startTelling, type Telling } from './telling.ts';

/** Repairs as suggestions on lines of a pull request. */

let world: Telling;
beforeAll(async () => {
  world = await startTelling();
});
afterEach(() => world.forget());
afterAll(() => world.end());

const state = () => world.github.state;

describe('the review', () => {
  const inputs = { comment: 'false', review: 'true' };
  const text = 'a: 2\nb: 3\n';
  const repair = (line: number, to: string, more: Partial<Repair> = {}): Repair => ({
    finding: found({ severity: 'warn' }, line),
    fix: { title: 'Repair it', safe: true, edits: [{ uri: 'a.yaml', span: { start: 5 * line, end: 5 * line + 4 }, text: to }] },
    source: { uri: 'a.yaml', text },
    ...more,
  });
  const remarks = async (repairs: readonly Repair[], more: Parameters<Telling['tell']>[0] = {}) => {
    state().reviewComments.splice(0);
    await world.tell({ inputs, repairs, ...more });
    return state().reviewComments.map(({ path, startLine, line, body }) => [path, startLine, line, body.split('\n').slice(3).join('\n')]);
  };

  test('suggests repairs on the lines that the pull request has written', async () => {
    expect(await remarks([repair(0, 'A: 2'), repair(1, 'B: 3')])).toEqual([
      ['a.yaml', undefined, 1, '```suggestion\nA: 2\n```'],
      ['a.yaml', undefined, 2, '```suggestion\nB: 3\n```'],
    ]);
    expect(state().reviewComments.at(0)?.body).toMatch(/^<!-- breakwater-fix \S+ -->\n.+\n\n```suggestion\n/);
  });

  test.each([
    ['x\n`````\nz', '``````'],
    ['x ``` y ````` z\n````', '``````'],
    ['`x` and `y`\nz', '```'],
  ])('stands in a fence that is longer than any in it: %j', async (to, fence) => {
    const both = repair(0, '', { fix: { title: 'Repair it', safe: true, edits: [{ uri: 'a.yaml', span: { start: 0, end: 9 }, text: to }] } });
    expect(await remarks([both])).toEqual([['a.yaml', 1, 2, `${fence}suggestion\n${to}\n${fence}`]]);
  });

  test('says each once, and of two about the same lines the first', async () => {
    const twice = repair(0, 'A: 2');
    expect(await remarks([twice, repair(0, 'x: 2')])).toHaveLength(1);
    await world.tell({ inputs, repairs: [twice] });
    await world.tell({ inputs, repairs: [twice] });
    expect(state().reviewComments).toHaveLength(1);
    await world.tell({ inputs, repairs: [twice, repair(1, 'B: 3')] });
    expect(state().reviewComments).toHaveLength(2);
  });

  test('is silent on other files, on another text than that of the head, and where nobody asks', async () => {
    expect(await remarks([repair(0, 'A: 2', { source: { uri: 'b.yaml', text } })])).toEqual([]);
    expect(await remarks([repair(0, 'A: 2', { source: { uri: 'a.yaml', text: `${text}c: 4\n` } })])).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { inputs: { comment: 'false' } })).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { stage: 'merge' })).toEqual([]);
    expect(await remarks([repair(0, 'A: 2')], { stage: 'shard' })).toHaveLength(1);
    world.asked();
    await world.tell({ inputs, repairs: [] });
    expect(world.asked()).toEqual([]);
  });

  test('names the rule, with its page where there is one', async () => {
    await world.tell({ inputs, repairs: [repair(0, 'A: 2'), repair(1, 'B: 3', { finding: found({ ruleId: 'enum-duplicate' }, 1) })] });
    const lines = state().reviewComments.map(({ body }) => body.split('\n'));
    expect(lines.map(([, line]) => line)).toEqual([
      expect.stringMatching(/^Number \d+ `some-rule`$/),
      expect.stringMatching(/ \[enum-duplicate\]\(https:\/\/\S+\)$/),
    ]);
    expect(lines.map(([marker]) => marker)).toEqual([0, 1].map(() => expect.stringMatching(/^<!-- breakwater-fix f\d+ -->$/)));
  });
});
