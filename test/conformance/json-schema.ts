/**
 * Scores the containment engine on outside suites, through the public entry point of its package. Every answer that a suite does
 * not expect is listed in json-schema.md with its reason; one that is not, a row that nothing needs, and a suite of which too
 * little is decided fail. Times are those of a second pass, after a first one over everything. `--list` prints what differs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Containment, containsSchema } from '@breakwater/json-schema';
import { readExplained } from './explained.ts';
import type { Outcome } from './outcome.ts';
import { printDisagreements, printFailures } from './print-score.ts';
import { type Question, readQuestions } from './read-questions.ts';
import { hasFailed, scoreOf } from './score.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const SUITES = join(HERE, '../../../shared/suites/jsonschema');

/** How much of a suite has to be decided, in percent. */
const LEAST_DECIDED: readonly (readonly [RegExp, number])[] = [
  [/^sdbs-.*-draft20/, 97],
  [/^ibm-/, 97],
  [/./, 99],
];

interface Asked {
  readonly question: Question;
  readonly answer: Containment;
}

if (!existsSync(SUITES)) {
  console.log('SKIPPED: the suites are not here (../shared/suites), so nothing was scored.');
  process.exit(0);
}

const names = readdirSync(SUITES).flatMap((file) => (file.endsWith('.json') && file !== 'PEERS.json' ? [file.slice(0, -'.json'.length)] : []));
const suites = names.filter((name) => !name.endsWith('draft3')).map((name) => ({ name, asked: askAll(name) }));
const listed = readExplained(readFileSync(join(HERE, 'json-schema.md'), 'utf8'));
const all = suites.flatMap(({ asked }) => asked.flatMap(outcomeOf));

console.log(row(['suite', 'agreed', 'explained', 'unexplained', 'unknown', 'decided']), 'time of a pair');
for (const { name, asked } of suites) scoreSuite(name, asked);
for (const name of names.filter((one) => one.endsWith('draft3'))) console.log(name.padEnd(36), 'SKIPPED: draft 3 is not supported.');
console.log('all'.padEnd(36), quantiles(suites.flatMap(({ asked }) => asked)));
const whole = scoreOf('all', all, listed);
const failures = printFailures(whole);
if (failures !== '') console.log(failures);
if (hasFailed(whole)) process.exitCode = 1;
if (process.argv.includes('--list')) console.log(printDisagreements(whole));

function askAll(name: string): readonly Asked[] {
  return readQuestions(readFileSync(join(SUITES, `${name}.json`), 'utf8'), name).map((question) => ({ question, answer: ask(question) }));
}

function ask({ sub, sup, options }: Question): Containment {
  return containsSchema(sub, sup, options);
}

function scoreSuite(name: string, asked: readonly Asked[]): void {
  const outcomes = asked.flatMap(outcomeOf);
  const ids = new Set(outcomes.map(({ id }) => id));
  const { agreed, explained, unexplained } = scoreOf(
    name,
    outcomes,
    listed.filter(({ id }) => ids.has(id)),
  );
  const decided = (100 * outcomes.length) / Math.max(1, asked.length);
  const unknown = asked.length - outcomes.length;
  console.log(row([name, agreed.length, explained.length, unexplained.length, unknown, `${decided.toFixed(2)} %`]), quantiles(asked));
  const [, least = 100] = LEAST_DECIDED.find(([suite]) => suite.test(name)) ?? [];
  if (decided >= least) return;
  console.log(`  TOO LITTLE of ${name} is decided: ${least} % are the least.`);
  process.exitCode = 1;
}

/** Of the times of a second pass, in milliseconds. */
function quantiles(asked: readonly Asked[]): string {
  const times = asked.map(({ question }) => timeOf(question)).sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms`;
}

function timeOf(question: Question): number {
  const start = performance.now();
  ask(question);
  return performance.now() - start;
}

/** What was decided. A value is only ever given where it separates the two schemas, by the interpreter and by ajv. */
function outcomeOf({ question: { id, expected, isUnsupported }, answer }: Asked): readonly Outcome[] {
  if (answer.kind === 'unknown') return [];
  const isContained = answer.kind === 'contained';
  const told = [isContained ? 'contained' : `witness ${JSON.stringify(answer.value).slice(0, 200)}`];
  return [{ id, expected, ours: isContained ? 'compatible' : 'breaking', witnessed: !isContained, isUnsupported, bare: [], told }];
}

function row([first, ...cells]: readonly (string | number)[]): string {
  return String(first).padEnd(36) + cells.map((cell) => String(cell).padStart(12)).join('');
}
