import { examine, type Failure, isTransitive } from '@breakwater/core';
import { checker } from '../checker.ts';
import type { Exit, Io } from '../io.ts';
import type { OutputFormat } from '../render.ts';
import { type Source, sourceOf } from '../source.ts';
import { configuredBy } from './configured.ts';
import { acceptancesIn, type JudgingOptions } from './judging.ts';
import { conclude, failed } from './report.ts';

export interface DiffOptions extends JudgingOptions {
  readonly format: OutputFormat;
}

/** Compares the last of some versions of one contract with the one before, or in a transitive mode with all before. */
export async function diff(versions: readonly string[], options: DiffOptions, io: Io): Promise<Exit> {
  const { format } = options;
  const { accepted, failures: unread } = await acceptancesIn(options.accept, io);
  const sources: Source[] = [];
  const failures: Failure[] = [...unread];
  for (const argument of versions) {
    const source = await sourceOf(argument, options, io);
    if ('refusal' in source) failures.push({ message: source.refusal });
    else sources.push(source);
  }
  const [head, base, ...earlier] = sources.reverse();
  if (!head || !base || failures.length > 0) return conclude([failed(failures)], format, io);
  const configured = await configuredBy(options, io, true)(head.uri);
  if ('refused' in configured) return conclude([{ answer: configured.refused }], format, io);
  const { settings, terms } = configured;
  const { mode = 'BACKWARD' } = settings;
  if (earlier.length > 0 && !isTransitive(mode)) {
    const message = `The mode \`${mode}\` compares two versions; for ${versions.length} of them use \`--mode ${mode}_TRANSITIVE\`.`;
    return conclude([failed([{ message }])], format, io);
  }
  const answer = await examine(checker, { head, base, earlier, lint: false, settings });
  return conclude([{ answer, terms }], format, io, accepted);
}
