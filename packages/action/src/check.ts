import {
  askingOnce,
  type Conclusion,
  conclude,
  configurations,
  examine,
  examineRemoved,
  type Finding,
  type Host,
  type Judged,
  memoryHost,
  type Shard,
} from '@breakwater/core';
import { language } from '@breakwater/formats';
import { collectGarbage } from '@breakwater/node';
import { NOTHING_AGREED } from './accept/agreement.ts';
import { agreementsOn, howToAccept } from './accept/agreements.ts';
import type { Base } from './base/base.ts';
import { checker } from './checker.ts';
import { type Context, isFromFork } from './context.ts';
import { type ConfiguredFor, type Planned, planOf } from './contracts/plan.ts';
import type { Inputs } from './inputs.ts';
import { notesOf } from './notes.ts';
import type { Repository } from './repository.ts';
import { shardOf } from './shard.ts';
import type { Version } from './version/version.ts';

/** What was found, and what has to be known beside it. */
export interface Checked extends Omit<Conclusion, 'unused'> {
  readonly notes: readonly string[];
  readonly shard?: Shard;
  readonly configuredFor: ConfiguredFor;
}

/** Finds the contracts, looks at each, and concludes. */
export async function check(inputs: Inputs, repository: Repository, head: Version, base: Base): Promise<Checked> {
  const { context } = repository;
  const today = new Date().toISOString().slice(0, 10);
  const configuredFor = configuredBy(inputs, context, head, base, today);
  const configuredBefore = configuredIn(baseHostOf(base), inputs, { today, trustsHead: true });
  const plan = await planOf({ inputs, head, base, configuredFor, configuredBefore });
  if ('refused' in plan) return { ...conclude([{ answer: plan.refused }], today), notes: [], configuredFor };
  const judged: Judged[] = plan.failures.map((one) => failure(one.message));
  const part = inputs.shard && (await shardOf(inputs.shard, plan.contracts.map(nameOf), head.host));
  const own = part ? plan.contracts.filter((one) => part.uris.includes(nameOf(one))) : plan.contracts;
  for (const one of own) judged.push(await judgeOne(one, head, base, configuredFor));
  if ('refusal' in base) judged.push(failure(base.refusal));
  const isPart = part !== undefined;
  const ask = (findings: readonly Finding[]) => (own.length === 0 ? NOTHING_AGREED : agreementsOn(repository, inputs, { findings, isPart }));
  const { notes, unmatched, unused, ...concluded } = await agreed(judged, today, ask, isPart);
  const said = [...notes, ...howToAccept(repository, inputs, concluded), ...notesOf(plan, context)];
  return { ...concluded, notes: said, configuredFor, ...(part && { shard: { ...part.shard, unused, ...(unmatched && { unmatched }) } }) };
}

type Agreed = Awaited<ReturnType<typeof agreementsOn>>;

/** The conclusion, with what was agreed to on the pull request; which changes there are is known only from a first one. */
async function agreed(
  judged: readonly Judged[],
  today: string,
  ask: (findings: readonly Finding[]) => Agreed | Promise<Agreed>,
  isPart: boolean,
): Promise<Conclusion & Omit<Agreed, 'entries'>> {
  const first = conclude(judged, today, { isPart });
  const { entries, ...said } = await ask(first.findings);
  return { ...(entries.length === 0 ? first : conclude(judged, today, { accepted: entries, isPart })), ...said };
}

function nameOf({ head, base }: Planned): string {
  return head ?? base ?? '';
}

/** How a contract is judged is said by the inputs, else by the configuration: by that of the base, where the head is somebody else's (threat T12). */
function configuredBy(inputs: Inputs, context: Context, head: Version, base: Base, today: string): ConfiguredFor {
  const trustsHead = !isFromFork(context);
  return configuredIn(trustsHead ? head.host : baseHostOf(base), inputs, { today, trustsHead });
}

function configuredIn(
  host: Host,
  { mode, audiences, failOn, config }: Inputs,
  settings: { readonly today: string; readonly trustsHead: boolean },
): ConfiguredFor {
  const configuredFor = configurations({
    language: language(),
    settings: { ...(mode && { mode }), ...(audiences && { audiences }), ...settings },
    bar: failOn,
    file: config === '' ? undefined : config,
  });
  const asked = askingOnce(host);
  return (uri) => configuredFor(uri, { host: asked, top: '', folder: '' });
}

async function judgeOne(planned: Planned, head: Version, base: Base, configuredFor: ConfiguredFor): Promise<Judged> {
  const configured = await configuredFor(planned.head ?? planned.base);
  if ('refused' in configured) return { answer: configured.refused };
  const { settings, terms } = configured;
  const versionAt = (uri: string) => ('refusal' in base ? undefined : { uri, host: base.version.host, label: base.label });
  const old = planned.base === undefined ? undefined : versionAt(planned.base);
  if (planned.head === undefined) return { answer: old ? await examineRemoved(checker, old, settings) : NOTHING, terms };
  const isFile = !('refusal' in base) && base.file !== undefined;
  const from = old && { base: { ...old, mayBeAbsent: !isFile, isMoved: !isFile && old.uri !== planned.head } };
  const question = { head: { uri: planned.head, host: head.host }, ...from, lint: true, settings, onRelease: collectGarbage };
  return { answer: await examine(checker, question), terms };
}

const NOTHING: Judged['answer'] = { contract: undefined, findings: [], failures: [] };

/** Without a base nothing is configured, and that there is none fails the check anyway. */
function baseHostOf(base: Base): Host {
  return 'refusal' in base ? memoryHost({}) : base.version.host;
}

function failure(message: string): Judged {
  return { answer: { contract: undefined, findings: [], failures: [{ message }] } };
}
