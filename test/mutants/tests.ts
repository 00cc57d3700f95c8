import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A test, by its file and its full name. */
export interface TestCase {
  readonly file: string;
  readonly name: string;
  /** What `vitest -t` finds it by. */
  readonly pattern: string;
  readonly milliseconds: number;
}

export interface TestRun {
  /** Whether something failed, or did not come to an end. */
  readonly failed: boolean;
  /** The names of those that failed; none where the run did not come to an end. */
  readonly failures: readonly string[];
  readonly cases: readonly TestCase[];
}

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly duration?: number;
    }[];
  }[];
}

/** Longest runs: of all tests, and of those that meet a mutant. A bug that makes a program go on forever has been noticed too. */
const TIME_LIMIT = 1_800_000;
const MUTANT_TIME_LIMIT = 240_000;

/** Runs tests of a copy of the project until the first one fails; with `only`, those alone. */
export function runTests(folder: string, files: readonly string[], only?: readonly TestCase[]): TestRun {
  const report = join(folder, 'results.json');
  rmSync(report, { force: true });
  const args = [
    'run',
    '--config',
    'vitest.mutants.config.ts',
    '--reporter=json',
    `--outputFile=${report}`,
    '--bail=1',
    ...(only ? ['-t', `^\\s*(${only.map(({ pattern }) => pattern).join('|')})$`] : []),
  ];
  const { status } = spawnSync(join(folder, 'node_modules/.bin/vitest'), [...args, ...files], {
    cwd: folder,
    timeout: only ? MUTANT_TIME_LIMIT : TIME_LIMIT,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
  });
  if (!existsSync(report)) return { failed: true, failures: [], cases: [] };
  // What vitest writes; only the members named here are read.
  const results = JSON.parse(readFileSync(report, 'utf8')) as Results;
  const cases = results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, ancestorTitles, title, duration = 0 }) => ({
      file: relative(folder, name),
      name: fullName.trim(),
      pattern: [...ancestorTitles, title]
        .filter((part) => part !== '')
        .map(escaped)
        .join('( > | )'),
      milliseconds: duration,
    })),
  );
  const failures = results.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => fullName),
  );
  return { failed: status !== 0, failures, cases };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Which tests meet which mutant. What a file does when it is loaded, all of its tests meet. */
export function meetings(folder: string, files: readonly string[]): { readonly run: TestRun; readonly met: ReadonlyMap<number, readonly TestCase[]> } {
  writeFileSync(join(folder, 'mutant'), 'watch');
  const run = runTests(folder, files);
  writeFileSync(join(folder, 'mutant'), '');
  const byName = new Map(run.cases.map((one) => [JSON.stringify([one.file, one.name]), one]));
  const met = new Map<number, Set<TestCase>>();
  const lines = existsSync(join(folder, 'met')) ? readFileSync(join(folder, 'met'), 'utf8').trim().split('\n') : [];
  for (const [id = '', test = ''] of lines.map((line) => line.split('\t'))) {
    const found = byName.get(test);
    const all = met.get(Number(id)) ?? new Set();
    for (const one of found ? [found] : run.cases.filter(({ file }) => test === '' && !file.startsWith('test/github/'))) all.add(one);
    met.set(Number(id), all);
  }
  return { run, met: new Map([...met].map(([id, cases]) => [id, [...cases].sort((a, b) => a.milliseconds - b.milliseconds)])) };
}
