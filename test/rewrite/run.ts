/**
 * Rewrites contracts in ways that change nothing and prints what is told nevertheless; then breaks them and prints what is not told.
 * `node test/rewrite/run.ts --count 5000 --seed 1 [--bytes 60000] [--only rewrites|mutations]`
 */
import { parseArgs } from 'node:util';
import { chainOf, falseAlarmOf, textOf } from './chain.ts';
import { CONTRACTS } from './contracts.ts';
import { corpusDrafts } from './corpus.ts';
import { mutate } from './miss.ts';
import { createRandom } from './random.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    bytes: { type: 'string', default: '40000' },
    only: { type: 'string' },
    contract: { type: 'string', default: '' },
  },
});
const count = Number(values.count);
const corpus = corpusDrafts(Number(values.bytes));
if (!corpus) console.log('SKIPPED: the corpus is not here (../shared/corpus), so only the own contracts are rewritten.');
const drafts = Object.entries({ ...CONTRACTS, ...corpus }).filter(([name]) => name.includes(values.contract));

if (values.only !== 'mutations') await rewriteAll();
if (values.only !== 'rewrites') await mutateAll();

async function rewriteAll(): Promise<void> {
  const kinds = new Map<string, number>();
  let alarms = 0;
  for (let i = 0; i < count; i++) {
    const random = createRandom(Number(values.seed) * 1_000_003 + i);
    const [name, draft] = (i % 3 === 0 ? drafts[(i / 3) % Math.min(3, drafts.length)] : random.pick(drafts)) ?? [];
    if (!draft) continue;
    const alarm = await falseAlarmOf(draft, chainOf(random, 1 + random.int(16)));
    if (!alarm) continue;
    alarms++;
    const kind = `${alarm.chain.map((link) => link.name).join(' + ')} → ${[...new Set(alarm.findings.map(({ ruleId }) => ruleId))].join()}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    console.log(`FALSE ALARM ${i} ${name}: ${alarm.chain.map((link) => `${link.name} (${link.seed})`).join(' + ')}`);
    for (const finding of alarm.findings.slice(0, 2)) console.log(`    ${textOf(finding)}`);
  }
  for (const [kind, times] of [...kinds].sort(([, a], [, b]) => b - a)) console.log(`${String(times).padStart(5)}  ${kind}`);
  console.log(`${count} rewrites of ${drafts.length} contracts: ${alarms} false alarms`);
}

async function mutateAll(): Promise<void> {
  const told = { breaking: 0, unproved: 0, missed: 0 };
  for (let i = 0; i < count; i++) {
    const random = createRandom(Number(values.seed) * 1_000_003 + i);
    const [name, draft] = random.pick(drafts) ?? [];
    const mutated = draft && (await mutate(draft, random));
    if (!mutated) continue;
    told[mutated.told]++;
    if (mutated.told === 'breaking') continue;
    console.log(`${mutated.told.toUpperCase()} ${i} ${name}: ${mutated.name}`);
    for (const finding of mutated.findings.slice(0, 3)) console.log(`    ${textOf(finding)}`);
  }
  console.log(`${told.breaking + told.unproved + told.missed} mutations: ${told.breaking} breaking, ${told.unproved} not proved, ${told.missed} missed`);
}
