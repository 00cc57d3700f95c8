import { acceptanceEdit, applyEdits, type Edit, type Finding, findConfiguration, positionAt, type SourceFile } from '@breakwater/core';
import type { CodeAction, Command, WorkspaceEdit } from 'vscode-languageserver';
import type { Parts } from '../feature.ts';
import { toPath } from '../session/path.ts';
import { type Asked, isVersioned, toAction, toDocumentEdit, toTextEdit } from './offer.ts';

/** Where an acceptance is written if there is no configuration yet: at the root, so that it holds for every contract. */
const NEW_FILE = 'breakwater.yaml';

/** For how long something is agreed to if nobody says otherwise, in days. */
const DAYS = 90;

/** Stands in the configuration until its author says it: editors select it, and whoever looks for what is still to do finds it. */
const REASON = 'TODO: say why this is agreed to';

/** Writes into the nearest configuration that a change is agreed to, until a day and for a reason that its author puts in. */
export async function accepting(asked: Asked): Promise<readonly CodeAction[]> {
  const { finding, result, parts } = asked;
  const until = lastDay(result.settings.today);
  if (!isAcceptable(finding) || until === undefined) return [];
  const host = parts.workspace.hostOf(result.root);
  const found = await findConfiguration(result.contract.snapshot.entry, host);
  const uri = found?.uri ?? NEW_FILE;
  const text = found ? await host.readFile(uri) : { text: '' };
  if (!('text' in text)) return [];
  const file = { uri, text: text.text };
  const edit = acceptanceEdit(file, { fingerprint: finding.fingerprint, reason: REASON, until });
  const made = edit && toConfigurationEdit(edit, file, toPath(result.root.folder, uri), found === undefined, parts);
  if (!edit || !made) return [];
  const action = toAction(`Accept until ${until}, in ${uri}`, asked, made);
  return [parts.editor.shows ? { ...action, command: showingReason(edit, file, parts.documents.uriOf(toPath(result.root.folder, uri))) } : action];
}

/** The author goes on where the reason is to be said. */
function showingReason(edit: Edit, file: SourceFile, uri: string): Command {
  const after = { uri: file.uri, text: applyEdits(file, [edit]) };
  const start = Math.max(after.text.indexOf(REASON, edit.span.start), edit.span.start);
  const range = { start: positionAt(after, start), end: positionAt(after, start + REASON.length) };
  return { title: 'Say why', command: 'breakwater.show', arguments: [{ uri, range }] };
}

function isAcceptable({ kind, verdict, accepted }: Finding): boolean {
  return kind === 'change' && verdict !== 'compatible' && accepted === undefined;
}

function lastDay(today: string | undefined): string | undefined {
  if (today === undefined) return undefined;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + DAYS);
  return day.toISOString().slice(0, 10);
}

/** A file can only be made by an editor that says it can. */
function toConfigurationEdit(edit: Edit, file: SourceFile, path: string, isNew: boolean, parts: Parts): WorkspaceEdit | undefined {
  const edits = [toTextEdit(edit, file)];
  const uri = parts.documents.uriOf(path);
  const canCreate = parts.client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  if (isNew && !(isVersioned(parts) && canCreate)) return undefined;
  if (isNew) return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, toDocumentEdit(path, edits, parts)] };
  return isVersioned(parts) ? { documentChanges: [toDocumentEdit(path, edits, parts)] } : { changes: { [uri]: edits } };
}
