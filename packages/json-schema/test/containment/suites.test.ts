import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Containment, contains } from '../../src/containment/index.ts';
import { type Draft, NotCovered, sideOf } from './draft.ts';

/** Outside suites of schema pairs with a known answer. They lie beside the repository and are not part of it. */
const SUITES = fileURLToPath(new URL('../../../../../shared/suites/jsonschema/', import.meta.url));

/** Facts that an independent search for counterexamples agrees with; all others are opinions. */
const TRUSTED = ['confirmed-by-witness', 'no-witness-found (agrees)'];

interface Case {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly dialect: Draft;
  readonly expected: string;
  readonly fact: string;
  readonly expectedForward?: string;
  readonly factForward?: string;
}

/** Answers that differ from the suite's, each with the reason why ours is right. */
const EXCEPTIONS: readonly { readonly reason: string; applies(question: Question): boolean }[] = [
  {
    reason: '`format` is an annotation here; the suite asserts it',
    applies: ({ sub, sup }) => /"format":/.test(JSON.stringify([sub, sup])),
  },
  {
    reason: 'a dot does not match a line break (ECMA-262): the text "\\n" is the counterexample',
    applies: ({ id, answer }) =>
      /^ibm\/test_(more|string)\/test_equiv_multiple_case\//.test(id) && answer.kind === 'witness' && String(answer.value).includes('\n'),
  },
];

interface Question {
  readonly id: string;
  readonly sub: unknown;
  readonly sup: unknown;
  readonly draft: Draft;
  readonly contained: boolean;
  readonly trusted: boolean;
  readonly answer: Containment;
  readonly milliseconds: number;
}

interface Tally {
  asked: number;
  decided: number;
  notCovered: number;
  readonly wrong: string[];
  readonly excepted: Map<string, number>;
  readonly times: number[];
}

/** Both directions of a case, as far as the suite states them. */
function* directionsOf({ id, before, after, expected, fact, expectedForward, factForward }: Case) {
  yield { id, sub: before, sup: after, expected, fact };
  if (expectedForward !== undefined) yield { id: `${id} (turned round)`, sub: after, sup: before, expected: expectedForward, fact: factForward ?? '' };
}

function score(files: readonly string[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const file of files) {
    // The shape is documented in the index of the suites.
    const { cases } = JSON.parse(readFileSync(SUITES + file, 'utf8')) as { cases: readonly Case[] };
    for (const one of cases) {
      const key = `${file.startsWith('sdbs') ? 'containment suite' : 'suites of tools'}, ${one.dialect}`;
      const tally = tallies.get(key) ?? { asked: 0, decided: 0, notCovered: 0, wrong: [], excepted: new Map(), times: [] };
      tallies.set(key, tally);
      for (const { id, sub, sup, expected, fact } of directionsOf(one)) {
        if (expected !== 'compatible' && expected !== 'incompatible') continue;
        count(tally, { id, sub, sup, draft: one.dialect, contained: expected === 'compatible', trusted: TRUSTED.includes(fact) });
      }
    }
  }
  return tallies;
}

function count(tally: Tally, asked: Omit<Question, 'answer' | 'milliseconds'>): void {
  try {
    const start = performance.now();
    const answer = contains(sideOf(asked.sub, asked.draft), sideOf(asked.sup, asked.draft), { contentModel: 'open' });
    record(tally, { ...asked, answer, milliseconds: performance.now() - start });
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    tally.notCovered += 1;
  }
}

function record(tally: Tally, question: Question): void {
  const { id, answer, contained, trusted, milliseconds } = question;
  tally.asked += 1;
  tally.times.push(milliseconds);
  if (answer.kind === 'unknown') return;
  tally.decided += 1;
  if ((answer.kind === 'contained') === contained || !trusted) return;
  const exception = EXCEPTIONS.find(({ applies }) => applies(question));
  if (exception) tally.excepted.set(exception.reason, (tally.excepted.get(exception.reason) ?? 0) + 1);
  else tally.wrong.push(`${id}: ${JSON.stringify(answer)}`);
}

function describeTally({ asked, decided, notCovered, excepted, times }: Tally): string {
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  const exceptions = [...excepted].map(([reason, number]) => `${number} × ${reason}`).join('; ');
  return `${decided} of ${asked} decided (${((100 * decided) / asked).toFixed(2)} %), p95 ${p95.toFixed(2)} ms, ${notCovered} not covered by the translation${exceptions && `; excepted: ${exceptions}`}`;
}

const available = existsSync(SUITES);
if (!available) console.warn(`SKIPPED: the outside suites were not found at ${SUITES}`);

describe.skipIf(!available)('outside suites of containment', () => {
  test('no answer contradicts a fact, and most are decided', () => {
    const tallies = score(readdirSync(SUITES).filter((file) => file !== 'PEERS.json' && !file.includes('draft3')));
    for (const [key, tally] of tallies) {
      console.log(`${key}: ${describeTally(tally)}`);
      expect.soft(tally.wrong, key).toEqual([]);
      expect.soft(tally.decided / tally.asked, key).toBeGreaterThan(0.95);
    }
    expect(tallies.size).toBeGreaterThan(3);
  });
});
