import { type Bar, examine, type Failure, isTransitive } from '@breakwater/core';
import { checker } from '../checker.ts';
import type { Exit, Io } from '../io.ts';
import type { OutputFormat } from '../render.ts';
import { type Source, sourceOf } from '../source.ts';
import { type JudgingOptions, judgingOf } from './judging.ts';
import { conclude, reportOf } from './report.ts';

export interface DiffOptions extends JudgingOptions {
  readonly format: OutputFormat;
  readonly failOn: Bar;
  readonly root?: string;
}

/** Compares the last of some versions of one contract with the one before, or in a transitive mode with all before. */
export async function diff(versions: readonly string[], options: DiffOptions, io: Io): Promise<Exit> {
  const { format, failOn, mode, root } = options;
  const judging = judgingOf(options, io);
  const sources: Source[] = [];
  const failures: Failure[] = [...judging.failures];
  if (versions.length > 2 && !isTransitive(mode))
    failures.push({ message: `\`--mode ${mode}\` compares two versions; for ${versions.length} of them use \`--mode ${mode}_TRANSITIVE\`.` });
  for (const argument of versions) {
    const source = await sourceOf(argument, { cwd: io.cwd, root, stdin: io.stdin });
    if ('refusal' in source) failures.push({ message: source.refusal });
    else sources.push(source);
  }
  const [head, base, ...earlier] = sources.reverse();
  if (!head || !base || failures.length > 0) return conclude(reportOf([{ contract: undefined, findings: [], failures }]), format, failOn, io);
  const answer = await examine(checker, { head, base, earlier, lint: false, settings: judging.settings });
  return conclude(reportOf([answer], judging), format, failOn, io);
}
