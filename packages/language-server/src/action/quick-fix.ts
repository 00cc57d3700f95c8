import type { CodeAction } from 'vscode-languageserver';
import { type Asked, toAction, toWorkspaceEdit } from './offer.ts';

/** The repairs that a rule has for what it tells. */
export function quickFixes(asked: Asked): readonly CodeAction[] {
  const { finding, result, parts } = asked;
  if (finding.fixable !== true) return [];
  const fixes = parts.checker.fixes(result.contract, [finding], result.settings).get(finding) ?? [];
  return fixes.map(({ title, edits, safe }) => toAction(title, asked, toWorkspaceEdit(edits, result, parts), safe && fixes.length === 1));
}
