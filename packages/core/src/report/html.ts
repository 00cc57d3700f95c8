import type { Finding } from '../finding/finding.ts';
import { escapeUnsafe } from './clean-text.ts';
import { STYLE } from './html-style.ts';
import type { ContractReport, Report } from './report.ts';
import type { RuleInfo } from './rule-info.ts';
import { proofLine, verdictLine } from './verdict-line.ts';
import { affectsText, witnessJson, witnessVerdict } from './witness-text.ts';

export interface HtmlOptions {
  readonly rules: readonly RuleInfo[];
}

/** One self-contained page: no script, nothing loaded from anywhere. */
export function toHtml(report: Report, { rules }: HtmlOptions): string {
  const help = new Map(rules.map(({ id, helpUri }) => [id, helpUri]));
  const { breaking, dangerous, errors, warnings } = report.summary;
  const worst = report.failures.length > 0 || breaking + errors > 0 ? 'breaking' : dangerous + warnings > 0 ? 'dangerous' : 'compatible';
  const order = ['breaking', 'error', 'dangerous', 'warn', 'compatible', 'info', 'hint'];
  const kinds = order.filter((kind) => report.findings.some((finding) => kindOf(finding) === kind));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Breakwater report</title>
<style>${STYLE}</style>
</head>
<body>
<header class="${worst}"><h1>Breakwater</h1><p class="verdict">${escapeHtml(verdictLine(report))}</p><p>${escapeHtml(proofLine(report))}</p></header>
<main>
${report.failures.map(({ message }) => `<p class="failure"><b>Could not check:</b> ${escapeHtml(message)}</p>`).join('\n')}
${contractsOf(report.contracts)}
${kinds
  .map((kind) =>
    sectionOf(
      kind,
      report.findings.filter((finding) => kindOf(finding) === kind),
      help,
    ),
  )
  .join('\n')}
</main>
<footer>Breakwater ${escapeHtml(report.tool.version)}. Every proof was confirmed by ajv against both versions.</footer>
</body>
</html>
`;
}

function kindOf({ verdict, severity }: Finding): string {
  return verdict ?? severity;
}

const TITLES: Readonly<Record<string, string>> = {
  breaking: 'Breaking changes',
  dangerous: 'Dangerous changes',
  compatible: 'Compatible changes',
  error: 'Errors',
  warn: 'Warnings',
  info: 'Notes',
  hint: 'Hints',
};

function contractsOf(contracts: readonly ContractReport[]): string {
  if (contracts.length === 0) return '';
  const rows = contracts.map(
    ({ uri, format = '', base = '', compared, needs = 'none' }) =>
      `<tr><td><code>${escapeHtml(uri)}</code></td><td>${escapeHtml(format)}</td><td>${compared ? '' : 'not compared '}${escapeHtml(base)}</td><td>${needs}</td></tr>`,
  );
  return `<table><thead><tr><th>contract</th><th>format</th><th>compared with</th><th>version bump needed</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function sectionOf(kind: string, findings: readonly Finding[], help: ReadonlyMap<string, string>): string {
  const open = kind === 'breaking' || kind === 'error' || kind === 'dangerous' || kind === 'warn' ? ' open' : '';
  return `<details class="${kind}"${open}><summary>${TITLES[kind] ?? kind} <span class="count">${findings.length}</span></summary>\n${findings.map((finding) => cardOf(finding, help)).join('\n')}\n</details>`;
}

function cardOf(finding: Finding, help: ReadonlyMap<string, string>): string {
  const { message, at, related, ruleId, witness, unproved, affects = [], reason, advice } = finding;
  const uri = help.get(ruleId);
  const old = related.find(({ version }) => version === 'base')?.at;
  const parts = [
    `<h3>${quoted(message)}</h3>`,
    `<p class="place"><code>${escapeHtml(`${at.uri}:${at.start.line + 1}`)}</code>${old ? ` <span>before: <code>${escapeHtml(`${old.uri}:${old.start.line + 1}`)}</code></span>` : ''} ${uri ? `<a href="${escapeHtml(uri)}">${escapeHtml(ruleId)}</a>` : escapeHtml(ruleId)}</p>`,
    affects.length > 0 ? `<p class="affects">affects ${escapeHtml(affectsText(finding, 5))}</p>` : '',
    witness
      ? `<figure><figcaption>Proof at <b>${escapeHtml(witness.boundary)}</b>: this value ${escapeHtml(witnessVerdict(witness))}.</figcaption><pre>${escapeHtml(witnessJson(witness, 2), true)}</pre></figure>`
      : '',
    unproved === undefined ? '' : `<p class="unproved">Not proved: ${escapeHtml(unproved)}</p>`,
    reason === undefined || reason === '' ? '' : `<p class="advice"><b>Why.</b> ${quoted(reason)}</p>`,
    advice === undefined || advice === '' ? '' : `<p class="advice"><b>What to do.</b> ${quoted(advice)}</p>`,
  ];
  return `<article>${parts.filter((part) => part !== '').join('')}</article>`;
}

/** What stands in backticks becomes code, if they come in pairs. */
function quoted(text: string): string {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return escapeHtml(text);
  return parts.map((part, i) => (i % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part))).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string, keepLines = false): string {
  const lines = keepLines ? text.split('\n') : [text];
  return lines.map((line) => escapeUnsafe(line).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')).join('\n');
}
