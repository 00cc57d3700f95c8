import { type Checker, createChecker } from '@breakwater/core';
import { FORMATS, guideOf, ruleInfoOf } from '@breakwater/formats';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { codeActions } from './action/code-actions.ts';
import { baseTexts } from './diagnostics/base-text.ts';
import { Publisher } from './diagnostics/publisher.ts';
import { pulledDiagnostics, pulls } from './diagnostics/pull.ts';
import type { Places } from './diagnostics/to-diagnostic.ts';
import type { Feature, Parts } from './feature.ts';
import { definition } from './navigation/definition.ts';
import { documentLinks } from './navigation/document-links.ts';
import { documentSymbols } from './navigation/document-symbols.ts';
import { foldingRanges } from './navigation/folding-ranges.ts';
import { highlights, references } from './navigation/references.ts';
import { selectionRanges } from './navigation/selection-ranges.ts';
import { workspaceSymbols } from './navigation/workspace-symbols.ts';
import { hover } from './reading/hover.ts';
import { Bases, baseUriOf } from './session/base.ts';
import { Documents, pathOf } from './session/documents.ts';
import { rememberingReader } from './session/remember.ts';
import type { Result } from './session/result.ts';
import { Session } from './session/session.ts';
import { Settings } from './session/settings.ts';
import { toPath, Workspace } from './session/workspace.ts';
import { completion } from './writing/completion.ts';

const FEATURES: readonly Feature[] = [
  pulledDiagnostics,
  baseTexts,
  codeActions,
  hover,
  definition,
  references,
  highlights,
  documentLinks,
  documentSymbols,
  workspaceSymbols,
  foldingRanges,
  selectionRanges,
  completion,
];

export interface ServerOptions {
  readonly checker?: Checker;
}

/** What an editor says of itself beyond the protocol, in `initializationOptions`. */
interface EditorOptions {
  /** It shows `breakwater-base:` documents with the text that `breakwater/baseText` gives. */
  readonly baseDocuments: boolean;
}

export function startServer(connection: Connection, options: ServerOptions = {}): void {
  const checker = options.checker ?? createChecker(FORMATS, { guideOf, read: rememberingReader() });
  connection.onInitialize((params) => {
    serve(connection, checker, params);
    return { capabilities: capabilitiesFor(params.capabilities), serverInfo: { name: 'Breakwater' } };
  });
  connection.listen();
}

function capabilitiesFor(client: ClientCapabilities): InitializeResult['capabilities'] {
  return Object.assign(
    {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    ...FEATURES.map(({ capabilities }) => capabilities(client)),
  );
}

function serve(connection: Connection, checker: Checker, params: InitializeParams): void {
  const { capabilities, initializationOptions } = params;
  const warn = (message: string) => connection.console.warn(message);
  const documents = new Documents();
  const workspace = new Workspace(documents);
  workspace.setFolders(foldersOf(params));
  const settings = new Settings(connection, capabilities);
  const bases = new Bases({ checker, wanted: ({ folder }) => settings.baseFor(folder), hostOf: (root) => workspace.hostOf(root), warn });
  const placesOf = placesFor(documents, editorOptions(initializationOptions));
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const publisher = new Publisher({ connection, documents, placesOf, canRefresh, pulls: pulls(capabilities) });
  const publish = (paths: readonly string[], touched: ReadonlySet<string>) => publisher.publish(paths, touched, session);
  const session = new Session({ checker, documents, workspace, bases, warn, publish });
  const parts: Parts = { checker, client: capabilities, documents, workspace, settings, bases, session, publisher, placesOf };
  listenToDocuments(connection, parts);
  listenToWorkspace(connection, parts);
  for (const { answer } of FEATURES) answer(connection, parts);
}

function listenToDocuments(connection: Connection, { documents, session, publisher }: Parts): void {
  connection.onDidOpenTextDocument((params) => {
    const path = documents.open(params);
    if (path === undefined) return;
    publisher.opened(path);
    session.touch([path]);
  });
  connection.onDidChangeTextDocument((params) => {
    const path = documents.change(params);
    if (path !== undefined) session.touch([path]);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const path = documents.close(uri);
    if (path === undefined) return;
    publisher.closed(path, uri);
    session.touch([path]);
  });
}

/** What an editor says of more than one document: then everything that is open is checked again. */
function listenToWorkspace(connection: Connection, { client: { workspace: can }, workspace, settings, bases, session }: Parts): void {
  const everything = () => {
    workspace.forget();
    bases.forget();
    session.touchAll();
  };
  connection.onDidSaveTextDocument(everything);
  connection.onDidChangeWatchedFiles(everything);
  connection.onDidChangeConfiguration((change) => {
    settings.changed(change);
    everything();
  });
  connection.onInitialized(() => {
    settings.register();
    const watchers = [{ globPattern: '**/*.{yaml,yml,json}' }];
    const canWatch = can?.didChangeWatchedFiles?.dynamicRegistration === true;
    if (canWatch) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    if (!can?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const workspaceFolders = await connection.workspace.getWorkspaceFolders().catch(() => null);
      workspace.setFolders(foldersOf({ workspaceFolders }));
      session.touchAll();
    });
  });
}

function foldersOf({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders'> & { rootUri?: string | null }): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}

function placesFor(documents: Documents, { baseDocuments }: EditorOptions): (result: Result) => Places {
  return ({ root, base }) => ({
    headUri: (uri) => documents.uriOf(toPath(root.folder, uri)),
    baseUri: (uri) => (baseDocuments && base !== undefined ? baseUriOf(root, uri, base) : undefined),
    helpUri: (ruleId) => ruleInfoOf(ruleId)?.helpUri,
  });
}

function editorOptions(given: unknown): EditorOptions {
  const isObject = typeof given === 'object' && given !== null;
  return { baseDocuments: isObject && 'baseDocuments' in given && given.baseDocuments === true };
}
