import * as core from '@actions/core';
import type { AcceptanceEntry, Finding, Report } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Inputs } from '../inputs.ts';
import type { Repository } from '../repository.ts';
import { say } from '../say.ts';
import { type Agreement, NOTHING_AGREED } from './agreement.ts';
import { hasLabel } from './by-label.ts';
import { agreedByReply } from './by-reply.ts';
import type { Place } from './place.ts';
import { pullRequestNumber } from './pull-request-number.ts';

type Asked = Pick<Inputs, 'acceptLabel' | 'acceptReplies'>;

/**
 * What people have agreed to on the pull request itself, as GitHub says it now. It is asked only where a change hurts somebody.
 * What cannot be asked is not agreed to, and is a warning.
 */
export async function agreementsOn(
  { client, context }: Repository,
  inputs: Asked,
  findings: readonly Finding[],
  isPart: boolean,
): Promise<Omit<Agreement, 'warnings'>> {
  const issue = pullRequestNumber(context);
  const changes = findings.filter(({ kind, verdict }) => kind === 'change' && verdict !== 'compatible');
  if (issue === undefined || changes.every(({ accepted }) => accepted)) return NOTHING_AGREED;
  const place = { owner: context.owner, repo: context.repo, issue_number: issue };
  const replied = inputs.acceptReplies ? await orWarning('what replies accept', () => agreedByReply(client, place, { changes, isPart })) : NOTHING_AGREED;
  const before = new Set(replied.entries.map(({ fingerprint }) => fingerprint));
  const left = changes.filter(({ accepted, fingerprint }) => !accepted && !before.has(fingerprint));
  const label = await agreedByLabel(client, place, inputs.acceptLabel, left);
  // What the configuration accepts already has its own reason.
  const own = new Set(changes.filter(({ accepted }) => accepted).map(({ fingerprint }) => fingerprint));
  const warnings = [...replied.warnings, ...label.warnings];
  for (const warning of warnings) core.warning(say(warning));
  return {
    entries: [...replied.entries.filter(({ fingerprint }) => !own.has(fingerprint)), ...label.entries],
    notes: [...label.notes, ...replied.notes, ...warnings],
  };
}

async function agreedByLabel(client: Client, place: Place, label: string, changes: readonly Finding[]): Promise<Agreement> {
  if (label === '' || changes.length === 0) return NOTHING_AGREED;
  return orWarning('whether the pull request has the label of acceptance', async () => {
    if (!(await hasLabel(client, place, label))) return NOTHING_AGREED;
    const entries = changes.map(({ fingerprint, at }): AcceptanceEntry => ({ fingerprint, reason: `by label \`${label}\``, at }));
    return { ...NOTHING_AGREED, entries, notes: [`${changes.length === 1 ? '1 change is' : `${changes.length} changes are`} accepted by label \`${label}\`.`] };
  });
}

async function orWarning(what: string, ask: () => Promise<Agreement>): Promise<Agreement> {
  try {
    return await ask();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    return { ...NOTHING_AGREED, warnings: [`GitHub did not say ${what}, so nothing is accepted by it: ${reason}.`] };
  }
}

/** How what is meant can be accepted, where something would have to be. */
export function howToAccept(
  { context }: Pick<Repository, 'context'>,
  { acceptLabel, acceptReplies }: Asked,
  { findings }: Pick<Report, 'findings'>,
): readonly string[] {
  const isOpen = findings.some(({ kind, verdict, accepted }) => kind === 'change' && verdict === 'breaking' && !accepted);
  const ways = [
    ...(acceptReplies ? ['by the reply `/breakwater accept <id> <reason>` of somebody who may write here'] : []),
    ...(acceptLabel === '' ? [] : [`with all others by the label \`${acceptLabel}\``]),
  ];
  if (!isOpen || ways.length === 0 || pullRequestNumber(context) === undefined) return [];
  return [`A change that is meant is accepted ${ways.join(', or ')}; then the check has to run again.`];
}
