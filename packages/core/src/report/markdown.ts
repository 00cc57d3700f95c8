import type { Finding, Location, Version } from '../finding/finding.ts';
import { codeSpan, prose } from './code-span.ts';
import type { ContractReport, Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';
import { proofLine, verdictLine } from './verdict-line.ts';
import { affectsText, witnessJson, witnessVerdict } from './witness-text.ts';

export interface MarkdownOptions {
  readonly rules: readonly RuleInfo[];
  /** UTF-8 bytes; what does not fit is counted. GitHub takes 65,536 characters. */
  readonly maxBytes?: number;
  /** A permanent link to a place. */
  readonly linkTo?: (at: Location, version: Version) => string;
}

/** What a reviewer reads first: the verdict, the contracts, what breaks with its proof; everything else folded. */
export function toMarkdown(report: Report, options: MarkdownOptions): string {
  const { maxBytes = 60_000 } = options;
  const budget = { left: maxBytes - RESERVE };
  const take = (text: string): boolean => {
    const size = bytesOf(text);
    if (size > budget.left) return false;
    budget.left -= size;
    return true;
  };
  const blocks = [headline(report), contractTable(report.contracts), ...report.failures.map(({ message }) => `> **Could not check:** ${prose(message)}\n`)];
  const kept = blocks.filter(take);
  for (const { title, findings, open } of sectionsOf(report.findings)) {
    if (findings.length === 0) continue;
    const section = sectionText(title, findings, open, options, take);
    if (section !== '') kept.push(section);
  }
  return `${kept.join('\n')}\n${footer(report)}`;
}

/** Kept back for the lines that say what was cut. */
const RESERVE = 2_000;

interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly open: boolean;
}

function sectionsOf(findings: readonly Finding[]): readonly Section[] {
  const changes = (verdict: string) => findings.filter((finding) => finding.kind === 'change' && finding.verdict === verdict);
  const others = (severity: readonly string[]) => findings.filter((finding) => finding.kind !== 'change' && severity.includes(finding.severity));
  return [
    { title: 'Breaking changes', findings: changes('breaking'), open: true },
    { title: 'Errors', findings: others(['error']), open: true },
    { title: 'Dangerous changes', findings: changes('dangerous'), open: false },
    { title: 'Warnings', findings: others(['warn']), open: false },
    { title: 'Compatible changes', findings: changes('compatible'), open: false },
    { title: 'Notes', findings: others(['info', 'hint']), open: false },
  ];
}

function headline(report: Report): string {
  const { breaking, dangerous, errors } = report.summary;
  const sign = report.failures.length > 0 ? '⚠️' : breaking > 0 || errors > 0 ? '🔴' : dangerous > 0 ? '🟡' : '🟢';
  const proof = proofLine(report);
  return `## ${sign} Breakwater: ${verdictLine(report).replace(/\.$/, '')}\n${proof === '' ? '' : `\n${proof}\n`}`;
}

function contractTable(contracts: readonly ContractReport[]): string {
  if (contracts.length === 0) return '';
  const rows = contracts.slice(0, 50).map(({ uri, format = '', base, compared, needs }) => {
    const against = base === undefined ? 'not compared' : `${compared ? '' : 'not compared: '}${codeSpan(base)}`;
    return `| ${codeSpan(uri)} | ${format === '' ? '' : codeSpan(format)} | ${against} | ${needs ?? 'none'} |\n`;
  });
  const more = contracts.length > 50 ? `\n…and ${contracts.length - 50} more contracts.\n` : '';
  return `| contract | format | compared with | version bump that is needed |\n| --- | --- | --- | --- |\n${rows.join('')}${more}`;
}

function sectionText(title: string, findings: readonly Finding[], open: boolean, options: MarkdownOptions, take: (text: string) => boolean): string {
  const heading = open ? `### ${title} (${findings.length})\n` : `<details><summary>${title} (${findings.length})</summary>\n`;
  if (!take(`${heading}</details>`)) return `\n…and ${findings.length} ${title.toLowerCase()} that did not fit here.\n`;
  const lines: string[] = [];
  let group = '';
  let cut = 0;
  for (const finding of byOperation(findings)) {
    const name = finding.affects?.[0] ?? '';
    const text = `${name !== group && name !== '' ? `\n#### ${codeSpan(name)}\n\n` : ''}${itemOf(finding, options)}`;
    if (cut > 0 || !take(text)) cut++;
    else lines.push(text);
    group = name;
  }
  const more = cut > 0 ? `\n…and ${cut} more that did not fit here.\n` : '';
  return `${heading}\n${lines.join('')}${more}${open ? '' : '\n</details>\n'}`;
}

/** Grouped by the first operation that is affected, the groups in the order of their first finding. */
function byOperation(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = finding.affects?.[0] ?? '';
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return [...groups.values()].flat();
}

function itemOf(finding: Finding, { rules, linkTo }: MarkdownOptions): string {
  const { message, at, related, ruleId, verdict, witness, unproved, affects = [], advice } = finding;
  const info = rules.find(({ id }) => id === ruleId);
  const lines = [`- ${prose(message)} ${placeOf(at, 'head', linkTo)} ${info ? `[${ruleId}](${info.helpUri})` : codeSpan(ruleId)}`];
  if (verdict !== 'compatible') {
    for (const old of related) if (old.version === 'base') lines.push(`before: ${placeOf(old.at, 'base', linkTo)}`);
    if (affects.length > 1) lines.push(`affects ${codeSpan(affectsText(finding, 5))}`);
    if (witness) lines.push(`proof at ${codeSpan(witness.boundary)}, a value that ${witnessVerdict(witness)}:\n\n${fenced(witnessJson(witness, 2))}`);
    if (unproved !== undefined) lines.push(`not proved: ${codeSpan(unproved)}`);
    if (advice !== undefined && advice !== '') lines.push(`**what to do:** ${prose(advice)}`);
  }
  return `${lines
    .join('<br>\n  ')
    .replaceAll('<br>\n  proof', '\n\n  proof')
    .replaceAll(/(```)<br>/g, '$1\n')}\n`;
}

function placeOf(at: Location, version: Version, linkTo: MarkdownOptions['linkTo']): string {
  const name = codeSpan(`${at.uri}:${at.start.line + 1}`);
  return linkTo ? `[${name}](${linkTo(at, version)})` : name;
}

/** Indented as a part of its list item; a fence longer than any run of backticks in it. */
function fenced(json: string): string {
  const text = json.replaceAll('`', '\u02CB');
  return ['```json', ...text.split('\n'), '```'].map((line) => `  ${line}`).join('\n');
}

function footer({ tool }: Report): string {
  return `\n<sub>Breakwater ${tool.version}. Proofs are confirmed by ajv.</sub>\n`;
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
