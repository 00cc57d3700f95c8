import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_OPTIONS, ID, NAME, runClient } from './run-client.ts';

/** Where "Attach to Server" of `.vscode/launch.json` looks. */
const DEBUG_PORT = 6009;

let client: LanguageClient | undefined;

/** On a machine with Node: the server is a process. */
export function activate(context: ExtensionContext): void {
  client = new LanguageClient(ID, NAME, serverOf(context), CLIENT_OPTIONS);
  runClient(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function serverOf(context: ExtensionContext): ServerOptions {
  const run = { module: context.asAbsolutePath('out/server.cjs'), transport: TransportKind.stdio };
  return { run, debug: { ...run, options: { execArgv: ['--nolazy', `--inspect=${DEBUG_PORT}`] } } };
}
