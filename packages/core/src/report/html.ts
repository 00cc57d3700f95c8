import { cardOf } from './html-card.ts';
import { STYLE, styleOf, type Themes } from './html-style.ts';
import { code, escapeHtml, htmlProse } from './html-text.ts';
import type { ContractReport, Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';
import { byOperation, type Section, type SectionKind, sectionsOf } from './sections.ts';
import { proofLine, verdictLine } from './verdict-line.ts';

export interface HtmlOptions {
  readonly rules: readonly RuleInfo[];
  readonly themes?: Themes;
}

/** One self-contained page: no script, nothing loaded from anywhere. */
export function toHtml(report: Report, { rules, themes }: HtmlOptions): string {
  const help = new Map(rules.map(({ id, helpUri }) => [id, helpUri]));
  const sections = sectionsOf(report.findings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Breakwater report</title>
<style>${themes ? styleOf(themes) : STYLE}</style>
</head>
<body>
${headerOf(report)}
${filterOf(sections)}
<main>
${report.failures.map(({ message }) => `<p class="failure"><b>Could not check.</b> ${htmlProse(message)}</p>\n`).join('')}${contractsOf(report.contracts)}
${sections.map((section) => sectionText(section, help)).join('\n')}
</main>
<footer>Breakwater ${escapeHtml(report.tool.version)}. Every proof was confirmed by ajv against both versions.</footer>
</body>
</html>
`;
}

function headerOf(report: Report): string {
  const { kind, word } = worstOf(report);
  const proof = proofLine(report);
  const lines = [`<h1>Breakwater <span class="badge">${word}</span></h1>`, `<p class="verdict">${escapeHtml(verdictLine(report))}</p>`];
  return `<header class="${kind}">${lines.join('')}${proof === '' ? '' : `<p>${escapeHtml(proof)}</p>`}</header>`;
}

/** The one word that a reader takes away. What could not be checked is graver than anything that was found. */
function worstOf({ summary, failures }: Report): { readonly kind: SectionKind; readonly word: string } {
  const { breaking, errors, dangerous, warnings, compatible } = summary;
  if (failures.length > 0) return { kind: 'error', word: 'Not all checked' };
  if (breaking > 0) return { kind: 'breaking', word: 'Breaking' };
  if (errors > 0) return { kind: 'error', word: 'Errors' };
  if (dangerous > 0) return { kind: 'dangerous', word: 'Dangerous' };
  if (warnings > 0) return { kind: 'warn', word: 'Warnings' };
  return { kind: 'compatible', word: compatible > 0 ? 'Compatible' : 'Clean' };
}

/** One switch a section, before `main`, so that plain CSS can hide what is switched off. */
function filterOf(sections: readonly Section[]): string {
  if (sections.length < 2) return '';
  const boxes = sections.map(({ kind }) => `<input type="checkbox" class="switch" id="show-${kind}" checked>`);
  const labels = sections.map(({ kind, title, findings }) => `<label class="${kind}" for="show-${kind}">${title} <b>${findings.length}</b></label>`);
  return `${boxes.join('')}\n<nav aria-label="What to show">${labels.join('')}</nav>`;
}

function contractsOf(contracts: readonly ContractReport[]): string {
  if (contracts.length === 0) return '';
  const heads = ['contract', 'format', 'compared with', 'version bump needed'].map((name) => `<th scope="col">${name}</th>`);
  return `<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${contracts.map(rowOf).join('')}</tbody></table></div>`;
}

function rowOf({ uri, format = '', base = '', compared, needs, versions }: ContractReport): string {
  const declared = versions ? ` (${code(versions.base)} → ${code(versions.head)})` : '';
  const cells = [
    code(uri),
    escapeHtml(format),
    `${compared ? '' : base === '' ? 'not compared' : 'not compared: '}${escapeHtml(base)}`,
    compared ? `<span class="bump ${needs ?? 'none'}">${needs ?? 'none'}</span>${declared}` : '',
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** What hurts nobody is folded. */
function sectionText({ kind, title, findings }: Section, help: ReadonlyMap<string, string>): string {
  const open = kind === 'compatible' || kind === 'info' || kind === 'known' ? '' : ' open';
  const groups = [...byOperation(findings)].map(
    ([operation, members]) =>
      `<section>${operation === '' ? '' : `<h3>${escapeHtml(operation)}</h3>`}\n${members.map((finding) => cardOf(finding, help)).join('\n')}\n</section>`,
  );
  return `<details class="${kind}"${open}><summary><h2>${title}</h2> <span class="count">${findings.length}</span></summary>\n${groups.join('\n')}\n</details>`;
}
