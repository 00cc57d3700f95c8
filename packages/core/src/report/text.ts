import type { Finding } from '../finding/finding.ts';
import { cleanText } from './clean-text.ts';
import { notesOf } from './notes.ts';
import type { Report } from './report.ts';
import { groupBy } from './sections.ts';
import { proofLine, verdictLine } from './verdict-line.ts';
import { affectsText, witnessJson, witnessVerdict } from './witness-text.ts';

export interface TextOptions {
  /** ANSI colour on the words of verdict and severity. */
  readonly color?: boolean;
}

/** For a terminal: one block a finding, grouped by file in the given order, the sum at the end. What a page says is said once a page. */
export function toText(report: Report, { color = false }: TextOptions = {}): string {
  const lines: string[] = [];
  const explained = new Set<string>();
  const isFirst = ({ ruleId }: Finding) => explained.size < explained.add(ruleId).size;
  for (const [uri, findings] of groupBy(report.findings, ({ at }) => at.uri))
    lines.push(cleanText(uri), ...findings.flatMap((finding) => linesOf(finding, { color, isFirst })), '');
  for (const { uri, base, compared } of report.contracts)
    if (base !== undefined) lines.push(cleanText(`${uri}: ${compared ? 'compared with' : 'not compared with'} ${base}`));
  for (const { message } of report.failures) lines.push(`${paint('could not check', 'error', color)}: ${cleanText(message)}`);
  const proof = proofLine(report);
  return `${[...lines, ...(proof === '' ? [] : [proof]), verdictLine(report)].join('\n')}\n`;
}

interface LineOptions {
  readonly color: boolean;
  readonly isFirst: (finding: Finding) => boolean;
}

function linesOf(finding: Finding, { color, isFirst }: LineOptions): readonly string[] {
  const { at, message, ruleId, verdict, severity } = finding;
  const place = `${at.start.line + 1}:${at.start.character + 1}`;
  const head = `  ${place.padEnd(8)} ${paint(verdict ?? severity, severity, color)}  ${cleanText(message)}  ${cleanText(ruleId)}`;
  const details = verdict === 'compatible' ? excuseOf(finding) : [...detailsOf(finding), ...(isFirst(finding) ? guideOf(finding) : [])];
  return [head, ...details.map((line) => `           ${cleanText(line)}`)];
}

/** What hurts nobody needs no more words, unless it would have hurt. */
function excuseOf({ excused }: Finding): readonly string[] {
  return excused === undefined ? [] : [`not counted: ${excused}`];
}

function detailsOf(finding: Finding): readonly string[] {
  const { witness, unproved, related, affects = [], inBase } = finding;
  const old = related.filter(({ version }) => version === 'base').map(({ at }) => `${at.uri}:${at.start.line + 1}:${at.start.character + 1} in base`);
  return [
    ...old.map((place) => `before: ${place}`),
    ...(witness ? [`proof: ${witnessJson(witness)} ${witnessVerdict(witness)} (${witness.boundary})`] : []),
    ...(unproved !== undefined ? [`not proved: ${unproved}`] : []),
    ...(inBase ? ['in the base already: it fails nothing'] : []),
    ...notesOf(finding).map(({ label, text }) => `${label}: ${text}`),
    ...(affects.length > 0 ? [`affects: ${affectsText(finding)}`] : []),
  ];
}

function guideOf({ reason = '', advice = '' }: Finding): readonly string[] {
  return [...(reason !== '' ? [`why: ${reason}`] : []), ...(advice !== '' ? [`what to do: ${advice}`] : [])];
}

const COLORS: Readonly<Record<Finding['severity'], string>> = { error: '31', warn: '33', info: '36', hint: '36', off: '0' };

function paint(text: string, severity: Finding['severity'], color: boolean): string {
  return color ? `\u001b[${COLORS[severity]}m${text}\u001b[0m` : text;
}
