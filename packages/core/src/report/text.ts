import type { Finding } from '../finding/finding.ts';
import { cleanText } from './clean-text.ts';
import type { Report } from './report.ts';
import { proofLine, verdictLine } from './verdict-line.ts';
import { affectsText, witnessJson, witnessVerdict } from './witness-text.ts';

export interface TextOptions {
  /** ANSI colour on the words of verdict and severity. */
  readonly color?: boolean;
}

/** For a terminal: one block a finding, grouped by file in the given order, the sum at the end. */
export function toText(report: Report, { color = false }: TextOptions = {}): string {
  const lines: string[] = [];
  let file = '';
  for (const finding of report.findings) {
    if (finding.at.uri !== file) lines.push(...(file === '' ? [] : ['']), cleanText(finding.at.uri));
    file = finding.at.uri;
    lines.push(...linesOf(finding, color));
  }
  if (report.findings.length > 0) lines.push('');
  for (const { uri, base, compared } of report.contracts)
    if (base !== undefined) lines.push(cleanText(`${uri}: ${compared ? 'compared with' : 'not compared with'} ${base}`));
  for (const { message } of report.failures) lines.push(`${paint('could not check', 'error', color)}: ${cleanText(message)}`);
  const proof = proofLine(report);
  return `${[...lines, ...(proof === '' ? [] : [proof]), verdictLine(report)].join('\n')}\n`;
}

function linesOf(finding: Finding, color: boolean): readonly string[] {
  const { at, message, ruleId, verdict, severity, witness, unproved, related, reason, advice } = finding;
  const place = `${at.start.line + 1}:${at.start.character + 1}`;
  const more: string[] = [];
  if (verdict !== 'compatible') {
    for (const { at: old, version } of related)
      if (version === 'base') more.push(`before: ${old.uri}:${old.start.line + 1}:${old.start.character + 1} in base`);
    if (witness) more.push(`proof: ${witnessJson(witness)} ${witnessVerdict(witness)} (${witness.boundary})`);
    if (unproved !== undefined) more.push(`not proved: ${unproved}`);
    if (finding.affects && finding.affects.length > 0) more.push(`affects: ${affectsText(finding)}`);
    if (reason !== undefined && reason !== '') more.push(`why: ${reason}`);
    if (advice !== undefined) more.push(`what to do: ${advice}`);
  }
  const head = `  ${place.padEnd(8)} ${paint(verdict ?? severity, severity, color)}  ${cleanText(message)}  ${ruleId}`;
  return [head, ...more.map((line) => `           ${cleanText(line)}`)];
}

const COLORS: Readonly<Record<Finding['severity'], string>> = { error: '31', warn: '33', info: '36', hint: '36', off: '0' };

function paint(text: string, severity: Finding['severity'], color: boolean): string {
  return color ? `\u001b[${COLORS[severity]}m${text}\u001b[0m` : text;
}
