import type { Finding, Location, Severity } from '../finding/finding.ts';
import { encodePath } from './clean-text.ts';
import type { Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';

export interface SarifOptions {
  readonly rules: readonly RuleInfo[];
  /** Results beyond it are left out and counted: GitHub takes 25,000 a run. */
  readonly maxResults?: number;
}

/** SARIF's words for severity (SARIF 2.1.0, section 3.27.10). */
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note', hint: 'note', off: 'none' };

/** SARIF 2.1.0 (OASIS standard): one run. */
export function toSarif(report: Report, { rules, maxResults = 25_000 }: SarifOptions): string {
  const used = new Set(report.findings.map(({ ruleId }) => ruleId));
  const listed = rules.filter(({ id }) => used.has(id));
  const indexes = new Map(listed.map(({ id }, i) => [id, i]));
  const left = report.findings.length - maxResults;
  const notices = [
    ...report.failures.map(({ message }) => notice(message, 'error')),
    ...(left > 0 ? [notice(`${left} further results were left out.`, 'warning')] : []),
  ];
  const run = {
    tool: {
      driver: { name: 'Breakwater', version: report.tool.version, informationUri: 'https://github.com/breakwater-api/breakwater', rules: listed.map(ruleOf) },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.failures.length === 0, toolExecutionNotifications: notices }],
    results: report.findings.slice(0, maxResults).map((finding) => resultOf(finding, indexes.get(finding.ruleId))),
  };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function notice(text: string, level: string) {
  return { level, message: { text } };
}

function ruleOf({ id, summary, why, advice, helpUri, severity }: RuleInfo) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: advice },
    helpUri,
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function resultOf({ ruleId, severity, message, at, related, fingerprint, verdict, witness, unproved, affects }: Finding, ruleIndex: number | undefined) {
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: placeOf(at) }],
    // Places in the base are not in the tree that the results are about; they are told in words.
    relatedLocations: related
      .filter(({ version }) => version === 'head')
      .map((other, id) => ({ id, physicalLocation: placeOf(other.at), message: { text: other.message } })),
    partialFingerprints: { 'breakwater/v1': fingerprint },
    properties: { ...(verdict && { verdict }), ...(witness && { witness }), ...(unproved !== undefined && { unproved }), ...(affects && { affects }) },
  };
}

function placeOf({ uri, start, end }: Location) {
  return {
    artifactLocation: { uri: encodePath(uri) },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  };
}
