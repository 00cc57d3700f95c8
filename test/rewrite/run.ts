/**
 * Rewrites contracts in ways that change nothing and prints what is told nevertheless; then breaks them and prints what is not told.
 * `node test/rewrite/run.ts --count 5000 --seed 1 [--bytes 60000] [--only rewrites|mutations] [--kind text] [--contract text]`
 * A case that is missed is written to `--out`; `--verbose` prints all that is told in another way than expected.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chainOf, falseAlarmOf, textOf } from './chain.ts';
import { CONTRACTS } from './contracts.ts';
import { corpusDrafts } from './corpus.ts';
import { KINDS, type Mutated, mutate } from './miss.ts';
import { createRandom, type Random } from './random.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    bytes: { type: 'string', default: '40000' },
    only: { type: 'string' },
    contract: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
    out: { type: 'string', default: join(tmpdir(), 'breakwater-misses') },
  },
});
/** How many contracts are looked through for a place. */
const MAX_CONTRACTS = 6;
const OWN = Object.keys(CONTRACTS).length;
const BAD: ReadonlySet<Mutated['told']> = new Set(['missed', 'false witness']);
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
  if (alarms > 0) process.exitCode = 1;
}

/** Each kind as often as any other, wherever a contract has a place for it. */
async function mutateAll(): Promise<void> {
  const table = new Map<string, Map<Mutated['told'], number>>();
  const places = new Map<string, number>();
  let misses = 0;
  for (let i = 0; i < count; i++) {
    const random = createRandom(Number(values.seed) * 1_000_003 + i);
    const kinds = KINDS.filter((kind) => kind.includes(values.kind));
    const kind = kinds[i % kinds.length] ?? '';
    const [name, mutated] = await mutateOne(kind, random);
    if (!mutated) continue;
    const told = table.get(kind) ?? new Map<Mutated['told'], number>();
    table.set(kind, told.set(mutated.told, (told.get(mutated.told) ?? 0) + 1));
    for (const where of mutated.where.length > 0 ? mutated.where : ['nothing']) places.set(where, (places.get(where) ?? 0) + 1);
    if (!BAD.has(mutated.told) && !(values.verbose && mutated.told !== 'breaking')) continue;
    if (BAD.has(mutated.told)) misses++;
    print(i, name, mutated);
  }
  printTable(table, places, misses);
  if (misses > 0) process.exitCode = 1;
}

async function mutateOne(kind: string, random: Random): Promise<[string, Mutated | undefined]> {
  // The own contracts hold a bit of everything.
  const own = random.chance(3) ? random.shuffled(drafts.slice(0, OWN)) : [];
  for (const [name, draft] of [...own, ...random.shuffled(drafts)].slice(0, MAX_CONTRACTS)) {
    const mutated = await mutate(draft, kind, random);
    if (mutated) return [name, mutated];
  }
  return ['', undefined];
}

function print(i: number, contract: string, { told, name, where, base, head, findings, witness }: Mutated): void {
  console.log(`${told.toUpperCase()} ${i} ${contract}: ${name}${where.length > 0 ? ` below ${where.join(', ')}` : ''}`);
  if (witness !== undefined) console.log(`    separated by ${JSON.stringify(witness).slice(0, 300)}`);
  for (const finding of findings.slice(0, 3)) console.log(`    ${textOf(finding)}`);
  if (!BAD.has(told)) return;
  mkdirSync(values.out, { recursive: true });
  for (const [side, draft] of Object.entries({ before: base, after: head }))
    writeFileSync(join(values.out, `${i}-${side}.json`), JSON.stringify(draft.root, null, 1));
  console.log(`    written to ${join(values.out, `${i}-{before,after}.json`)}`);
}

function printTable(table: ReadonlyMap<string, ReadonlyMap<Mutated['told'], number>>, places: ReadonlyMap<string, number>, misses: number): void {
  const columns: readonly Mutated['told'][] = ['breaking', 'dangerous', 'elsewhere', 'unproved', 'missed', 'false witness'];
  console.log(['mutation'.padEnd(50), ...columns.map((column) => column.padStart(14))].join(''));
  const sums = new Map<string, number>();
  for (const kind of KINDS.filter((one) => one.includes(values.kind))) {
    const told = table.get(kind);
    for (const column of columns) sums.set(column, (sums.get(column) ?? 0) + (told?.get(column) ?? 0));
    console.log([kind.padEnd(50), ...columns.map((column) => String(told?.get(column) ?? '').padStart(14))].join('') + (told ? '' : '   NO PLACE'));
  }
  console.log(['all'.padEnd(50), ...columns.map((column) => String(sums.get(column)).padStart(14))].join(''));
  console.log(`below: ${[...places].map(([where, n]) => `${where} ${n}`).join(', ')}`);
  console.log(`${[...sums.values()].reduce((a, b) => a + b, 0)} mutations: ${misses} missed or told with a false witness`);
}
