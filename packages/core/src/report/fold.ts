import type { Finding } from '../finding/finding.ts';
import { normalize } from '../finding/normalize.ts';
import { ascending } from '../text/ascending.ts';
import { type Failure, type Report, type Run, type Summary, summaryOf } from './report.ts';

/** The report of a run of the Action, which says where it comes from. */
export interface RunReport extends Report {
  readonly run: Run;
}

/** One report of several that are about parts of one check. What does not fit together, or is missing, is a failure of its own. */
export function foldReports(reports: readonly RunReport[]): Omit<Report, 'tool' | 'run'> & { readonly run: Run } {
  const told = reports.flatMap((report) => report.findings);
  const findings = normalize([...told, ...unusedIn(reports, told)]);
  const failures = onlyOnce([...reports.flatMap((report) => report.failures), ...misfits(reports)]);
  return {
    contracts: reports.flatMap(({ contracts }) => contracts).sort((a, b) => ascending(a.uri, b.uri)),
    findings,
    summary: { ...summaryOf(findings), suppressed: sumOf(reports, 'suppressed'), baseline: sumOf(reports, 'baseline') },
    failures,
    notes: [...new Set(reports.flatMap(({ notes = [] }) => notes)), ...unmatchedIn(reports)],
    run: runOf(reports, failures),
  };
}

/** Acceptances that no part needs. One of which a policy tells, as its last day is over, has been needed all the same. */
function unusedIn(reports: readonly RunReport[], findings: readonly Finding[]): readonly Finding[] {
  const used = new Set<unknown>(findings.map(({ accepted, kind, data }) => (kind === 'policy' ? data : accepted)?.fingerprint));
  return reports.flatMap(({ run }) => run.shard?.unused ?? []).filter(({ data }) => !used.has(data.fingerprint));
}

/** What every part says of replies, of those that have looked at them. */
function unmatchedIn(reports: readonly RunReport[]): readonly string[] {
  const [first = [], ...others] = reports.flatMap(({ run }) => (run.shard?.unmatched ? [run.shard.unmatched] : []));
  return [...new Set(first)].filter((note) => others.every((notes) => notes.includes(note)));
}

/** Whatever part failed, and whatever is missing, fails the whole. */
function runOf(reports: readonly RunReport[], failures: readonly Failure[]): Run {
  const { head = '', base, pullRequest } = reports[0]?.run ?? {};
  return {
    failed: reports.length === 0 || failures.length > 0 || reports.some(({ run }) => run.failed),
    head,
    ...(base !== undefined && { base }),
    ...(pullRequest && { pullRequest }),
  };
}

/** Those that are in no finding of a report. */
function sumOf(reports: readonly Report[], member: keyof Summary): number {
  return reports.reduce((sum, { summary }) => sum + summary[member], 0);
}

/** What is told of a configuration is told by every part. */
function onlyOnce(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((failure) => [failure.message, failure])).values()];
}

function misfits(reports: readonly RunReport[]): readonly Failure[] {
  const [first] = reports;
  if (!first) return [{ message: 'There is no report to fold.' }];
  const isOther = ({ run }: RunReport) =>
    run.head !== first.run.head || run.base !== first.run.base || JSON.stringify(run.pullRequest) !== JSON.stringify(first.run.pullRequest);
  const others = reports.some(isOther) ? [{ message: 'The reports are about different commits, so they tell nothing together.' }] : [];
  return [...others, ...missingShards(reports)];
}

/** Nothing is known of the contracts of a part that is not there. */
function missingShards(reports: readonly RunReport[]): readonly Failure[] {
  const shards = reports.flatMap(({ run }) => run.shard ?? []);
  const [shard] = shards;
  if (!shard) return [];
  const fit = shards.length === reports.length && shards.every(({ of, contracts }) => of === shard.of && contracts === shard.contracts);
  if (!fit) return [{ message: 'The reports are not the shards of one check: they have not shared the same contracts among as many.' }];
  const indexes = shards.map(({ index }) => index);
  const numbers = Array.from({ length: shard.of }, (_, i) => i + 1);
  return [
    ...numbers.filter((index) => !indexes.includes(index)).map((index) => ({ message: `The report of shard ${index}/${shard.of} is missing.` })),
    ...(new Set(indexes).size < indexes.length ? [{ message: 'A shard has more than one report.' }] : []),
    ...(indexes.some((index) => index > shard.of) ? [{ message: 'A report is of a shard beyond the last one.' }] : []),
  ];
}
