/// <reference lib="webworker" />
import { type ExtensionContext, Uri } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { CLIENT_OPTIONS, ID, NAME, runClient } from './run-client.ts';

let client: Promise<LanguageClient> | undefined;

/** In a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  client = runClient(context, async () => {
    const languageClient = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(context.extensionUri, 'out/server-browser.js').toString(true));
    return new languageClient.LanguageClient(ID, NAME, worker, CLIENT_OPTIONS);
  });
}

export async function deactivate(): Promise<void> {
  await (await client)?.stop();
}
