import { type Finding, fixAll as fixAllOf } from '@breakwater/core';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Parts } from '../feature.ts';
import type { Result } from '../session/result.ts';
import { toWorkspaceEdit } from './offer.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.breakwater`;

/** All that can be repaired without a doubt, at once: an editor can ask for it with every save. */
export function fixAll(findings: readonly Finding[], result: Result, parts: Parts): readonly CodeAction[] {
  const fixable = findings.filter((finding) => finding.fixable === true);
  const fixes = parts.checker.fixes(result.contract, fixable, result.settings);
  const { edits } = fixAllOf(fixes, ({ safe }) => safe);
  return edits.length === 0 ? [] : [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: toWorkspaceEdit(edits, result, parts) }];
}
