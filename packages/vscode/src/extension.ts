import type { ExtensionContext } from 'vscode';
import type { LanguageClient, ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_OPTIONS, ID, NAME, runClient } from './run-client.ts';

/** Where "Attach to Server" of `.vscode/launch.json` looks. */
const DEBUG_PORT = 6009;

let client: Promise<LanguageClient> | undefined;

/** Each key makes some megabytes of garbage: with room for those of more keys, in MB, fewer keys wait for a collection. */
const FLAGS = ['--max-semi-space-size=32'];

/** On a machine with Node: the server is a process. */
export function activate(context: ExtensionContext): void {
  client = runClient(context, async () => {
    const languageClient = await import('vscode-languageclient/node');
    return new languageClient.LanguageClient(ID, NAME, serverOf(context, languageClient.TransportKind.stdio), CLIENT_OPTIONS);
  });
}

export async function deactivate(): Promise<void> {
  await (await client)?.stop();
}

function serverOf(context: ExtensionContext, transport: TransportKind): ServerOptions {
  const run = { module: context.asAbsolutePath('out/server.cjs'), transport, options: { execArgv: FLAGS } };
  return { run, debug: { ...run, options: { execArgv: [...FLAGS, '--nolazy', `--inspect=${DEBUG_PORT}`] } } };
}
