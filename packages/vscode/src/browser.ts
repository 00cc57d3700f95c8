/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_OPTIONS, ID, NAME, runClient } from './run-client.ts';

let client: LanguageClient | undefined;

/** In a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'out/server-browser.js').toString(true));
  client = new LanguageClient(ID, NAME, worker, CLIENT_OPTIONS);
  runClient(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
