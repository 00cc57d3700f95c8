import { type ExtensionContext, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ChangeTree } from './change-tree.ts';
import { registerCommands } from './commands.ts';
import { DOCUMENTS } from './document-selector.ts';
import { answerFileRequests } from './file-requests.ts';
import type { Status } from './messages.ts';
import { StatusBar } from './status-bar.ts';

/** The id is also the section of the settings, `breakwater.trace.server` among them. */
export const ID = 'breakwater';
export const NAME = 'Breakwater';

export const CLIENT_OPTIONS: LanguageClientOptions = {
  documentSelector: [...DOCUMENTS],
  initializationOptions: { baseDocuments: true, shows: true },
};

/** Starts the server and shows what it tells. Nobody waits for it, nor for what it takes to start it: VS Code would wait, too. Where it does not start, the client says so. */
export function runClient({ subscriptions }: ExtensionContext, client: BaseLanguageClient): void {
  subscriptions.push(
    workspace.registerTextDocumentContentProvider('breakwater-base', { provideTextDocumentContent: (uri) => baseText(client, uri) }),
    ...answerFileRequests(client),
  );
  addViews(subscriptions, client);
  setTimeout(() => client.start().catch(() => undefined));
}

/** What the server tells beside diagnostics. */
function addViews(subscriptions: ExtensionContext['subscriptions'], client: BaseLanguageClient): void {
  const statusBar = new StatusBar();
  const tree = new ChangeTree(client);
  subscriptions.push(
    statusBar,
    window.registerTreeDataProvider('breakwater.changes', tree),
    window.onDidChangeActiveTextEditor(() => tree.follow()),
    client.onNotification('breakwater/status', (status: Status) => {
      statusBar.update(status);
      tree.update(status.uri);
    }),
    ...registerCommands(client, statusBar, tree),
  );
}

/** What a file was in the version that is compared with: where a finding says "it stood here". */
async function baseText(client: BaseLanguageClient, uri: Uri): Promise<string | undefined> {
  const answer = await client.sendRequest<{ readonly text: string } | null>('breakwater/baseText', { uri: uri.toString() });
  return answer?.text;
}
