import * as core from '@actions/core';
import { mayOnlyRead } from '../context.ts';
import { reasonOf } from '../reason-of.ts';
import { say } from '../say.ts';
import { statusOf } from '../status-of.ts';
import { annotate } from './annotate.ts';
import { checkRun } from './check-run.ts';
import { comment } from './comment.ts';
import { writeOutputs } from './outputs.ts';
import { review } from './review/review.ts';
import { writeSarif } from './sarif-file.ts';
import { uploadSarif } from './sarif-upload.ts';
import type { Sink, Stage, Telling } from './sink.ts';
import { writeSummary } from './summary.ts';

const ALWAYS: readonly Stage[] = ['check', 'shard', 'merge', 'relay'];
/** What parts can tell without the others. */
const IN_PARTS: readonly Stage[] = ['check', 'shard'];
const WHOLE: readonly Stage[] = ['check', 'merge'];

/** What is free comes first: nothing that GitHub does can keep it. */
const SINKS: readonly Sink[] = [
  { name: 'outputs', stages: ALWAYS, tell: writeOutputs },
  { name: 'annotations', stages: IN_PARTS, tell: (telling) => (hasCheckRun(telling) ? undefined : annotate(telling)) },
  { name: 'summary', stages: ALWAYS, tell: writeSummary },
  { name: 'SARIF file', stages: ['check', 'shard', 'merge'], tell: writeSarif },
  { name: 'comment', stages: ['check', 'merge', 'relay'], permission: 'pull-requests: write', tell: comment },
  { name: 'review', stages: IN_PARTS, permission: 'pull-requests: write', tell: review },
  { name: 'check run', stages: WHOLE, permission: 'checks: write', tell: checkRun },
  { name: 'code scanning results', stages: WHOLE, permission: 'security-events: write', tell: uploadSarif },
];

function hasCheckRun({ inputs, stage }: Telling): boolean {
  return inputs.checkRun && stage === 'check';
}

/** Tells everybody. A place that cannot be told is a warning in the log and nothing else. */
export async function report(telling: Telling): Promise<void> {
  const closed: Sink[] = [];
  for (const sink of SINKS.filter(({ stages }) => stages.includes(telling.stage))) {
    try {
      await sink.tell(telling);
    } catch (error) {
      if (isForbidden(error)) closed.push(sink);
      else core.warning(say(`The ${sink.name} could not be written: ${reasonOf(error)}`));
    }
  }
  if (closed.length > 0) tellClosed(closed, telling);
}

/** What the token may not do is told once, for all places. For a pull request from a fork it is as it should be. */
function tellClosed(closed: readonly Sink[], { context }: Telling): void {
  const names = closed.map(({ name }) => name).join(' and the ');
  const permissions = [...new Set(closed.map(({ permission = '' }) => `\`${permission}\``))].join(' and ');
  const isExpected = mayOnlyRead(context);
  const reason = isExpected ? 'for a pull request from a fork or of Dependabot the token may only read' : `the token needs the permission ${permissions}`;
  const line = say(`The ${names} could not be written: ${reason}. The verdict is the same.`);
  if (isExpected) core.notice(line);
  else core.warning(line);
}

/** GitHub says 403 also of rate limits and of what is switched off; then its own words are more use. */
function isForbidden(error: unknown): boolean {
  return statusOf(error) === 403 && reasonOf(error).includes('not accessible');
}
