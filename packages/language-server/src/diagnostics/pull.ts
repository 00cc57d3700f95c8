import { type ClientCapabilities, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Feature, pathAfterChecks } from '../feature.ts';

/** Diagnostics of a document, for an editor that asks for them. */
export const pulledDiagnostics: Feature = {
  capabilities: (client) =>
    pulls(client) ? { diagnosticProvider: { identifier: 'breakwater', interFileDependencies: true, workspaceDiagnostics: true } } : {},
  answer(connection, parts) {
    connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
      const path = await pathAfterChecks(uri, parts);
      if (parts.documents.at(path) === undefined) await parts.closed.settle();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return { kind: 'full', items: [...parts.publisher.pulled(path, parts.session)] };
    });
  },
};

export function pulls({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}
