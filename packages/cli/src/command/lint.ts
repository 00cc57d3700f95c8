import { type Answer, type Bar, examine, type Failure } from '@breakwater/core';
import { checker } from '../checker.ts';
import { expandFiles } from '../expand-files.ts';
import type { Exit, Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import type { OutputFormat } from '../render.ts';
import { type Source, sourceOf } from '../source.ts';
import { type FixLevel, fixContract } from './fix.ts';
import { conclude, reportOf } from './report.ts';

export interface LintOptions {
  readonly format: OutputFormat;
  readonly failOn: Bar;
  readonly root?: string;
  /** Repair first, and report what is left. */
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
}

/** Checks contracts one by one against the rules. */
export async function lint(patterns: readonly string[], { format, failOn, root, fix, fixUnsafe }: LintOptions, io: Io): Promise<Exit> {
  const { files, failures: missing } = expandFiles(patterns, io.cwd);
  const failures = [...missing];
  const answers: Answer[] = [];
  const level = fixUnsafe ? 'unsafe' : fix ? 'safe' : undefined;
  for (const [i, file] of files.entries()) {
    showProgress(io, i, files.length, file);
    const source = await sourceOf(file, { cwd: io.cwd, root, stdin: io.stdin });
    if (level && !('refusal' in source)) failures.push(...(await repaired(source, level, io)));
    answers.push(
      'refusal' in source
        ? { contract: undefined, findings: [], failures: [{ message: source.refusal }] }
        : await examine(checker, { head: source, lint: true }),
    );
  }
  showProgress(io, files.length, files.length, '');
  return conclude(reportOf([{ contract: undefined, findings: [], failures }, ...answers]), format, failOn, io);
}

/** What was repaired is said beside the report, which shows what is left. */
async function repaired(source: Source, level: FixLevel, io: Io): Promise<readonly Failure[]> {
  const { findings, files, refusals } = await fixContract(source, level);
  if (findings > 0 && files > 0)
    io.err(`Repaired ${findings} ${findings === 1 ? 'finding' : 'findings'} of ${source.label} in ${files} ${files === 1 ? 'file' : 'files'}.\n`);
  return refusals.map((message) => ({ message }));
}
