import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, TransportKind } from 'vscode-languageclient/node';

/** Where "Attach to Server" of `.vscode/launch.json` looks. */
const DEBUG_PORT = 6009;

/** `breakwater` is also the section of the settings that the server asks for and that `breakwater.trace.server` belongs to. */
const ID = 'breakwater';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = new LanguageClient(ID, 'Breakwater', serverOf(context), CLIENT);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Documents of a diff view, or of a file system that the server cannot read, are nobody's contract. */
const CLIENT: LanguageClientOptions = {
  documentSelector: [
    { scheme: 'file', language: 'yaml' },
    { scheme: 'file', language: 'json' },
  ],
  synchronize: { configurationSection: ID },
};

function serverOf(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('out/server.cjs'), transport: TransportKind.stdio };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } } };
}
