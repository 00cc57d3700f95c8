import { ascending } from '../text/ascending.ts';
import type { Finding, Severity } from './finding.ts';

const SEVERITIES: readonly Severity[] = ['off', 'hint', 'info', 'warn', 'error'];

/** Sorted by place, then id and message; equal ones once, the most severe; equal fingerprints made unique in that order. */
export function normalize(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(inOrder);
  const kept: Finding[] = [];
  const count = new Map<string, number>();
  let before: Finding | undefined;
  for (const finding of sorted) {
    if (isEqual(finding, before)) continue;
    before = finding;
    const times = (count.get(finding.fingerprint) ?? 0) + 1;
    count.set(finding.fingerprint, times);
    kept.push(times === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${times}` });
  }
  return kept;
}

function inOrder(a: Finding, b: Finding): number {
  return byPlace(a, b) || SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

/** Equal ones stand side by side. */
function isEqual(finding: Finding, before: Finding | undefined): boolean {
  return before !== undefined && byPlace(finding, before) === 0;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    ascending(a.at.uri, b.at.uri) ||
    a.at.start.line - b.at.start.line ||
    a.at.start.character - b.at.start.character ||
    a.at.end.line - b.at.end.line ||
    a.at.end.character - b.at.end.character ||
    ascending(a.ruleId, b.ruleId) ||
    ascending(a.message, b.message)
  );
}
