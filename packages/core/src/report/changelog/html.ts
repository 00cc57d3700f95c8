import type { Finding } from '../../finding/finding.ts';
import { STYLE } from '../html-style.ts';
import { code, escapeHtml, htmlProse } from '../html-text.ts';
import { affectsText, witnessJson, witnessVerdict } from '../witness-text.ts';
import { type ChangelogKind, changelogSections, needsMigration, type Release } from './changelog.ts';

/** One self-contained page: no script, nothing loaded from anywhere. */
export function changelogHtml(releases: readonly Release[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Changelog</title>
<style>${STYLE}</style>
</head>
<body>
<header class="${releases.some(hasBreaking) ? 'breaking' : 'compatible'}"><h1>Changelog</h1></header>
<main>
${releases.map(releaseText).join('\n')}
</main>
</body>
</html>
`;
}

function hasBreaking({ findings }: Release): boolean {
  return findings.some(({ verdict }) => verdict === 'breaking');
}

/** The colours of the report. */
const CLASSES: Readonly<Record<ChangelogKind, string>> = {
  breaking: 'breaking',
  attention: 'dangerous',
  deprecated: 'info',
  removed: 'info',
  added: 'compatible',
  changed: 'compatible',
};

function releaseText(release: Release): string {
  const sections = changelogSections(release).map(
    ({ kind, title, changes }) =>
      `<details class="${CLASSES[kind]}" open><summary><h2>${title}</h2> <span class="count">${changes.length}</span></summary>\n${changes.map(changeText).join('\n')}\n</details>`,
  );
  const none = '<p class="soft">Nothing changed that a consumer can notice.</p>';
  return `<h2>${escapeHtml(release.version)}</h2>\n<p class="soft">Since ${escapeHtml(release.previous)}</p>\n${sections.join('\n') || none}`;
}

function changeText(change: Finding): string {
  const { message, witness, migration = '', affects = [] } = change;
  const parts = [
    `<h4>${htmlProse(message)}</h4>`,
    affects.length > 0 ? `<p class="soft">${affectsText(change, 5, code)}</p>` : '',
    needsMigration(change) && migration !== '' ? `<p><b>What to do.</b> ${htmlProse(migration)}</p>` : '',
    witness ? `<p><b>Proof.</b> ${code(witnessJson(witness))} ${escapeHtml(witnessVerdict(witness))}.</p>` : '',
  ];
  return `<article>${parts.join('')}</article>`;
}
