import type { Finding, Location, Related, Severity } from '../finding/finding.ts';
import { encodePath } from './clean-text.ts';
import { wellFormedJson } from './json-text.ts';
import type { Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';
import { worstFirst } from './sections.ts';

export interface SarifOptions {
  readonly rules: readonly RuleInfo[];
  /** Results beyond it are left out, the least grave ones, and counted: GitHub takes 25,000 a run. */
  readonly maxResults?: number;
  /** What the results replace that were told before of the same tool and commit: those of this category. */
  readonly category?: string;
}

/** GitHub keeps so many related locations of a result. */
const MAX_RELATED = 100;

/** SARIF's words for severity (SARIF 2.1.0, section 3.27.10). */
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note', hint: 'note', off: 'none' };

/** SARIF 2.1.0 (OASIS standard): one run. */
export function toSarif(report: Report, { rules, maxResults = 25_000, category }: SarifOptions): string {
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
    // With a slash at the end all of it is the category (docs.github.com, "SARIF support for code scanning", runAutomationDetails object).
    ...(category !== undefined && { automationDetails: { id: `${category}/` } }),
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: report.failures.length === 0, toolExecutionNotifications: notices }],
    results: mostGrave(report.findings, maxResults).map((finding) => resultOf(finding, indexes.get(finding.ruleId))),
  };
  return `${wellFormedJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, 2)}\n`;
}

/** So many of the worst, in the order in which they were. */
function mostGrave(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const kept = new Set(worstFirst(findings).slice(0, most));
  return findings.filter((finding) => kept.has(finding));
}

function notice(text: string, level: string) {
  return { level, message: messageOf(text) };
}

/**
 * Plain text in which `[text](target)` would be a link (SARIF 2.1.0, section 3.11.6): the brackets of one are escaped. Braces stay single,
 * against section 3.11.5: there are no `arguments`, so viewers show the text as it is, and templates of paths would be shown doubled.
 */
function messageOf(text: string) {
  return { text: text.includes('](') ? text.replaceAll(/[[\]]/g, '\\$&') : text };
}

function ruleOf({ id, summary, why, advice, helpUri, severity }: RuleInfo) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why === '' ? summary : why },
    help: { text: advice },
    helpUri,
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function resultOf(
  { ruleId, severity, message, at, related, fingerprint, verdict, audiences, inBase, witness, unproved, affects }: Finding,
  ruleIndex: number | undefined,
) {
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVEL[severity],
    message: messageOf(message),
    locations: [{ physicalLocation: placeOf(at) }],
    relatedLocations: related.slice(0, MAX_RELATED).map(relatedOf),
    partialFingerprints: { 'breakwater/v1': fingerprint },
    properties: {
      ...(verdict && { verdict }),
      ...(audiences && { audiences }),
      ...(inBase && { inBase }),
      ...(witness && { witness }),
      ...(unproved !== undefined && { unproved }),
      ...(affects && { affects }),
    },
  };
}

/** A place in the base is told in words: a physical location would be looked up in the tree that the results are about. */
function relatedOf({ message, at, version }: Related, id: number) {
  if (version === 'head') return { id, physicalLocation: placeOf(at), message: messageOf(message) };
  return { id, message: messageOf(`${message} (${at.uri}:${at.start.line + 1}:${at.start.character + 1} in base)`) };
}

function placeOf({ uri, start, end }: Location) {
  return {
    artifactLocation: { uri: encodePath(uri) },
    region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 },
  };
}
