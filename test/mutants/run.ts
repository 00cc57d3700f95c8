/**
 * Plants bugs in the code that must not have any, and finds out whether a test notices: `npm run mutants`.
 *
 *   --file <part of a path>   only in files like this, or like one of several with commas between
 *   --group <escaping|verdict|base|action>
 *   --sample <n> --seed <n>   so many of them, chosen by the seed
 *   --tests <part of a path>  only by tests in files like this: what these kill, all kill
 *   --part <i/n>              every n-th of them, for several runs at a time
 *
 * It works on a copy. Every bug is planted at once, behind a question; the tests run once to see which bugs each of them meets,
 * and then, for each bug, those that meet it.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { BUNDLES } from '../../scripts/bundles.ts';
import { PROJECT } from '../github/description.ts';
import { copyProject, isOnSource } from './copy.ts';
import { isEquivalent } from './equivalent.ts';
import { type Mutant, plant } from './plant.ts';
import { meetings, runTests, type TestCase } from './tests.ts';

interface Group {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const GITHUB = 'test/github/{action,accept,contracts,sinks,review,shards,relay}.test.ts';
const GROUPS: Readonly<Record<string, Group>> = {
  escaping: {
    sources: ['packages/core/src/report/{clean-text,code-span,json-text,html-text,github,markdown-item}.ts'],
    tests: ['packages/core/test/report/*.test.ts'],
  },
  verdict: {
    sources: ['packages/core/src/policy/bar.ts', 'packages/core/src/config/conclusion.ts', 'packages/core/src/report/{report,fold,verdict-line}.ts'],
    tests: ['packages/core/test/{report,policy,config}/*.test.ts', 'test/policy/policy-table.test.ts', 'packages/action/test/inputs.test.ts'],
  },
  // Which version is compared with which, and which contract of it.
  base: {
    sources: [
      'packages/action/src/{base/*,repository,head,version/commit-version}.ts',
      'packages/core/src/{policy/releases-among,policy/version-scheme,text/ascending,workspace/moved}.ts',
      'packages/node/src/commit.ts',
    ],
    tests: [
      'packages/action/test/{base/*,head}.test.ts',
      'packages/core/test/{policy/{releases-among,next-version,version-bump},workspace/moved}.test.ts',
      'packages/node/test/commit.test.ts',
    ],
  },
  action: { sources: ['packages/action/src/**/*.ts'], tests: ['packages/action/test/**/*.test.ts', GITHUB] },
};

/** So many of the slow tests that meet a mutant are tried first: most bugs are noticed by any of them. */
const FIRST = 4;
const SLOW = 200;

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    group: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string' },
    tests: { type: 'string' },
    part: { type: 'string' },
  },
});

const groups = Object.entries(GROUPS).filter(([name]) => values.group === undefined || name === values.group);
const folder = copyProject();
process.on('exit', () => rmSync(dirname(folder), { recursive: true, force: true }));
const mutants = plantAll(
  filesOf(groups.flatMap(([, { sources }]) => sources)).filter((file) => (values.file ?? '').split(',').some((part) => file.includes(part))),
);
await build({ ...BUNDLES.action, absWorkingDir: folder });
console.log(`${mutants.length} bugs planted; finding out which tests meet them.`);
const { run, met } = meetings(
  folder,
  filesOf(groups.flatMap(([, { tests }]) => tests)).filter((file) => file.includes(values.tests ?? '')),
);
if (run.failed) {
  console.error(`The tests fail without any bug, so nothing can be learnt: ${run.failures.join('; ')}`);
  process.exit(2);
}
report(chosen(mutants).map((mutant) => ({ mutant, fate: fateOf(mutant) })));

function filesOf(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.flatMap((pattern) => globSync(pattern, { cwd: PROJECT })))].sort();
}

function plantAll(files: readonly string[]): readonly Mutant[] {
  const all: Mutant[] = [];
  for (const file of files) {
    const planted = plant(file, readFileSync(join(folder, file), 'utf8'), all.length);
    all.push(...planted.mutants);
    writeFileSync(join(folder, file), `${isOnSource(folder)}${planted.text}`);
  }
  return all;
}

/** The same seed chooses the same mutants (a linear congruence is enough for that). */
function chosen(all: readonly Mutant[]): readonly Mutant[] {
  let state = Number(values.seed ?? 1);
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  const shuffled = all.map((mutant) => ({ mutant, rank: next() })).sort((a, b) => a.rank - b.rank);
  const sampled = shuffled.slice(0, Number(values.sample ?? all.length)).map(({ mutant }) => mutant);
  const [index = 1, of = 1] = (values.part ?? '1/1').split('/').map(Number);
  return sampled.filter((_, i) => i % of === index - 1).sort((a, b) => a.id - b.id);
}

type Fate = 'killed' | 'survived' | 'never met' | 'equivalent';

function fateOf(mutant: Mutant): Fate {
  if (isEquivalent(mutant)) return 'equivalent';
  const cases = met.get(mutant.id) ?? [];
  if (cases.length === 0) return tell(mutant, 'never met');
  writeFileSync(join(folder, 'mutant'), String(mutant.id));
  const [fast, slow] = [cases.filter((one) => one.milliseconds < SLOW), cases.filter((one) => one.milliseconds >= SLOW)];
  const isKilled = [fast, slow.slice(0, FIRST), slow.slice(FIRST)].some((some) => some.length > 0 && runTests(folder, filesIn(some), some).failed);
  return isKilled ? 'killed' : tell(mutant, 'survived');
}

function filesIn(cases: readonly TestCase[]): readonly string[] {
  return [...new Set(cases.map(({ file }) => file))];
}

function tell({ file, line, from, to }: Mutant, fate: Fate): Fate {
  const short = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
  console.log(`${fate}: ${file}:${line}  ${short(from)}  ->  ${to === '' ? '(left out)' : short(to)}`);
  return fate;
}

function report(fates: readonly { readonly mutant: Mutant; readonly fate: Fate }[]): void {
  const row = (title: string, matches: (file: string) => boolean) => {
    const own = fates.filter(({ mutant, fate }) => matches(mutant.file) && fate !== 'equivalent');
    const killed = own.filter(({ fate }) => fate === 'killed').length;
    if (own.length > 0)
      console.log(
        `${title.padEnd(60)} ${String(killed).padStart(4)} of ${String(own.length).padStart(4)} killed  ${((100 * killed) / own.length).toFixed(1)} %`,
      );
  };
  for (const file of new Set(fates.map(({ mutant }) => mutant.file))) row(file, (other) => other === file);
  for (const [name, { sources }] of groups) row(`all of ${name}`, (file) => sources.some((pattern) => matchesGlob(file, pattern)));
}
