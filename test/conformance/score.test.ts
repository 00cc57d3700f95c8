import { expect, test } from 'vitest';
import { readExplained } from './explained.ts';
import type { Outcome } from './outcome.ts';
import { printScore } from './print-score.ts';
import { readSuite } from './read-suite.ts';
import { runCase } from './run-case.ts';
import { hasFailed, scoreOf } from './score.ts';

const schema = (type: string) => ({ requestBody: { content: { 'application/json': { schema: { type } } } } });
const contract = (operation: object) => ({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: { '/': { post: operation } } });
const pair = (id: string, before: object, after: object, expected: string) => ({ id, before: contract(before), after: contract(after), expected });

const SUITE = JSON.stringify({
  cases: [
    pair('narrowed', schema('number'), schema('integer'), 'incompatible'),
    pair('widened', schema('integer'), schema('number'), 'incompatible'),
    pair('stricter', schema('number'), schema('integer'), 'compatible'),
    pair('body gone', schema('number'), {}, 'incompatible'),
    pair('same', schema('number'), schema('number'), 'compatible'),
    pair('read only', schema('number'), schema('string'), 'unasserted'),
    { id: 'broken', beforeText: 'openapi: [', afterText: 'openapi: 3.1.0', expected: 'incompatible' },
  ],
});

const LIST = `# A list

| reason | rests on | why |
| --- | --- | --- |
| wider | policy | More is welcome. |
| value | witness | See the value. |
| no text | broken input | It is no YAML. |

| case | expected | ours | reason |
| --- | --- | --- | --- |
| widened | breaking | compatible | wider |
| stricter | compatible | breaking | value |
| broken | breaking | unknown | no text |
`;

async function outcomesOf(suite: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of readSuite(suite)) if (one.expected) outcomes.push(await runCase(one, one.expected));
  return outcomes;
}

const withRow = (row: string) => readExplained(`${LIST}${row}\n`);
const without = (id: string) => readExplained(LIST.replace(new RegExp(`^\\| ${id} .*\\n`, 'm'), ''));

test('what agrees, what differs, and what is not compared are told apart', async () => {
  const score = scoreOf('made up', await outcomesOf(SUITE), readExplained(LIST), 1);
  expect(score.agreed.map(({ id }) => id)).toEqual(['narrowed', 'body gone', 'same']);
  expect(score.explained.map(([{ id }, ground]) => [id, ground])).toEqual([
    ['widened', 'policy'],
    ['stricter', 'witness'],
    ['broken', 'broken input'],
  ]);
  expect([score.dangerous, score.unknown, score.unstated]).toEqual([1, 1, 1]);
  expect(hasFailed(score)).toBe(false);
  expect(printScore(score).split(/\s{2,}/)).toEqual(['made up', '3', '1', '3', '0', '1', '1']);
});

test('a disagreement that is not listed fails, and so does a pair that was not compared', async () => {
  const outcomes = await outcomesOf(SUITE);
  for (const id of ['widened', 'stricter', 'broken']) {
    const score = scoreOf('made up', outcomes, without(id));
    expect(score.unexplained.map((one) => one.id)).toEqual([id]);
    expect(hasFailed(score)).toBe(true);
    expect(printScore(score)).toContain(`UNEXPLAINED ${id}`);
  }
});

test.each(['| narrowed | breaking | compatible | wider |', '| gone | breaking | compatible | wider |', '| widened | breaking | silent | wider |'])(
  'a row that nothing needs fails: %s',
  async (row) => {
    const score = scoreOf('made up', await outcomesOf(SUITE), withRow(row));
    expect(score.stale).toHaveLength(1);
    expect(hasFailed(score)).toBe(true);
  },
);

test('a row that rests on a value explains nothing without one', async () => {
  const outcomes = await outcomesOf(SUITE);
  expect(outcomes.find(({ id }) => id === 'stricter')?.witnessed).toBe(true);
  const unwitnessed = outcomes.map((outcome) => ({ ...outcome, witnessed: false }));
  expect(scoreOf('made up', unwitnessed, readExplained(LIST)).unexplained.map(({ id }) => id)).toEqual(['stricter']);
});

test('a row that rests on what the suite did not find needs a suite that looked', async () => {
  const outcomes = await outcomesOf(SUITE);
  const list = readExplained(LIST.replace('| wider | policy |', '| wider | no witness |'));
  expect(scoreOf('made up', outcomes, list).unexplained.map(({ id }) => id)).toEqual(['widened']);
  const unsupported = outcomes.map((outcome) => ({ ...outcome, isUnsupported: true }));
  expect(scoreOf('made up', unsupported, list).unexplained).toEqual([]);
});

test('a break of a schema without a proof fails', async () => {
  const outcomes = await outcomesOf(SUITE);
  expect(outcomes.flatMap(({ bare }) => bare)).toEqual([]);
  const bare = outcomes.map((outcome) => (outcome.id === 'narrowed' ? { ...outcome, bare: ['It broke.'] } : outcome));
  expect(hasFailed(scoreOf('made up', bare, readExplained(LIST)))).toBe(true);
});

test.each([
  ['| widened | breaking | compatible | nothing |', 'not in the table of reasons'],
  ['\n| reason | rests on | why |\n| --- | --- | --- |\n| a | guess | b |', undefined],
])('a list that is not understood explains nothing: %s', (row, message) => {
  if (message) expect(() => withRow(row)).toThrow(message);
  else expect(() => readExplained(row)).toThrow('rests on `guess`');
});
