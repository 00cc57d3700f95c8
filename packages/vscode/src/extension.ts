import { type ExtensionContext, type Uri, window, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { ChangeTree } from './change-tree.ts';
import { registerCommands } from './commands.ts';
import type { Status } from './messages.ts';
import { StatusBar } from './status-bar.ts';

/** Where "Attach to Server" of `.vscode/launch.json` looks. */
const DEBUG_PORT = 6009;

/** Documents of a diff view, or of a file system that the server cannot read, are nobody's contract. */
const CLIENT: LanguageClientOptions = {
  documentSelector: [
    { scheme: 'file', language: 'yaml' },
    { scheme: 'file', language: 'json' },
  ],
  initializationOptions: { baseDocuments: true, shows: true },
};

let client: LanguageClient | undefined;

/** Nobody waits for the server: VS Code would wait with it. Where it does not start, the client says so. */
export function activate(context: ExtensionContext): void {
  // The id is also the section of the settings, `breakwater.trace.server` among them.
  const started = new LanguageClient('breakwater', 'Breakwater', serverOf(context), CLIENT);
  client = started;
  context.subscriptions.push(workspace.registerTextDocumentContentProvider('breakwater-base', { provideTextDocumentContent: (uri) => baseText(started, uri) }));
  addViews(context, started);
  started.start().catch(() => undefined);
}

/** What the server tells beside diagnostics. */
function addViews({ subscriptions }: ExtensionContext, server: LanguageClient): void {
  const statusBar = new StatusBar();
  const tree = new ChangeTree(server);
  subscriptions.push(
    statusBar,
    window.registerTreeDataProvider('breakwater.changes', tree),
    window.onDidChangeActiveTextEditor(() => tree.follow()),
    server.onNotification('breakwater/status', (status: Status) => {
      statusBar.update(status);
      tree.update(status.uri);
    }),
    ...registerCommands(server, statusBar, tree),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function serverOf(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('out/server.cjs'), transport: TransportKind.stdio };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } } };
}

/** What a file was in the version that is compared with: where a finding says "it stood here". */
async function baseText(server: LanguageClient, uri: Uri): Promise<string | undefined> {
  const answer = await server.sendRequest<{ readonly text: string } | null>('breakwater/baseText', { uri: uri.toString() });
  return answer?.text;
}
