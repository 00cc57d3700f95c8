import { type Contract, type Edit, escapeUnsafe, type Finding, fixAll as fixAllOf, ignoreComment, nodeAt, positionAt, restoreEntry } from '@breakwater/core';
import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import { toDiagnostic, toRange } from '../diagnostics/to-diagnostic.ts';
import { type Feature, type Parts, pathAfterChecks } from '../feature.ts';
import type { Result } from '../session/result.ts';
import { toPath } from '../session/workspace.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.breakwater`;

/** The editor checks versions, so that an edit never meets another text than it was made for. */
interface Repair extends Parts {
  readonly versioned: boolean;
}

export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] } }),
  answer(connection, parts) {
    const versioned = parts.client.workspace?.workspaceEdit?.documentChanges === true;
    connection.onCodeAction(async (params) => {
      const path = await pathAfterChecks(params.textDocument.uri, parts);
      return [...codeActionsAt(path, params, { ...parts, versioned })];
    });
  },
};

/** The repairs of what stands at a range, ways to say that it is known and, when it is asked for by kind, of all that can be repaired without a doubt. */
function codeActionsAt(path: string, { range, context }: CodeActionParams, repair: Repair): readonly CodeAction[] {
  const wants = (kind: string) => !context.only || context.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const results = repair.session.resultsOf(path);
  if (context.only && wants(FIX_ALL)) return results.flatMap((result) => fixAll(path, result, repair));
  if (!wants(CodeActionKind.QuickFix)) return [];
  return results.flatMap((result) => {
    const here = findingsOf(path, result).filter(({ at }) => toRange(at).start.line <= range.end.line && toRange(at).end.line >= range.start.line);
    return [
      ...here.flatMap((finding) => [...quickFixes(finding, result, repair), ...restoring(finding, result, repair)]),
      ...here.flatMap((finding) => ignoring(finding, result, repair)),
    ];
  });
}

function quickFixes(finding: Finding, result: Result, repair: Repair): readonly CodeAction[] {
  if (finding.fixable !== true) return [];
  const fixes = repair.checker.fixes(result.contract, [finding], result.settings).get(finding) ?? [];
  return fixes.map(({ title, edits, safe }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding, repair.placesOf(result))],
    isPreferred: safe && fixes.length === 1,
    edit: toWorkspaceEdit(edits, result, repair),
  }));
}

/** What is gone comes back as it was written. A finding about it stands at what held it; one that stands elsewhere is about what came in its place. */
function restoring(finding: Finding, result: Result, repair: Repair): readonly CodeAction[] {
  const { kind, related, verdict, at } = finding;
  const old = kind === 'change' && verdict !== 'compatible' ? related.find(({ version }) => version === 'base')?.at : undefined;
  const removed = old && nodeAt(result.before?.snapshot.files.get(old.uri)?.root, old.pointer);
  const root = old && result.contract.snapshot.files.get(old.uri)?.root;
  const holder = old?.pointer.slice(0, old.pointer.lastIndexOf('/'));
  if (!old || !removed || !root || at.pointer !== holder || nodeAt(root, old.pointer)) return [];
  const edit = restoreEntry(removed, nodeAt(root, holder));
  if (!edit) return [];
  const diagnostics = [toDiagnostic(finding, repair.placesOf(result))];
  return [{ title: escapeUnsafe(`Restore ${removed.entry?.name}`), kind: CodeActionKind.QuickFix, diagnostics, edit: toWorkspaceEdit([edit], result, repair) }];
}

/** What nobody may pass over, such as text that cannot be read, is not among it. */
function ignoring(finding: Finding, result: Result, repair: Repair): readonly CodeAction[] {
  const { kind, ruleId, at } = finding;
  const root = result.contract.snapshot.files.get(at.uri)?.root;
  const edit = root && kind !== 'problem' && kind !== 'policy' ? ignoreComment(root, at.start.line, ruleId) : undefined;
  if (!edit) return [];
  const diagnostics = [toDiagnostic(finding, repair.placesOf(result))];
  return [{ title: `Ignore ${ruleId} here`, kind: CodeActionKind.QuickFix, diagnostics, edit: toWorkspaceEdit([edit], result, repair) }];
}

function fixAll(path: string, result: Result, repair: Repair): readonly CodeAction[] {
  const fixable = findingsOf(path, result).filter((finding) => finding.fixable === true);
  const fixes = repair.checker.fixes(result.contract, fixable, result.settings);
  const { edits } = fixAllOf(fixes, ({ safe }) => safe);
  return edits.length === 0 ? [] : [{ title: 'Fix all that is safe to fix', kind: FIX_ALL, edit: toWorkspaceEdit(edits, result, repair) }];
}

function findingsOf(path: string, { root, findings }: Result): readonly Finding[] {
  return findings.filter(({ at }) => toPath(root.folder, at.uri) === path);
}

function toWorkspaceEdit(edits: readonly Edit[], { root, contract }: Result, { documents, versioned }: Repair): WorkspaceEdit {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const path = toPath(root.folder, edit.uri);
    byFile.set(path, [...(byFile.get(path) ?? []), ...toTextEdit(edit, contract)]);
  }
  if (!versioned) return { changes: Object.fromEntries([...byFile].map(([path, list]) => [documents.uriOf(path), list])) };
  const documentChanges = [...byFile].map(([path, list]) => ({
    textDocument: { uri: documents.uriOf(path), version: documents.at(path)?.version ?? null },
    edits: list,
  }));
  return { documentChanges };
}

function toTextEdit({ uri, span, text }: Edit, { snapshot }: Contract): readonly TextEdit[] {
  const source = snapshot.files.get(uri)?.source;
  return source ? [{ range: { start: positionAt(source, span.start), end: positionAt(source, span.end) }, newText: text }] : [];
}
