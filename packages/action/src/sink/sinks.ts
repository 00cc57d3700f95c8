import * as core from '@actions/core';
import type { Report } from '@breakwater/core';
import type { Base } from '../base.ts';
import type { Context } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import { say } from '../say.ts';
import { annotate } from './annotate.ts';
import { comment } from './comment.ts';
import { writeOutputs } from './outputs.ts';
import { writeSummary } from './summary.ts';

/** Tells everybody. A place that cannot be told is a warning in the log and nothing else. */
export async function report(report: Report, inputs: Inputs, context: Context, base: Base): Promise<void> {
  const sinks: Readonly<Record<string, () => void | Promise<void>>> = {
    annotations: () => annotate(report),
    outputs: () => writeOutputs(report, context),
    summary: () => writeSummary(report, context, base),
    comment: () => comment(report, inputs, context, base),
  };
  for (const [name, tell] of Object.entries(sinks)) {
    try {
      await tell();
    } catch (error) {
      core.warning(say(`The ${name} could not be written: ${error instanceof Error ? error.message : 'unknown error'}`));
    }
  }
}
