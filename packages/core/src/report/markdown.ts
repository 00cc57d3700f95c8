import type { Finding, Location, Version } from '../finding/finding.ts';
import { bumpLine } from './bump-line.ts';
import { changelogItems } from './changelog/changelog-items.ts';
import { checklistText } from './checklist.ts';
import { codeSpan, prose } from './code-span.ts';
import { type ItemOptions, itemOf } from './markdown-item.ts';
import type { ContractReport, Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';
import { byOperation, type Section, sectionsOf } from './sections.ts';
import { proofLine, verdictLine } from './verdict-line.ts';

export interface MarkdownOptions {
  readonly rules: readonly RuleInfo[];
  /** UTF-8 bytes, at least 2,000; what does not fit is counted. GitHub takes 65,536 characters. */
  readonly maxBytes?: number;
  /** Whether it is for who reviews the changes: with a checklist, and what a changelog would say, as far as they fit. */
  readonly forReview?: boolean;
  /** A permanent link to a place, if there is one. */
  readonly linkTo?: (at: Location, version: Version) => string | undefined;
}

/** Takes bytes if there are so many left. */
type Take = (text: string) => boolean;

/** What a reviewer reads first: the verdict, the contracts, what breaks with its proof; everything else folded. */
export function toMarkdown(report: Report, { rules, maxBytes = 60_000, linkTo, forReview = false }: MarkdownOptions): string {
  const options: ItemOptions = { rules: new Map(rules.map((rule) => [rule.id, rule])), linkTo };
  const sections = sectionsOf(report.findings);
  // First what is always there; then the failures and the contracts, each from its share, so that neither crowds out what breaks.
  const checklist = forReview && report.findings.length > 0 ? checklistText(report) : '';
  const frame = [headline(report), checklist, footer(report), ...sections.map(frameOf), MORE_LINES].join('');
  const budget = budgetOf(maxBytes - bytesOf(frame));
  const failures = failuresOf(report, budget.part(0.25));
  const contracts = contractTable(report.contracts, budget.part(0.25));
  const notes = notesText(report, budget.part(0.1));
  const texts = sections.map((section) => sectionText(section, options, budget.take));
  const changelog = forReview ? changelogPart(report.findings, budget.take) : '';
  return [headline(report), contracts, failures, notes, ...texts, checklist, changelog, footer(report)].join('');
}

/** Room for the lines that say what was cut of contracts and failures. */
const MORE_LINES = ' '.repeat(300);

function budgetOf(bytes: number): { readonly take: Take; part(share: number): Take } {
  let left = bytes;
  const takeAbove =
    (floor: number) =>
    (text: string): boolean => {
      const size = bytesOf(text);
      if (left - size < floor) return false;
      left -= size;
      return true;
    };
  return { take: takeAbove(0), part: (share) => takeAbove(left * (1 - share)) };
}

function headline(report: Report): string {
  const { breaking, dangerous, errors } = report.summary;
  const sign = report.failures.length > 0 ? '⚠️' : breaking > 0 || errors > 0 ? '🔴' : dangerous > 0 ? '🟡' : '🟢';
  const lines = [bumpLine(report), proofLine(report)].filter((line) => line !== '');
  return `## ${sign} Breakwater: ${verdictLine(report).replace(/\.$/, '')}\n${lines.map((line) => `\n${line}\n`).join('')}`;
}

function failuresOf({ failures }: Report, take: Take): string {
  const { kept, cut } = fitting(
    failures.map(({ message }) => `\n> **Could not check:** ${prose(message)}\n`),
    failures.length,
    take,
  );
  return `${kept.join('')}${cut > 0 ? `\n> **Could not check:** ${cut} more.\n` : ''}`;
}

function notesText({ notes = [] }: Report, take: Take): string {
  const { kept, cut } = fitting(
    notes.map((note) => `\n- ${prose(note)}`),
    notes.length,
    take,
  );
  return kept.length === 0 ? '' : `${kept.join('')}${cut > 0 ? `\n- …and ${cut} more.` : ''}\n`;
}

function contractTable(contracts: readonly ContractReport[], take: Take): string {
  if (contracts.length === 0) return '';
  const { kept, cut } = fitting(contracts.map(rowOf), contracts.length, take);
  const more = cut > 0 ? `\n…and ${cut} more contracts.\n` : '';
  return kept.length === 0 ? more : `${TABLE_HEAD}${kept.join('')}${more}`;
}

const TABLE_HEAD = '\n| contract | format | compared with | version bump that is needed |\n| --- | --- | --- | --- |\n';

function rowOf(contract: ContractReport): string {
  const { uri, format = '', base, compared, needs, versions } = contract;
  const against = base === undefined ? 'not compared' : `${stateOf(contract)}${codeSpan(base)}`;
  const declared = versions ? ` (${codeSpan(versions.base)} → ${codeSpan(versions.head)})` : '';
  return `| ${codeSpan(uri)} | ${format === '' ? '' : codeSpan(format)} | ${against} | ${compared ? `${needs ?? 'none'}${declared}` : ''} |\n`;
}

function stateOf({ state, previously = '', compared }: ContractReport): string {
  if (state === 'removed') return '**removed**; was in ';
  if (state === 'moved') return `${compared ? '' : 'not compared: '}moved from ${codeSpan(previously)}; `;
  return compared || state === 'new' ? '' : 'not compared: ';
}

/** Breaking changes and errors stand open, everything else is folded. */
function openingOf({ kind, title, findings }: Section): string {
  const text = `${title} (${findings.length})`;
  return kind === 'breaking' || kind === 'error' ? `\n### ${text}\n\n` : `\n<details><summary>${text}</summary>\n\n`;
}

function closingOf({ kind }: Section, cut: number): string {
  const more = cut > 0 ? `\n…and ${cut} more that did not fit here.\n` : '';
  return kind === 'breaking' || kind === 'error' ? more : `${more}\n</details>\n`;
}

/** The most that a section takes apart from its findings. */
function frameOf(section: Section): string {
  return `${openingOf(section)}${closingOf(section, section.findings.length)}`;
}

/** Grouped by operation; from the first finding that does not fit, the rest is counted. */
function sectionText(section: Section, options: ItemOptions, take: Take): string {
  const { kept, cut } = fitting(itemsOf(section.findings, options), section.findings.length, take);
  return `${openingOf(section)}${kept.join('')}${closingOf(section, cut)}`;
}

function* itemsOf(findings: readonly Finding[], options: ItemOptions): Iterable<string> {
  for (const [operation, members] of byOperation(findings)) {
    let heading = operation === '' ? '' : `\n#### ${codeSpan(operation)}\n\n`;
    for (const finding of members) {
      yield `${heading}${itemOf(finding, options)}`;
      heading = '';
    }
  }
}

/** The first of so many texts that fit, and how many do not; these are not even written. */
function fitting(texts: Iterable<string>, count: number, take: Take): { readonly kept: readonly string[]; readonly cut: number } {
  const kept: string[] = [];
  for (const text of texts) {
    if (!take(text)) break;
    kept.push(text);
  }
  return { kept, cut: count - kept.length };
}

function footer({ tool }: Report): string {
  return `\n<sub>Breakwater ${codeSpan(tool.version)}. Proofs are confirmed by ajv.</sub>\n`;
}

/** The least important part, so it comes from what is left; one that does not fit is said in a line. */
function changelogPart(findings: readonly Finding[], take: Take): string {
  const changes = findings.filter(({ kind }) => kind === 'change');
  if (changes.length === 0) return '';
  if (!take(CHANGELOG_FRAME)) return CHANGELOG_CUT;
  const items = [...changelogItems(changes)];
  const { kept, cut } = fitting(items, items.length, take);
  const more = cut > 0 ? `\n…and ${cut} more that did not fit here.\n` : '';
  return `\n<details><summary>For the changelog (${changes.length})</summary>\n${kept.join('')}${more}\n</details>\n`;
}

const CHANGELOG_CUT = '\nWhat a changelog would say did not fit here.\n';
/** Its size with its longest numbers. */
const CHANGELOG_FRAME = ' '.repeat(150);

function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
