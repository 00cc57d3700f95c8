import * as core from '@actions/core';
import type { Report } from '@breakwater/core';
import type { Base } from '../base.ts';
import type { Context } from '../context.ts';
import { markdownOf } from './markdown.ts';

/** GitHub drops a summary over 1 MiB whole (actions/runner, FileCommandManager.cs); far below that nobody reads on. */
const MAX_BYTES = 500_000;

export async function writeSummary(report: Report, context: Context, base: Base): Promise<void> {
  await core.summary.addRaw(markdownOf(report, context, base, MAX_BYTES)).write();
}
