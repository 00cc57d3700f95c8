/**
 * Loads, lints and self-compares every OpenAPI document of the corpus and compares every pair of its histories.
 * Fails on an exception, on a finding without a place inside a file, on `compare(x, x)` that is not empty, and on counts that
 * differ from the reviewed ones in `counts.json` (`--update` writes them). Prints how much of each history was proved, and
 * with `--undecided` what was not and why. `--only <text>` compares only the histories with that in their name.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contract, createChecker, type Finding, offsetAt } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { addComparison, newProof, type Proof, placesOf, reasonsOf, tableOf } from './proof.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const CORPUS = join(HERE, '../../../shared/corpus');
const COUNTS = join(HERE, 'counts.json');

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly entry?: string;
}

interface History {
  readonly id: string;
  readonly kind: string;
  readonly pairs: readonly { readonly base: string; readonly head: string }[];
}

type Counts = Record<string, Record<string, number>>;

if (!existsSync(CORPUS)) {
  console.log('SKIPPED: the corpus is not here (../shared/corpus), so nothing was run.');
  process.exit(0);
}

const { histories, items }: { histories: readonly History[]; items: readonly Item[] } = JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'));
const openapi = items.filter(({ kind, path }) => kind === 'openapi' && /\.(ya?ml|json)$/.test(path) && statSync(join(CORPUS, path)).isFile());
const host = diskHost(CORPUS);
const checker = createChecker(FORMATS);
const failures: string[] = [];
const counts: Counts = {};
const proofs = new Map<string, Proof>();
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const cpu = process.cpuUsage();

if (only === undefined) for (const { id, path } of openapi) await attempt(id, () => checkOne(id, path));
const compared = histories.filter(({ kind, id }) => kind === 'openapi' && id.includes(only ?? ''));
const pairs = compared.flatMap((history) => history.pairs);
for (const { id, pairs } of compared) {
  for (const { base, head } of pairs) await attempt(`${base} → ${head}`, () => comparePair(id, base, head));
}
finish();

async function attempt(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    failures.push(`${name}: threw ${error instanceof Error ? error.message : error}`);
  }
}

async function checkOne(id: string, path: string): Promise<void> {
  const contract = await load(path);
  if (!contract) return note(id, { refused: 1 });
  const findings = checker.lint(contract);
  checkPlaces(id, findings, [contract]);
  const self = checker.compare(contract, (await load(path)) ?? contract);
  if (self.compared && self.findings.length > 0) failures.push(`${id}: compare(x, x) tells ${self.findings[0]?.ruleId}`);
  note(id, countsOf(findings));
}

async function comparePair(history: string, base: string, head: string): Promise<void> {
  const [old, now] = [await load(pathOf(base)), await load(pathOf(head))];
  if (!old || !now) return note(`${base} → ${head}`, { refused: 1 });
  const comparison = checker.compare(old, now);
  checkPlaces(`${base} → ${head}`, comparison.findings, [old, now]);
  const known = proofs.get(history) ?? newProof();
  proofs.set(history, known);
  addComparison(known, comparison);
  const proof = comparison.compared ? { '(proved)': comparison.proved, '(undecided)': comparison.undecided } : { '(not compared)': 1 };
  note(`${base} → ${head}`, { ...countsOf(comparison.findings), ...proof });
}

function pathOf(id: string): string {
  return items.find((item) => item.id === id)?.path ?? '';
}

async function load(path: string): Promise<Contract | undefined> {
  const contract = await checker.load(path, host);
  return 'refusal' in contract ? undefined : contract;
}

/** Every place is inside a file that was read, and every related place too. */
function checkPlaces(name: string, findings: readonly Finding[], contracts: readonly Contract[]): void {
  for (const { ruleId, at, related } of findings) {
    for (const place of [at, ...related.map((other) => other.at)]) {
      const isInside = contracts.some(({ snapshot }) => {
        const source = snapshot.files.get(place.uri)?.source;
        if (!source) return false;
        const [start, end] = [offsetAt(source, place.start), offsetAt(source, place.end)];
        return start <= end && end <= source.text.length;
      });
      if (!isInside) failures.push(`${name}: ${ruleId} stands outside of any file, at ${place.uri}:${place.start.line + 1}`);
    }
  }
}

function countsOf(findings: readonly Finding[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { ruleId, verdict, severity } of findings) {
    const key = `${ruleId} ${verdict ?? severity}`;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

function note(name: string, found: Record<string, number>): void {
  counts[name] = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Only what is reviewed by people is kept: the sums per rule, and the histories one by one. */
function reviewed(): Counts {
  const sums: Record<string, number> = {};
  for (const { id } of openapi) for (const [key, n] of Object.entries(counts[id] ?? {})) sums[key] = (sums[key] ?? 0) + n;
  const rules = Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { 'all documents': rules, ...Object.fromEntries(Object.entries(counts).filter(([name]) => name.includes(' → '))) };
}

function finish(): void {
  const { user, system } = process.cpuUsage(cpu);
  const text = `${JSON.stringify(reviewed(), null, 1)}\n`;
  if (process.argv.includes('--update') && only === undefined) writeFileSync(COUNTS, text);
  else if (only === undefined && (!existsSync(COUNTS) || readFileSync(COUNTS, 'utf8') !== text)) {
    writeFileSync(join(HERE, 'counts.new.json'), text);
    failures.push('The counts differ from counts.json: compare it with counts.new.json, and run `npm run corpus -- --update` if the new ones are right.');
  }
  for (const failure of failures) console.error(failure);
  for (const line of tableOf(proofs)) console.log(line);
  if (process.argv.includes('--undecided')) printUndecided();
  const proved = sum('(proved)');
  const undecided = sum('(undecided)');
  console.log(
    `${openapi.length} documents, ${pairs.length} pairs, ${Math.round((user + system) / 1e6)} CPU seconds; schema facts: ${proved} decided, ${undecided} undecided`,
  );
  console.log(`${openapi.length + pairs.length - failures.length} passed, ${failures.length} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function printUndecided(): void {
  for (const [history, proof] of proofs) {
    if (proof.open.length > 0) console.log([history, ...reasonsOf(proof), ...placesOf(proof)].join('\n'));
  }
}

function sum(key: string): number {
  return Object.values(counts).reduce((total, found) => total + (found[key] ?? 0), 0);
}
