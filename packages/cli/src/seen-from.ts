import { resolve } from 'node:path';
import type { Finding, Location, Report } from '@breakwater/core';
import { STDIN, uriOf } from './source.ts';

/** A report with its files named as people would type them from `cwd`, where uris start at another folder. */
export function seenFrom<R extends Omit<Report, 'tool'>>(report: R, start: string, cwd: string): R {
  if (start === cwd) return report;
  const named = (uri: string) => (uri === STDIN ? uri : uriOf(resolve(start, uri), cwd));
  const placed = (at: Location) => ({ ...at, uri: named(at.uri) });
  const seen = (finding: Finding) => ({ ...finding, at: placed(finding.at), related: finding.related.map((one) => ({ ...one, at: placed(one.at) })) });
  return {
    ...report,
    contracts: report.contracts.map((contract) => ({ ...contract, uri: named(contract.uri) })),
    findings: report.findings.map(seen),
    failures: report.failures.map((failure) => ({ ...failure, ...(failure.uri !== undefined && { uri: named(failure.uri) }) })),
  };
}
