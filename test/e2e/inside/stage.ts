import { setTimeout as wait } from 'node:timers/promises';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';

const STEP_TIME = 20_000;

/** Asks until there is an answer other than `undefined` and `false`. */
export async function until<T>(what: string, ask: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const start = Date.now(); Date.now() - start < STEP_TIME; await wait(40)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Not within ${STEP_TIME} ms: ${what}`);
}

/** Tests may start before the folders of the window are known. */
export async function opened(): Promise<void> {
  await until('the window has its folders', () => (workspace.workspaceFolders?.length ?? 0) > 0);
}

function folder(index: number): WorkspaceFolder {
  const found = workspace.workspaceFolders?.[index];
  if (!found) throw new Error(`There is no folder ${index}.`);
  return found;
}

export function uriOf(path: string, index = 0): Uri {
  return Uri.joinPath(folder(index).uri, path);
}

/** Shows a file in the editor. */
export async function show(path: string, index = 0): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(path, index));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes what is shown, without saving. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

export async function write(path: string, text: string, index = 0): Promise<void> {
  await workspace.fs.writeFile(uriOf(path, index), new TextEncoder().encode(text));
}

export async function read(path: string, index = 0): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uriOf(path, index)));
}

/** The place of a text that a document holds, of the text itself or of what follows it. */
export function placeOf(document: TextDocument, text: string, after = 0): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${document.uri.path} does not hold \`${text}\`.`);
  return document.positionAt(offset + after);
}

/** Replaces the first `from`, as if somebody typed. */
export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const start = placeOf(document, from);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start, document.positionAt(document.offsetAt(start) + from.length)), to);
  if (!(await workspace.applyEdit(edit))) throw new Error(`\`${from}\` could not be replaced.`);
}

/** What we say of a file. What other extensions say is theirs. */
export function found(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'breakwater');
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a rule tells something of a file. */
export function told(uri: Uri, ruleId: string): Promise<Diagnostic> {
  return until(`${ruleId} in ${uri.path}`, () => found(uri).find((diagnostic) => codeOf(diagnostic) === ruleId));
}

/** Waits until it tells nothing any more. */
export async function gone(uri: Uri, ruleId: string): Promise<void> {
  await until(`nothing of ${ruleId} in ${uri.path}`, () => !found(uri).some((diagnostic) => codeOf(diagnostic) === ruleId));
}

/** Waits until an action is offered; right after a diagnostic there may be none yet. */
export function offered(uri: Uri, range: Range, title: string | RegExp, kind = 'quickfix'): Promise<CodeAction> {
  return until(`${title} is offered`, async () => {
    const actions = await commands.executeCommand<readonly CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 30);
    return actions.find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  });
}

export async function apply({ edit, command, title }: CodeAction): Promise<void> {
  if (edit && !(await workspace.applyEdit(edit))) throw new Error(`${title} could not be applied.`);
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

export { Position, Range };
