import { encodePath, type Report, toMarkdown } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import type { Context } from '../context.ts';
import type { Commits } from './sink.ts';

/** The report with permalinks into the two versions. */
export function markdownOf(report: Report, { serverUrl, owner, repo }: Context, { head, base }: Commits, maxBytes: number, forReview = false): string {
  const gone = new Set(report.contracts.filter(({ state }) => state === 'removed').map(({ uri }) => uri));
  return toMarkdown(report, {
    rules: ruleInfos(),
    maxBytes,
    forReview,
    linkTo({ uri, start, end }, version) {
      const sha = version === 'base' || gone.has(uri) ? base : head;
      return sha && `${serverUrl}/${owner}/${repo}/blob/${sha}/${encodePath(uri)}#L${start.line + 1}-L${end.line + 1}`;
    },
  });
}
