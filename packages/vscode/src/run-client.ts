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

/**
 * Starts the server and shows what it tells. Nobody waits for it, nor for the code of the client, which is most of ours: VS Code would
 * wait, too. Where the server does not start, the client says so.
 */
export function runClient<C extends BaseLanguageClient>({ subscriptions }: ExtensionContext, make: () => Promise<C>): Promise<C> {
  const client = new Promise<C>((resolve) => setTimeout(() => resolve(make())));
  const statusBar = new StatusBar();
  const tree = new ChangeTree(client);
  subscriptions.push(
    statusBar,
    workspace.registerTextDocumentContentProvider('breakwater-base', { provideTextDocumentContent: (uri) => baseText(client, uri) }),
    window.registerTreeDataProvider('breakwater.changes', tree),
    window.onDidChangeActiveTextEditor(() => tree.follow()),
    ...registerCommands(client, statusBar, tree),
  );
  void client.then((made) => {
    const showStatus = made.onNotification('breakwater/status', (status: Status) => {
      statusBar.update(status);
      tree.update(status.uri);
    });
    subscriptions.push(showStatus, ...answerFileRequests(made));
    return made.start().catch(() => undefined);
  });
  return client;
}

/** What a file was in the version that is compared with: where a finding says "it stood here". */
async function baseText(client: Promise<BaseLanguageClient>, uri: Uri): Promise<string | undefined> {
  const answer = await (await client).sendRequest<{ readonly text: string } | null>('breakwater/baseText', { uri: uri.toString() });
  return answer?.text;
}
