import * as core from '@actions/core';
import type { AcceptanceEntry, Finding, Report } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Inputs } from '../inputs.ts';
import { reasonOf } from '../reason-of.ts';
import type { Repository } from '../repository.ts';
import { say } from '../say.ts';
import { type Agreement, NOTHING_AGREED } from './agreement.ts';
import { hasLabel } from './by-label.ts';
import { agreedByReply } from './by-reply.ts';
import type { Place } from './place.ts';
import { pullRequestNumber } from './pull-request-number.ts';

type Asked = Pick<Inputs, 'acceptLabel' | 'acceptReplies'>;

/** What is asked about: the findings, and whether others are looked at elsewhere. */
export interface Agreeable {
  readonly findings: readonly Finding[];
  readonly isPart: boolean;
}

/**
 * What people have agreed to on the pull request itself, as GitHub says it now. The label is asked for only where a change hurts
 * somebody; replies always, since who has accepted what is not there any more is told so. What cannot be asked is not agreed to, and
 * is a warning where it could count.
 */
export async function agreementsOn({ client, context }: Repository, inputs: Asked, { findings, isPart }: Agreeable): Promise<Omit<Agreement, 'warnings'>> {
  const issue = pullRequestNumber(context);
  if (issue === undefined) return NOTHING_AGREED;
  const changes = findings.filter(({ kind, verdict }) => kind === 'change' && verdict !== 'compatible');
  const isNeeded = changes.some(({ accepted }) => !accepted);
  const place = { owner: context.owner, repo: context.repo, issue_number: issue };
  const replied = inputs.acceptReplies ? await orWarning('what replies accept', () => agreedByReply(client, place, changes)) : NOTHING_AGREED;
  const before = new Set(replied.entries.map(({ fingerprint }) => fingerprint));
  const left = changes.filter(({ accepted, fingerprint }) => !accepted && !before.has(fingerprint));
  const label = await agreedByLabel(client, place, inputs.acceptLabel, { findings: left, isPart });
  // What the configuration accepts already has its own reason.
  const own = new Set(changes.filter(({ accepted }) => accepted).map(({ fingerprint }) => fingerprint));
  const warnings = isNeeded ? [...replied.warnings, ...label.warnings] : [];
  for (const warning of warnings) core.warning(say(warning));
  const { unmatched } = replied;
  return {
    entries: [...replied.entries.filter(({ fingerprint }) => !own.has(fingerprint)), ...label.entries],
    notes: [...label.notes, ...replied.notes, ...(isPart ? [] : (unmatched ?? [])), ...warnings],
    ...(isPart && unmatched && { unmatched }),
  };
}

async function agreedByLabel(client: Client, place: Place, label: string, { findings: changes, isPart }: Agreeable): Promise<Agreement> {
  if (label === '' || changes.length === 0) return NOTHING_AGREED;
  return orWarning('whether the pull request has the label of acceptance', async () => {
    if (!(await hasLabel(client, place, label))) return NOTHING_AGREED;
    const entries = changes.map(({ fingerprint, at }): AcceptanceEntry => ({ fingerprint, reason: `by label \`${label}\``, at }));
    return { ...NOTHING_AGREED, entries, notes: [`${isPart ? 'Changes are' : countOf(changes)} accepted by label \`${label}\`.`] };
  });
}

/** In parts the same sentence would come with other numbers. */
function countOf({ length }: readonly Finding[]): string {
  return length === 1 ? '1 change is' : `${length} changes are`;
}

async function orWarning(what: string, ask: () => Promise<Agreement>): Promise<Agreement> {
  try {
    return await ask();
  } catch (error) {
    return { ...NOTHING_AGREED, warnings: [`GitHub did not say ${what}, so nothing is accepted by it: ${reasonOf(error)}.`] };
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
