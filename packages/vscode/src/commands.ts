import { commands, type Disposable, env, Range, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ChangeTree } from './change-tree.ts';
import { askForBase } from './compare-with.ts';
import type { ListedChange, Place, ReportAnswer } from './messages.ts';
import { ReportPanel } from './report-panel.ts';
import type { StatusBar } from './status-bar.ts';

/** What one can do beside reading findings; each command asks the server and shows the answer. */
export function registerCommands(client: Promise<BaseLanguageClient>, statusBar: StatusBar, tree: ChangeTree): readonly Disposable[] {
  const panel = new ReportPanel();
  const report = async (question: { readonly uri: string; readonly base?: string; readonly scope?: string }) => {
    const answer = await (await client).sendRequest<ReportAnswer>('breakwater/report', question);
    if ('refusal' in answer) void window.showWarningMessage(answer.refusal);
    else panel.show(answer.title, answer.html);
  };
  return [
    panel,
    commands.registerCommand('breakwater.showReport', async (given?: string, scope?: string) => {
      const uri = typeof given === 'string' ? given : (activeUri() ?? tree.uri);
      if (uri !== undefined) await report({ uri, ...(typeof scope === 'string' && { scope }) });
    }),
    commands.registerCommand('breakwater.compareWith', async (given?: string, wanted?: string) => {
      const uri = typeof given === 'string' ? given : (activeUri() ?? tree.uri);
      const base = uri === undefined ? undefined : typeof wanted === 'string' ? wanted : await askForBase(await client, uri);
      if (uri !== undefined && base !== undefined && base !== '') await report({ uri, base });
    }),
    commands.registerCommand('breakwater.openBase', (change?: ListedChange) => show(change?.before, statusBar.baseUri)),
    commands.registerCommand('breakwater.copyId', async (change?: ListedChange) => change && env.clipboard.writeText(change.fingerprint)),
    commands.registerCommand('breakwater.show', (place: Place) => show(place)),
  ];
}

function activeUri(): string | undefined {
  return window.activeTextEditor?.document.uri.toString();
}

async function show(place: Place | undefined, uri = place?.uri): Promise<void> {
  if (uri === undefined) return void window.showInformationMessage('There is no base version of this document.');
  const { start, end } = place?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  await window.showTextDocument(Uri.parse(place?.uri ?? uri), { selection: new Range(start.line, start.character, end.line, end.character) });
}
