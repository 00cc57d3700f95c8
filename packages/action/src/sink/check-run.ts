import { cutText, toAnnotation, verdictLine, worstFirst } from '@breakwater/core';
import { visibleHead } from '../context.ts';
import { annotate, isWorthAMargin } from './annotate.ts';
import { legOf } from './leg.ts';
import { markdownOf } from './markdown.ts';
import type { Telling } from './sink.ts';

/** GitHub takes so many annotations a request, and adds those of further requests to them. */
const BATCH = 50;
/** GitHub allows some 80 requests a minute that make something; whoever has more findings reads the summary. */
const MAX_ANNOTATIONS = 500;
/** Of 65,535 characters that GitHub takes; by bytes this is safe whatever is counted. */
const MAX_BYTES = 60_000;
const MAX_TITLE = 255;
const MAX_LEG = 100;

const LEVEL = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** A check of its own beside that of the job. Its annotations come in the place of those of the job, unless it cannot be written. */
export async function checkRun(telling: Telling): Promise<void> {
  if (!telling.inputs.checkRun) return;
  try {
    await write(telling);
  } catch (error) {
    annotate(telling);
    throw error;
  }
}

/** It is concluded by the first request already, so that no later failure leaves it open. */
async function write(telling: Telling): Promise<void> {
  const { report, failed, context, commits, client } = telling;
  const { owner, repo, runUrl } = context;
  const annotations = worstFirst(report.findings).filter(isWorthAMargin).map(toAnnotation).map(annotationOf);
  const left = annotations.length - MAX_ANNOTATIONS;
  const output = {
    title: verdictLine(report).slice(0, MAX_TITLE),
    summary: markdownOf(report, context, commits, MAX_BYTES),
    ...(left > 0 && { text: `${left} more findings are not annotated.` }),
  };
  const batches = Array.from({ length: Math.ceil(Math.min(annotations.length, MAX_ANNOTATIONS) / BATCH) }, (_, i) =>
    annotations.slice(i * BATCH, Math.min((i + 1) * BATCH, MAX_ANNOTATIONS)),
  );
  const [first = [], ...others] = batches;
  const { data } = await client.rest.checks.create({
    owner,
    repo,
    name: nameOf(legOf(telling)),
    head_sha: visibleHead(context),
    details_url: runUrl,
    status: 'completed',
    conclusion: failed ? 'failure' : 'success',
    output: { ...output, annotations: first },
  });
  for (const batch of others) await client.rest.checks.update({ owner, repo, check_run_id: data.id, output: { ...output, annotations: batch } });
}

/** Of check runs of one name GitHub shows the last one only. */
function nameOf(leg: string): string {
  return leg === '' ? 'Breakwater' : `Breakwater (${cutText(leg, MAX_LEG)})`;
}

function annotationOf({ level, message, properties }: ReturnType<typeof toAnnotation>) {
  const { title, file, startLine, endLine, startColumn, endColumn } = properties;
  return {
    path: file,
    start_line: startLine,
    end_line: endLine,
    ...(startColumn !== undefined && { start_column: startColumn }),
    ...(endColumn !== undefined && { end_column: endColumn }),
    annotation_level: LEVEL[level],
    title,
    message,
  };
}
