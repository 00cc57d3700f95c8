import type { AcceptanceEntry, Finding } from '@breakwater/core';
import type { Client } from '../client.ts';
import type { Agreement } from './agreement.ts';
import type { Place } from './place.ts';
import { type Reply, repliesIn } from './reply.ts';
import { writersAmong } from './writers.ts';

/** What was agreed to by replies of people who may write to the repository; the last word on a change counts. */
export async function agreedByReply(client: Client, place: Place, changes: readonly Finding[]): Promise<Agreement> {
  const replies = await repliesTo(client, place);
  const likely = replies.filter(({ isLikely }) => isLikely);
  const writers = await writersAmong(client, place, new Set([...likely, ...replies].map(({ login }) => login)));
  const entries = new Map<string, AcceptanceEntry>();
  const [notes, warnings, unmatched]: [string[], string[], string[]] = [[], [], []];
  let ignored = 0;
  for (const reply of replies) {
    const mayWrite = writers.get(reply.login) ?? false;
    if (mayWrite === false) ignored++;
    else if (mayWrite !== true)
      warnings.push(`The reply of \`${reply.login}\` does not count, as GitHub did not say whether they may write: ${mayWrite.reason}.`);
    else {
      const meant = meantBy(reply, changes);
      if (meant === undefined) unmatched.push(unmatchedNote(reply));
      else if (typeof meant === 'string') notes.push(meant);
      else entries.set(meant.fingerprint, { fingerprint: meant.fingerprint, reason: reply.reason, by: reply.login, at: meant.at });
    }
  }
  return { entries: [...entries.values()], notes: [...ignoredNote(ignored), ...notes], warnings: [...new Set(warnings)], unmatched };
}

/** Of an author whom GitHub shows to be close to the repository; it does not show it of all who are, so it decides nothing. */
interface FoundReply extends Reply {
  readonly isLikely: boolean;
}

const CLOSE: ReadonlySet<string | undefined> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** Bots repeat the words of strangers, so only people are heard. */
async function repliesTo(client: Client, place: Place): Promise<readonly FoundReply[]> {
  const replies: FoundReply[] = [];
  for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, { ...place, per_page: 100 }))
    for (const { body = '', user, author_association: association } of data) {
      const isLikely = CLOSE.has(association);
      if (user?.type === 'User') replies.push(...repliesIn(body, user.login).map((reply) => ({ ...reply, isLikely })));
    }
  return replies;
}

/** The change that a reply names, or what is wrong with the name; `undefined` if there is none of that name. */
function meantBy({ login, id }: Reply, changes: readonly Finding[]): Finding | string | undefined {
  if (id === '') return `A reply of \`${login}\` accepts nothing: it has to be \`/breakwater accept <id> <reason>\`, with an id of this comment.`;
  const exact = changes.find(({ fingerprint }) => fingerprint === id);
  const [first, ...others] = exact ? [exact] : changes.filter(({ fingerprint }) => fingerprint.startsWith(id));
  if (others.length > 0) return `\`${id}\`, which \`${login}\` accepts, begins ${others.length + 1} ids; more of it is needed.`;
  return first;
}

function unmatchedNote({ login, id }: Reply): string {
  return `No change needs the acceptance of \`${id}\` by \`${login}\`: there is none of this id, or not any more.`;
}

function ignoredNote(count: number): readonly string[] {
  if (count === 0) return [];
  const what =
    count === 1
      ? '1 reply with `/breakwater accept` was ignored, as its author'
      : `${count} replies with \`/breakwater accept\` were ignored, as their authors`;
  return [`${what} may not write to this repository.`];
}
