import * as core from '@actions/core';
import { markdownOf } from './markdown.ts';
import type { Telling } from './sink.ts';

/** GitHub drops a summary over 1 MiB whole (actions/runner, FileCommandManager.cs); far below that nobody reads on. */
const MAX_BYTES = 500_000;

export async function writeSummary({ report, context, commits }: Telling): Promise<void> {
  await core.summary.addRaw(markdownOf(report, context, commits, MAX_BYTES)).write();
}
