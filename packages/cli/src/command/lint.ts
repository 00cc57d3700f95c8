import { type Answer, type Bar, examine } from '@breakwater/core';
import { checker } from '../checker.ts';
import { expandFiles } from '../expand-files.ts';
import type { Exit, Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import type { OutputFormat } from '../render.ts';
import { sourceOf } from '../source.ts';
import { conclude, reportOf } from './report.ts';

export interface LintOptions {
  readonly format: OutputFormat;
  readonly failOn: Bar;
  readonly root?: string;
}

/** Checks contracts one by one against the rules. */
export async function lint(patterns: readonly string[], { format, failOn, root }: LintOptions, io: Io): Promise<Exit> {
  const { files, failures } = expandFiles(patterns, io.cwd);
  const answers: Answer[] = [{ contract: undefined, findings: [], failures }];
  for (const [i, file] of files.entries()) {
    showProgress(io, i, files.length, file);
    const source = await sourceOf(file, { cwd: io.cwd, root, stdin: io.stdin });
    answers.push(
      'refusal' in source
        ? { contract: undefined, findings: [], failures: [{ message: source.refusal }] }
        : await examine(checker, { head: source, lint: true }),
    );
  }
  showProgress(io, files.length, files.length, '');
  return conclude(reportOf(answers), format, failOn, io);
}
