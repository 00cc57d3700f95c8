import { examine, type Failure, type Judged, type Settings } from '@breakwater/core';
import { checker } from '../checker.ts';
import { expandFiles } from '../expand-files.ts';
import type { Exit, Io } from '../io.ts';
import { showProgress } from '../progress.ts';
import type { OutputFormat } from '../render.ts';
import { type Source, sourceOf } from '../source.ts';
import { type ConfiguredFor, configuredBy } from './configured.ts';
import { type FixLevel, fixContract } from './fix.ts';
import type { JudgingOptions } from './judging.ts';
import { conclude, failed } from './report.ts';
import { writeBaseline } from './write-baseline.ts';

export interface LintOptions extends JudgingOptions {
  readonly format: OutputFormat;
  /** Repair first, and report what is left. */
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Write what is found as a baseline, to a file that is named or to that of the configuration. */
  readonly writeBaseline?: string | true;
}

/** Checks contracts one by one against the rules. */
export async function lint(patterns: readonly string[], options: LintOptions, io: Io): Promise<Exit> {
  const { format, fix, fixUnsafe, writeBaseline: baseline } = options;
  const { files, failures } = expandFiles(patterns, io.cwd);
  const configuredFor = configuredBy(options, io, baseline !== undefined);
  const named = new Set<string>();
  const judged: Judged[] = [failed(failures)];
  const level = fixUnsafe ? 'unsafe' : fix ? 'safe' : undefined;
  for (const [i, file] of files.entries()) {
    showProgress(io, i, files.length, file);
    const source = await sourceOf(file, options, io);
    judged.push(...('refusal' in source ? [failed([{ message: source.refusal }])] : await lintOne(source, level, configuredFor, named, io)));
  }
  showProgress(io, files.length, files.length, '');
  return baseline === undefined ? conclude(judged, format, io) : writeBaseline(judged, baseline, named, io);
}

async function lintOne(source: Source, level: FixLevel | undefined, configuredFor: ConfiguredFor, named: Set<string>, io: Io): Promise<readonly Judged[]> {
  const configured = await configuredFor(source.uri);
  if ('refused' in configured) return [{ answer: configured.refused }];
  const { settings, terms, configuration } = configured;
  if (configuration.baseline) named.add(configuration.baseline.uri);
  const failures = level ? await repaired(source, level, settings, io) : [];
  return [failed(failures), { answer: await examine(checker, { head: source, lint: true, settings }), terms }];
}

/** What was repaired is said beside the report, which shows what is left. */
async function repaired(source: Source, level: FixLevel, settings: Settings, io: Io): Promise<readonly Failure[]> {
  const { findings, files, refusals } = await fixContract(source, level, settings);
  if (findings > 0 && files > 0)
    io.err(`Repaired ${findings} ${findings === 1 ? 'finding' : 'findings'} of ${source.label} in ${files} ${files === 1 ? 'file' : 'files'}.\n`);
  return refusals.map((message) => ({ message }));
}
