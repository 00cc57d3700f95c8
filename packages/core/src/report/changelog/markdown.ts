import type { Finding } from '../../finding/finding.ts';
import { codeSpan, prose } from '../code-span.ts';
import { affectsText, witnessJson, witnessVerdict } from '../witness-text.ts';
import { changelogSections, needsMigration, type Release } from './changelog.ts';

/** One heading a version, the newest first as they are given. All words of the contract are code spans (threat T16). */
export function changelogMarkdown(releases: readonly Release[]): string {
  return `# Changelog\n\n${releases.map(releaseText).join('\n')}`;
}

function releaseText(release: Release): string {
  const sections = changelogSections(release);
  const head = `## ${codeSpan(release.version)}\n\nSince ${codeSpan(release.previous)}.\n`;
  if (sections.length === 0) return `${head}\nNothing changed that a consumer can notice.\n`;
  return head + sections.map(({ title, changes }) => `\n### ${title}\n\n${changes.map(changeText).join('')}`).join('');
}

function changeText(change: Finding): string {
  const { message, witness, migration = '', affects = [] } = change;
  const where = affects.length > 0 ? ` (${affectsText(change, 3, codeSpan)})` : '';
  const lines = [
    ...(needsMigration(change) && migration !== '' ? [`  - What to do: ${prose(migration)}\n`] : []),
    ...(witness ? [`  - Proof: ${codeSpan(witnessJson(witness), 400)} ${witnessVerdict(witness)}.\n`] : []),
  ];
  return `- ${prose(message)}${where}\n${lines.join('')}`;
}
