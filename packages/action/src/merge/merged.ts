import * as core from '@actions/core';
import { foldReports } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Context } from '../context.ts';
import type { Inputs } from '../inputs.ts';
import type { Telling } from '../sink/sink.ts';
import { TOOL } from '../tool.ts';
import { pullRequestOf } from './pull-request-of.ts';
import { readReports } from './read-reports.ts';

/** What other jobs have found, as one. `undefined` where there is nobody to tell. */
export async function merged(inputs: Inputs, context: Context, client: Client): Promise<Telling | undefined> {
  const folded = foldReports(readReports(inputs.merge, context.workspace));
  const { run } = folded;
  const isRelay = context.event === 'workflow_run';
  if (!isRelay && run.head !== context.sha) throw new Error('the reports are about another commit than this run; let each run write and fold its own.');
  const place = isRelay ? await pullRequestOf(context, run, client) : context;
  if (!place) {
    core.warning('Nothing was written: the reports are not about the pull request whose run has ended, or it has a newer commit by now.');
    return undefined;
  }
  // The checks have said already whether they failed; a relay fails where it could not tell everything.
  const failed = isRelay ? folded.failures.length > 0 : run.failed;
  const report = { tool: TOOL, ...folded };
  return {
    stage: isRelay ? 'relay' : 'merge',
    report,
    failed,
    inputs,
    context: { ...place, sha: run.head },
    commits: run,
    client,
    repairs: async () => [],
  };
}
