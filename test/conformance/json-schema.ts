/**
 * Scores the containment engine on outside suites, through the public entry point of its package: right, unknown, explained
 * (the reason is in json-schema.md), and unexplained, which fails. `--list` prints all but the right ones.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Containment, containsSchema, DRAFTS, type SchemaOptions } from '@breakwater/json-schema';

const SUITES = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/suites/jsonschema');

interface Case {
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly dialect?: string;
  readonly expected: string;
  readonly fact?: string;
  readonly expectedForward?: string;
  readonly factForward?: string;
}

interface Question {
  readonly id: string;
  readonly sub: unknown;
  readonly sup: unknown;
  readonly expected: string;
  readonly fact: string;
}

if (!existsSync(SUITES)) {
  console.log('SKIPPED: the suites are not here (../shared/suites), so nothing was scored.');
  process.exit(0);
}

/** Why a suite and we may differ, and we stand by what we say: see json-schema.md. */
const EXPLANATIONS: readonly { readonly reason: string; applies(question: Question, answer: Containment): boolean }[] = [
  { reason: 'format', applies: ({ sub, sup }) => /"format":/.test(JSON.stringify([sub, sup])) },
  { reason: 'line break', applies: ({ id }, answer) => id.startsWith('ibm/') && answer.kind === 'witness' && String(answer.value).endsWith('\n') },
  { reason: 'names', applies: ({ id, sub }) => /\/unsatisfiable\/ref\//.test(id) && /"\$?id":"[^"]*\/tree1"/.test(JSON.stringify(sub)) },
  { reason: 'names', applies: ({ id }) => /\/dynamicRef\/1\//.test(id) },
];

let unexplained = 0;
for (const file of readdirSync(SUITES).filter((name) => name.endsWith('.json') && name !== 'PEERS.json')) {
  if (file.includes('draft3')) {
    console.log(file.padEnd(36), 'SKIPPED: draft 3 is not supported.');
    continue;
  }
  scoreFile(file);
}
console.log(unexplained === 0 ? 'Nothing is unexplained.' : `${unexplained} answers are unexplained.`);
process.exitCode = unexplained > 0 ? 1 : 0;

function scoreFile(file: string): void {
  const { cases }: { cases: readonly Case[] } = JSON.parse(readFileSync(join(SUITES, file), 'utf8'));
  const score = { right: 0, unknown: 0, opinion: 0, explained: 0, unexplained: 0 };
  const times: number[] = [];
  for (const one of cases) {
    const options = optionsOf(file, one);
    for (const question of questionsOf(one)) {
      if (question.expected !== 'compatible' && question.expected !== 'incompatible') continue;
      const answer = containsSchema(question.sub, question.sup, options);
      // The second time is told: the first one is that of the compiler of JavaScript.
      const start = performance.now();
      containsSchema(question.sub, question.sup, options);
      times.push(performance.now() - start);
      const result = resultOf(question, answer);
      score[result]++;
      if (result !== 'right' && process.argv.includes('--list')) console.log(result, question.id, question.fact, JSON.stringify(answer).slice(0, 300));
    }
  }
  unexplained += score.unexplained;
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const decided = (100 * (1 - score.unknown / Math.max(1, times.length))).toFixed(2);
  console.log(file.padEnd(36), JSON.stringify(score), `decided ${decided} %, median ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms`);
}

/** The suite that was generated from the official one takes `format` for an assertion up to draft 7, as that does. */
function optionsOf(file: string, { dialect: key }: Case): SchemaOptions {
  const dialect = DRAFTS.find((draft) => draft.key === key);
  const asserts = /^sdbs.*draft[467]/.test(file);
  return { ...(dialect && { dialect }), ...(asserts && { formats: 'assertion' }) };
}

/** Both directions, as far as the suite states them. */
function questionsOf({ id, before, after, expected, fact = '', expectedForward, factForward = '' }: Case): readonly Question[] {
  const forward = expectedForward === undefined ? [] : [{ id: `${id} (turned round)`, sub: after, sup: before, expected: expectedForward, fact: factForward }];
  return [{ id, sub: before, sup: after, expected, fact }, ...forward];
}

function resultOf(question: Question, answer: Containment) {
  if (answer.kind === 'unknown') return 'unknown';
  const said = answer.kind === 'contained' ? 'compatible' : 'incompatible';
  if (said === question.expected) return 'right';
  // What the suite itself could not confirm is its opinion (INDEX.md of the suites, `fact`).
  if (question.fact !== 'confirmed-by-witness' && question.fact !== 'no-witness-found (agrees)') return 'opinion';
  return EXPLANATIONS.some(({ applies }) => applies(question, answer)) ? 'explained' : 'unexplained';
}
