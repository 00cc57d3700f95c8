import { type ExtensionContext, type Uri, workspace } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';

/** Where "Attach to Server" of `.vscode/launch.json` looks. */
const DEBUG_PORT = 6009;

/** Documents of a diff view, or of a file system that the server cannot read, are nobody's contract. */
const CLIENT: LanguageClientOptions = {
  documentSelector: [
    { scheme: 'file', language: 'yaml' },
    { scheme: 'file', language: 'json' },
  ],
  initializationOptions: { baseDocuments: true },
};

let client: LanguageClient | undefined;

/** Nobody waits for the server: VS Code would wait with it. Where it does not start, the client says so. */
export function activate(context: ExtensionContext): void {
  // The id is also the section of the settings, `breakwater.trace.server` among them.
  const started = new LanguageClient('breakwater', 'Breakwater', serverOf(context), CLIENT);
  client = started;
  context.subscriptions.push(workspace.registerTextDocumentContentProvider('breakwater-base', { provideTextDocumentContent: (uri) => baseText(started, uri) }));
  started.start().catch(() => undefined);
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
