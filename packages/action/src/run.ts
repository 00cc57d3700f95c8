import * as core from '@actions/core';
import {
  askingOnce,
  type Conclusion,
  type Configured,
  conclude,
  configurations,
  createChecker,
  examine,
  type Host,
  type Judged,
  type Misconfigured,
  memoryHost,
  type NamedContracts,
  namedContracts,
  type Report,
  type Shard,
  SOME_FILE,
} from '@breakwater/core';
import { FORMATS, guideOf, language } from '@breakwater/formats';
import { discoverContracts } from '@breakwater/node';
import { type Base, baseOf } from './base.ts';
import { type Client, clientFor } from './client.ts';
import { type Context, contextOf, isFromFork } from './context.ts';
import { contractsIn } from './contracts-in.ts';
import { repairsIn } from './fixes.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { merged } from './merge/merged.ts';
import { originOf } from './origin.ts';
import { say } from './say.ts';
import { shardOf } from './shard.ts';
import type { Telling } from './sink/sink.ts';
import { report as writeReport } from './sink/sinks.ts';
import { TOOL } from './tool.ts';

const checker = createChecker(FORMATS, { guideOf });

/** The verdict first; then every place that is told of it. Telling may fail, and never changes the verdict. */
export async function run(): Promise<void> {
  try {
    const inputs = readInputs();
    const context = contextOf(process.env);
    core.setSecret(inputs.token);
    const client = clientFor(inputs.token);
    const telling = inputs.merge === '' ? await checked(inputs, context, client) : await merged(inputs, context, client);
    if (!telling) return;
    if (telling.failed) core.setFailed(say(verdictLine(telling.report)));
    await writeReport(telling);
  } catch (error) {
    core.setFailed(say(`Breakwater could not check anything: ${error instanceof Error ? error.message : 'unknown error'}`));
  }
}

async function checked(inputs: Inputs, context: Context, client: Client): Promise<Telling> {
  const base = await baseOf(inputs, context, client);
  const today = new Date().toISOString().slice(0, 10);
  const configuredFor = configuredBy(inputs, context, base, today);
  const { isOver, shard, ...rest } = await check(inputs, context, base, { configuredFor, today });
  const failed = rest.failures.length > 0 || isOver;
  const report = { tool: TOOL, ...rest, run: originOf(context, base, { failed, shard }) };
  return { stage: shard ? 'shard' : 'check', report, failed, inputs, context, base, client, repairs: repairsIn(checker, base.head, configuredFor) };
}

interface By {
  readonly configuredFor: ConfiguredFor;
  readonly today: string;
}

async function check(inputs: Inputs, context: Context, base: Base, { configuredFor, today }: By): Promise<Conclusion & { readonly shard?: Shard }> {
  const found = await contractsOf(inputs, context, configuredFor);
  if ('refused' in found) return conclude([{ answer: found.refused }], today);
  const judged: Judged[] = found.failures.map(({ message }) => failure(message));
  const part = inputs.shard && (await shardOf(inputs.shard, found.files, base.head));
  for (const uri of part?.uris ?? found.files) judged.push(await judgeOne(uri, base, configuredFor));
  if ('refusal' in base) judged.push(failure(base.refusal));
  return { ...conclude(judged, today), ...(part && { shard: part.shard }) };
}

type ConfiguredFor = (uri: string) => Promise<Configured | Misconfigured>;

/** Those of the input, else those of the configuration, else all. */
async function contractsOf({ files: patterns }: Inputs, { workspace }: Context, configuredFor: ConfiguredFor): Promise<NamedContracts | Misconfigured> {
  const nothing = (message: string) => ({ files: [], failures: [{ message }] });
  if (patterns.length > 0) {
    const files = contractsIn(patterns, workspace);
    return files.length === 0 ? nothing('No file matches the input `files`.') : { files, failures: [] };
  }
  const configured = await configuredFor(SOME_FILE);
  if ('refused' in configured) return configured;
  const found = await discoverContracts(workspace, (file) => checker.detect(file) !== undefined);
  const named = namedContracts(configured.configuration, found, '');
  return named.files.length + named.failures.length === 0 ? nothing('No contract was found in the repository.') : named;
}

/** How a contract is judged is said by the inputs, else by the configuration: by that of the base, where the head is somebody else's (threat T12). */
function configuredBy({ mode, audiences, failOn, config }: Inputs, context: Context, base: Base, today: string): ConfiguredFor {
  const trustsHead = !isFromFork(context);
  const host = askingOnce(trustsHead ? base.head : baseHostOf(base));
  const configuredFor = configurations({
    language: language(),
    settings: { ...(mode && { mode }), ...(audiences && { audiences }), today, trustsHead },
    bar: failOn,
    file: config === '' ? undefined : config,
  });
  return (uri) => configuredFor(uri, { host, top: '', folder: '' });
}

async function judgeOne(uri: string, base: Base, configuredFor: ConfiguredFor): Promise<Judged> {
  const configured = await configuredFor(uri);
  if ('refused' in configured) return { answer: configured.refused };
  const { settings, terms } = configured;
  const old = 'refusal' in base ? {} : { base: { uri, host: base.host, label: base.label, mayBeAbsent: true } };
  return { answer: await examine(checker, { head: { uri, host: base.head }, ...old, lint: true, settings }), terms };
}

/** Without a base nothing is configured, and that there is none fails the check anyway. */
function baseHostOf(base: Base): Host {
  return 'refusal' in base ? memoryHost({}) : base.host;
}

function failure(message: string): Judged {
  return { answer: { contract: undefined, findings: [], failures: [{ message }] } };
}

function verdictLine({ failures, summary }: Report): string {
  const [failure] = failures;
  if (failure) return `Not everything could be checked: ${failure.message}`;
  return `${summary.breaking} breaking and ${summary.dangerous} dangerous changes, ${summary.errors} errors and ${summary.warnings} warnings.`;
}
