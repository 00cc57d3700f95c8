import type { Edit, Finding, SourceFile } from '@breakwater/core';
import { positionAt } from '@breakwater/core';
import { type CodeAction, CodeActionKind, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import type { Parts } from '../feature.ts';
import { toPath } from '../session/path.ts';
import type { Located, Result } from '../session/result.ts';

/** A finding somebody looks at, in what is known of its contract. */
export interface Asked {
  readonly finding: Finding;
  readonly result: Result;
  readonly parts: Parts;
}

export function toAction(title: string, { finding, result, parts }: Asked, edit: WorkspaceEdit, isPreferred = false): CodeAction {
  const diagnostics = [toDiagnostic(finding, parts.placesOf(result))];
  return { title, kind: CodeActionKind.QuickFix, diagnostics, isPreferred, edit };
}

/** Edits of the files of a contract. An editor that can checks versions, so that an edit never meets another text than it was made for. */
export function toWorkspaceEdit(edits: readonly Edit[], { root, contract }: Located, parts: Parts): WorkspaceEdit {
  const { documents } = parts;
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const source = contract.snapshot.files.get(edit.uri)?.source;
    const path = toPath(root.folder, edit.uri);
    const list = byFile.get(path) ?? [];
    byFile.set(path, list);
    if (source) list.push(toTextEdit(edit, source));
  }
  if (!isVersioned(parts)) return { changes: Object.fromEntries([...byFile].map(([path, list]) => [documents.uriOf(path), list])) };
  return { documentChanges: [...byFile].map(([path, list]) => toDocumentEdit(path, list, parts)) };
}

export function toDocumentEdit(path: string, edits: TextEdit[], { documents }: Parts): TextDocumentEdit {
  return { textDocument: { uri: documents.uriOf(path), version: documents.at(path)?.version ?? null }, edits };
}

export function toTextEdit({ span, text }: Edit, source: SourceFile): TextEdit {
  return { range: { start: positionAt(source, span.start), end: positionAt(source, span.end) }, newText: text };
}

export function isVersioned({ client }: Parts): boolean {
  return client.workspace?.workspaceEdit?.documentChanges === true;
}
