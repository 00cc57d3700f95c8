import { resolve } from 'node:path';
import { examine, type Host, type Judged, type Misconfigured, type NamedContracts, namedContracts, SOME_FILE } from '@breakwater/core';
import { collectGarbage, defaultBranch, discoverContracts, gitHost, mergeBase, type ReadLimits, repositoryTop, resolveCommit } from '@breakwater/node';
import { checker } from '../checker.ts';
import { expandFiles } from '../expand-files.ts';
import type { Exit, Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import type { OutputFormat } from '../render.ts';
import { limitsOf, type Source, sourceOf, startOf, uriOf } from '../source.ts';
import { type ConfiguredFor, configuredBy } from './configured.ts';
import { acceptancesIn, type JudgingOptions } from './judging.ts';
import { conclude, failed } from './report.ts';

export interface CheckOptions extends JudgingOptions {
  readonly format: OutputFormat;
  readonly base?: string;
}

type Base = { readonly host: Host; readonly label: string };

/** Rules and comparison together, with the base from git. Without files it looks for the contracts below the current folder. */
export async function check(patterns: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const { accepted, failures: unread } = await acceptancesIn(options.accept, io);
  const limits = limitsOf(options);
  const base = await baseOf(io.cwd, options.base, limits);
  const configuredFor = configuredBy(options, io);
  const found = patterns.length > 0 ? expandFiles(patterns, io.cwd) : await discover(io.cwd, configuredFor, limits);
  if ('refused' in found) return conclude([{ answer: found.refused }], options.format, io);
  const judged: Judged[] = [failed([...unread, ...found.failures, ...('refusal' in base ? [{ message: base.refusal }] : [])])];
  for (const [i, file] of ('refusal' in base ? [] : found.files).entries()) {
    showProgress(io, i, found.files.length, file);
    const source = await sourceOf(file, options, io);
    if ('refusal' in source) judged.push(failed([{ message: source.refusal }]));
    else if (!('refusal' in base)) judged.push(await checkOne(source, base, configuredFor));
  }
  showProgress(io, found.files.length, found.files.length, '');
  return conclude(judged, options.format, io, accepted);
}

async function checkOne(source: Source, { host, label }: Base, configuredFor: ConfiguredFor): Promise<Judged> {
  const configured = await configuredFor(source.uri);
  if ('refused' in configured) return { answer: configured.refused };
  const { settings, terms } = configured;
  return {
    answer: await examine(checker, {
      head: source,
      base: { uri: source.uri, host, label, mayBeAbsent: true },
      lint: true,
      settings,
      onRelease: collectGarbage,
    }),
    terms,
  };
}

/** The contracts that the configuration of a folder names, else all below it. */
async function discover(cwd: string, configuredFor: ConfiguredFor, limits: ReadLimits): Promise<NamedContracts | Misconfigured> {
  const start = await startOf(cwd);
  const configured = await configuredFor(uriOf(resolve(cwd, SOME_FILE), start));
  if ('refused' in configured) return configured;
  const found = (await discoverContracts(cwd, (file) => checker.detect(file) !== undefined, limits)).map((file) => uriOf(resolve(cwd, file), cwd));
  const { files, failures } = namedContracts(configured.configuration, found, uriOf(cwd, start));
  const nothing = files.length + failures.length > 0 ? [] : [{ message: 'No contract was found below this folder; name the files to check.' }];
  return { files, failures: [...failures, ...nothing] };
}

async function baseOf(cwd: string, wanted: string | undefined, limits: ReadLimits): Promise<Base | { refusal: string }> {
  const top = await repositoryTop(cwd);
  if (top === undefined) return { refusal: 'This folder is in no git repository, so there is no base to compare with; `breakwater lint` needs none.' };
  const branch = wanted ?? (await defaultBranch(top));
  if (branch === undefined) return { refusal: 'No default branch was found to compare with; name the base with `--base <git-ref>`.' };
  const commit = wanted === undefined ? await mergeBase(top, branch) : await resolveCommit(top, branch);
  if (typeof commit !== 'string') return { refusal: `\`${branch}\` ${commit.refusal}.` };
  return { host: gitHost(top, commit, limits), label: `${branch} (${commit.slice(0, 7)}${wanted === undefined ? ', merge base' : ''})` };
}
