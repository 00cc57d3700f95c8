import { escapeUnsafe } from '@breakwater/core';
import type { CodeAction } from 'vscode-languageserver';
import { type Asked, toAction, toWorkspaceEdit } from './offer.ts';

/** Ways to take a change back, to soften it, or to say what it asks for. */
export function remedies(asked: Asked): readonly CodeAction[] {
  const { finding, result, parts } = asked;
  if (!result.before) return [];
  const fixes = parts.checker.remedies(result.before, result.contract, finding, result.settings);
  return fixes.map(({ title, edits }) => toAction(escapeUnsafe(title), asked, toWorkspaceEdit(edits, result, parts)));
}
