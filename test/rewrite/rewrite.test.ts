import { expect, test } from 'vitest';
import { chainOf, falseAlarmOf, textOf } from './chain.ts';
import { CONTRACTS } from './contracts.ts';
import { corpusDrafts } from './corpus.ts';
import type { Draft } from './draft.ts';
import { KINDS, mutate } from './miss.ts';
import { createRandom } from './random.ts';

/** The corpus is not part of the repository: where it is not there, this is said. */
const corpus = corpusDrafts(30_000);
if (!corpus) console.log('SKIPPED: the corpus is not here (../shared/corpus), so only the own contracts are rewritten.');

const TIMES = 150;

async function alarmsIn(drafts: readonly Draft[], seed: number): Promise<readonly string[]> {
  const alarms: string[] = [];
  for (let i = 0; i < TIMES; i++) {
    const random = createRandom(seed + i);
    const draft = drafts[i % drafts.length];
    const alarm = draft && (await falseAlarmOf(draft, chainOf(random, 1 + random.int(12))));
    if (alarm) alarms.push(`${alarm.chain.map(({ name }) => name).join(' + ')}: ${alarm.findings.map(textOf).join('; ')}`);
  }
  return alarms;
}

async function missesIn(drafts: readonly Draft[], seed: number): Promise<readonly string[]> {
  const misses: string[] = [];
  for (let i = 0; i < TIMES; i++) {
    const draft = drafts[i % drafts.length];
    const mutated = draft && (await mutate(draft, KINDS[i % KINDS.length] ?? '', createRandom(seed + i)));
    if (mutated && ['missed', 'false witness'].includes(mutated.told))
      misses.push(`${mutated.name}: ${mutated.findings.map(textOf).join('; ') || 'nothing is told'}`);
  }
  return misses;
}

test('a contract that says the same in other ways gives no change', async () => {
  expect(await alarmsIn(Object.values(CONTRACTS), 1)).toEqual([]);
});

test('a contract that was broken is told to break', async () => {
  expect(await missesIn(Object.values(CONTRACTS), 1)).toEqual([]);
});

test.skipIf(!corpus)('real contracts that say the same in other ways give no change', async () => {
  expect(await alarmsIn(Object.values(corpus ?? {}), 1)).toEqual([]);
});

test.skipIf(!corpus)('real contracts that were broken are told to break', async () => {
  expect(await missesIn(Object.values(corpus ?? {}), 1)).toEqual([]);
});
