import { codeSpan, type Finding, notesOf, prose } from '@breakwater/core';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { toRange } from '../diagnostics/to-diagnostic.ts';
import { type Feature, pathAfterChecks } from '../feature.ts';
import { placesAt } from '../navigation/place.ts';
import { isConfiguration } from '../session/configuration.ts';
import { meaningAt } from './meaning.ts';
import { settingAt } from './setting.ts';

export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  answer(connection, parts) {
    connection.onHover(async (params) => {
      const path = await pathAfterChecks(params.textDocument.uri, parts);
      const meanings = (await placesAt(params, parts)).flatMap(isConfiguration(path) ? settingAt : meaningAt);
      return hoverOf([...findingsAt(params.position, parts.session.findingsIn(path)), ...new Set(meanings)]);
    });
  },
};

function hoverOf(parts: readonly string[]): Hover | null {
  return parts.length === 0 ? null : { contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') } };
}

/** What the message of a finding leaves out: its proof and what to do. All of it is prose and code spans (threat T29). */
function findingsAt(position: Position, findings: readonly Finding[]): readonly string[] {
  return findings.filter((finding) => covers(finding, position)).flatMap((finding) => more(finding));
}
function covers(finding: Finding, { line, character }: Position): boolean {
  const { start, end } = toRange(finding.at);
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  return afterStart && (line < end.line || (line === end.line && character <= end.character));
}

function more(finding: Finding): readonly string[] {
  const { ruleId, witness, unproved, affects = [], advice } = finding;
  const lines: string[] = [];
  if (witness) {
    const verdict = `accepted by ${witness.acceptedBy}, rejected by ${witness.rejectedBy}`;
    lines.push(`Proof: ${codeSpan(JSON.stringify(witness.value), 400)} is ${verdict} (${codeSpan(witness.boundary)}).`);
  }
  if (unproved !== undefined) lines.push(`Not proved: ${prose(unproved)}`);
  for (const { label, text } of notesOf(finding)) lines.push(`${label}: ${prose(text)}`);
  if (affects.length > 0)
    lines.push(
      `Affects ${affects
        .slice(0, 3)
        .map((one) => codeSpan(one))
        .join(', ')}${affects.length > 3 ? ` and ${affects.length - 3} more` : ''}.`,
    );
  if (advice !== undefined && advice !== '') lines.push(prose(advice));
  return lines.length === 0 ? [] : [`**${prose(ruleId)}**\n\n${lines.join('\n\n')}`];
}
