import { byOperation, escapeUnsafe, type Finding, worstFirst } from '@breakwater/core';
import { type Range, RequestType } from 'vscode-languageserver';
import { toRange } from '../diagnostics/to-diagnostic.ts';
import { type Feature, type Parts, pathAfterChecks } from '../feature.ts';
import type { Result } from '../session/result.ts';

interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** A change as a list of an editor shows it. */
interface ListedChange {
  readonly message: string;
  readonly verdict: 'breaking' | 'dangerous' | 'compatible' | 'accepted';
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly at: Place;
  /** Where it was in the base, if the editor can show that. */
  readonly before?: Place;
}

export interface ChangeGroup {
  /** The operation, or the file where no single operation is concerned. */
  readonly label: string;
  readonly changes: readonly ListedChange[];
}

/** What changed in the contracts of a document, grouped by operation, the worst first. */
const changeList = new RequestType<{ readonly uri: string }, readonly ChangeGroup[], void>('breakwater/changes');

export const changeLists: Feature = {
  capabilities: () => ({}),
  answer(connection, parts) {
    connection.onRequest(changeList, async ({ uri }) => {
      const path = await pathAfterChecks(uri, parts);
      return parts.session.resultsOf(path).flatMap((result) => groupsOf(result, parts));
    });
  },
};

function groupsOf(result: Result, parts: Parts): readonly ChangeGroup[] {
  const changes = worstFirst(result.findings.filter(({ kind }) => kind === 'change'));
  return [...byOperation(changes)].map(([operation, members]) => ({
    label: escapeUnsafe(operation === '' ? result.contract.snapshot.entry : operation),
    changes: members.map((finding) => toListed(finding, result, parts)),
  }));
}

function toListed(finding: Finding, result: Result, { placesOf }: Parts): ListedChange {
  const { message, verdict = 'compatible', accepted, ruleId, fingerprint, at, related } = finding;
  const { headUri, baseUri } = placesOf(result);
  const old = related.find(({ version }) => version === 'base')?.at;
  const before = old && baseUri(old.uri);
  return {
    message: escapeUnsafe(message),
    verdict: accepted ? 'accepted' : verdict,
    ruleId,
    fingerprint,
    at: { uri: headUri(at.uri), range: toRange(at) },
    ...(old && before !== undefined && { before: { uri: before, range: toRange(old) } }),
  };
}
