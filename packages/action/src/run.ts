import * as core from '@actions/core';
import type { Report } from '@breakwater/core';
import { baseOf } from './base/base.ts';
import { check } from './check.ts';
import { checker } from './checker.ts';
import { type Client, clientFor } from './client.ts';
import { type Context, contextOf } from './context.ts';
import { repairsIn } from './fixes.ts';
import { headOf } from './head.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { merged } from './merge/merged.ts';
import { originOf } from './origin.ts';
import { reasonOf } from './reason-of.ts';
import { repositoryOf } from './repository.ts';
import { say } from './say.ts';
import type { Telling } from './sink/sink.ts';
import { report as writeReport } from './sink/sinks.ts';
import { TOOL } from './tool.ts';

/** The verdict first; then every place that is told of it. Telling may fail, and never changes the verdict. */
export async function run(): Promise<void> {
  try {
    const inputs = readInputs();
    const context = contextOf(process.env);
    core.setSecret(inputs.token);
    const client = clientFor(inputs.token, context.apiUrl);
    const telling = inputs.merge === '' ? await checked(inputs, context, client) : await merged(inputs, context, client);
    if (!telling) return;
    if (telling.failed) core.setFailed(say(verdictLine(telling.report)));
    await writeReport(telling);
  } catch (error) {
    core.setFailed(say(`Breakwater could not check anything: ${reasonOf(error)}`));
  }
}

async function checked(inputs: Inputs, context: Context, client: Client): Promise<Telling> {
  const repository = await repositoryOf(client, context, { maxFileSize: inputs.maxFileSize, raisedBy: 'the input `max-file-size`' });
  const head = await headOf(repository);
  const base = await baseOf(inputs, repository, head);
  core.info(say('refusal' in base ? base.refusal : `The head is ${head.publicSha.slice(0, 7)}; the base is ${base.label}.`));
  const { isOver, shard, configuredFor, ...rest } = await check(inputs, repository, head, base);
  const failed = rest.failures.length > 0 || isOver;
  return {
    stage: shard ? 'shard' : 'check',
    report: { tool: TOOL, ...rest, run: originOf(context, base, { failed, shard }) },
    failed,
    inputs,
    context,
    commits: { head: head.publicSha, base: 'sha' in base ? base.sha : undefined },
    client,
    repairs: repairsIn(checker, head.host, configuredFor),
  };
}

function verdictLine({ failures, summary }: Report): string {
  const [failure] = failures;
  if (failure) return `Not everything could be checked: ${failure.message}`;
  return `${summary.breaking} breaking and ${summary.dangerous} dangerous changes, ${summary.errors} errors and ${summary.warnings} warnings.`;
}
