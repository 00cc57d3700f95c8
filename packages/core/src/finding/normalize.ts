import type { Finding, Severity } from './finding.ts';

const SEVERITIES: readonly Severity[] = ['off', 'hint', 'info', 'warn', 'error'];

/** Sorted by place, then id and message; equal ones once, the most severe; equal fingerprints made unique in that order. */
export function normalize(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(byPlace);
  const kept: Finding[] = [];
  const seen = new Set<string>();
  const count = new Map<string, number>();
  for (const finding of sorted) {
    const { at } = finding;
    const key = [finding.ruleId, at.uri, at.start.line, at.start.character, at.end.line, at.end.character, finding.message].join('|');
    if (seen.has(key)) continue;
    seen.add(key);
    const times = (count.get(finding.fingerprint) ?? 0) + 1;
    count.set(finding.fingerprint, times);
    kept.push(times === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${times}` });
  }
  return kept;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.at.uri, b.at.uri) ||
    a.at.start.line - b.at.start.line ||
    a.at.start.character - b.at.start.character ||
    a.at.end.line - b.at.end.line ||
    a.at.end.character - b.at.end.character ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message) ||
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
