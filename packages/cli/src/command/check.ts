import { resolve } from 'node:path';
import { type Answer, type Bar, examine } from '@breakwater/core';
import { defaultBranch, discoverContracts, mergeBase, repositoryTop, resolveCommit } from '@breakwater/node';
import { checker } from '../checker.ts';
import { expandFiles } from '../expand-files.ts';
import type { Exit, Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import type { OutputFormat } from '../render.ts';
import { gitVersion, sourceOf, uriOf } from '../source.ts';
import { type JudgingOptions, judgingOf } from './judging.ts';
import { conclude, reportOf } from './report.ts';

export interface CheckOptions extends JudgingOptions {
  readonly format: OutputFormat;
  readonly failOn: Bar;
  readonly base?: string;
  readonly root?: string;
}

/** Rules and comparison together, with the base from git. Without files it looks for the contracts below the current folder. */
export async function check(patterns: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const { format, failOn, root } = options;
  const judging = judgingOf(options, io);
  const base = await baseOf(io.cwd, options.base);
  const found = patterns.length > 0 ? expandFiles(patterns, io.cwd) : await discover(io.cwd);
  const failures = [...judging.failures, ...found.failures, ...('refusal' in base ? [{ message: base.refusal }] : [])];
  const answers: Answer[] = [{ contract: undefined, findings: [], failures }];
  for (const [i, file] of ('refusal' in base ? [] : found.files).entries()) {
    showProgress(io, i, found.files.length, file);
    const source = await sourceOf(file, { cwd: io.cwd, root, stdin: io.stdin });
    if ('refusal' in source) answers.push({ contract: undefined, findings: [], failures: [{ message: source.refusal }] });
    else if (!('refusal' in base))
      answers.push(
        await examine(checker, {
          head: source,
          base: { uri: source.uri, host: base.host, label: base.label, mayBeAbsent: true },
          lint: true,
          settings: judging.settings,
        }),
      );
  }
  showProgress(io, found.files.length, found.files.length, '');
  return conclude(reportOf(answers, judging), format, failOn, io);
}

async function discover(cwd: string) {
  const files = (await discoverContracts(cwd, (file) => checker.detect(file) !== undefined)).map((file) => uriOf(resolve(cwd, file), cwd));
  const failures = files.length > 0 ? [] : [{ message: 'No contract was found below this folder; name the files to check.' }];
  return { files, failures };
}

async function baseOf(cwd: string, wanted: string | undefined): Promise<{ host: ReturnType<typeof gitVersion>; label: string } | { refusal: string }> {
  const top = await repositoryTop(cwd);
  if (top === undefined) return { refusal: 'This folder is in no git repository, so there is no base to compare with; `breakwater lint` needs none.' };
  const branch = wanted ?? (await defaultBranch(top));
  if (branch === undefined) return { refusal: 'No default branch was found to compare with; name the base with `--base <git-ref>`.' };
  const commit = wanted === undefined ? await mergeBase(top, branch) : await resolveCommit(top, branch);
  if (typeof commit !== 'string') return { refusal: `\`${branch}\` ${commit.refusal}.` };
  return { host: gitVersion(top, commit, cwd), label: `${branch} (${commit.slice(0, 7)}${wanted === undefined ? ', merge base' : ''})` };
}
