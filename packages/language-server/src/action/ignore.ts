import { ignoreComment } from '@breakwater/core';
import type { CodeAction } from 'vscode-languageserver';
import { type Asked, toAction, toWorkspaceEdit } from './offer.ts';

/** A comment that says that it is known. What nobody may pass over, such as text that cannot be read, is not among it. */
export function ignoring(asked: Asked): readonly CodeAction[] {
  const { finding, result, parts } = asked;
  const { kind, ruleId, at } = finding;
  const root = result.contract.snapshot.files.get(at.uri)?.root;
  const edit = root && kind !== 'problem' && kind !== 'policy' ? ignoreComment(root, at.start.line, ruleId) : undefined;
  return edit ? [toAction(`Ignore ${ruleId} here`, asked, toWorkspaceEdit([edit], result, parts))] : [];
}
