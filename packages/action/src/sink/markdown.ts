import { encodePath, type Report, toMarkdown, type Version } from '@breakwater/core';
import { ruleInfos } from '@breakwater/formats';
import type { Base } from '../base.ts';
import type { Context } from '../context.ts';

/** The report with permalinks into the two versions. */
export function markdownOf(report: Report, { serverUrl, owner, repo, sha }: Context, base: Base, maxBytes: number): string {
  const shas: Readonly<Record<Version, string>> = { head: sha, base: 'sha' in base ? base.sha : sha };
  return toMarkdown(report, {
    rules: ruleInfos(),
    maxBytes,
    linkTo: ({ uri, start, end }, version) => `${serverUrl}/${owner}/${repo}/blob/${shas[version]}/${encodePath(uri)}#L${start.line + 1}-L${end.line + 1}`,
  });
}
