import type { Checker, Configured, Finding, Fix, Host, Misconfigured, Report, SourceFile } from '@breakwater/core';

/** A safe repair of a finding, and the text that it is for. */
export interface Repair {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly source: SourceFile;
}

/** The safe repairs of what was reported; contracts are read again, as a report does not hold them. */
export function repairsIn(
  checker: Checker,
  head: Host,
  configuredFor: (uri: string) => Promise<Configured | Misconfigured>,
): (report: Report) => Promise<readonly Repair[]> {
  return async ({ contracts, findings }) => {
    const fixable = findings.filter(({ fixable }) => fixable === true);
    const repairs = new Map<Finding, Repair>();
    for (const { uri } of fixable.length === 0 ? [] : contracts) {
      const [contract, configured] = [await checker.load(uri, head), await configuredFor(uri)];
      if ('refusal' in contract || 'refused' in configured) continue;
      for (const [finding, fixes] of checker.fixes(contract, fixable, configured.settings)) {
        const fix = fixes.find(({ safe }) => safe);
        const source = contract.snapshot.files.get(finding.at.uri)?.source;
        if (fix && source && !repairs.has(finding)) repairs.set(finding, { finding, fix, source });
      }
    }
    return [...repairs.values()];
  };
}
