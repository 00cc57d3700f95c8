import { type Checker, createChecker } from '@breakwater/core';
import { FORMATS, guideOf, ruleInfoOf } from '@breakwater/formats';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  RequestType,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { Bases, baseUriOf } from './base.ts';
import { codeActions, FIX_ALL } from './code-actions.ts';
import { Documents, pathOf } from './documents.ts';
import { hoverAt } from './hover.ts';
import { Publisher } from './publisher.ts';
import { rememberingReader } from './remember.ts';
import type { Result } from './result.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';
import type { Places } from './to-diagnostic.ts';
import { toPath, Workspace } from './workspace.ts';

/** The text behind a `breakwater-base:` URI of a related place, for an editor that opens it read-only. */
export const baseText = new RequestType<{ readonly uri: string }, { readonly text: string } | null, void>('breakwater/baseText');

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
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
    hoverProvider: true,
    ...(pulls(client) && { diagnosticProvider: { identifier: 'breakwater', interFileDependencies: true, workspaceDiagnostics: false } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function pulls({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

interface Parts {
  readonly checker: Checker;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly settings: Settings;
  readonly bases: Bases;
  readonly session: Session;
  readonly publisher: Publisher;
  readonly placesOf: (result: Result) => Places;
}

function serve(connection: Connection, checker: Checker, params: InitializeParams): void {
  const { capabilities, initializationOptions } = params;
  const warn = (message: string) => connection.console.warn(message);
  const documents = new Documents();
  const workspace = new Workspace(documents);
  workspace.setFolders(foldersOf(params));
  const settings = new Settings(connection, capabilities);
  const bases = new Bases({ checker, wanted: ({ folder }) => settings.baseFor(folder), warn });
  const placesOf = placesFor(documents, editorOptions(initializationOptions));
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const publisher = new Publisher({ connection, documents, placesOf, canRefresh, pulls: pulls(capabilities) });
  const publish = (paths: readonly string[], touched: ReadonlySet<string>) => publisher.publish(paths, touched, session);
  const session = new Session({ checker, documents, workspace, bases, warn, publish });
  const parts = { checker, documents, workspace, settings, bases, session, publisher, placesOf };
  listenToDocuments(connection, parts);
  listenToWorkspace(connection, parts, capabilities);
  answer(connection, parts, capabilities);
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
function listenToWorkspace(connection: Connection, { workspace, settings, bases, session }: Parts, { workspace: can }: ClientCapabilities): void {
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

/** Every answer is about the texts as they are when it is given. */
function answer(connection: Connection, parts: Parts, { workspace: can }: ClientCapabilities): void {
  const { session, publisher, bases } = parts;
  const pathAfterChecks = async (uri: string) => {
    await session.settle();
    return pathOf(uri) ?? '';
  };
  const versioned = can?.workspaceEdit?.documentChanges === true;
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }, token) => {
    const path = await pathAfterChecks(uri);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    return { kind: 'full', items: [...publisher.diagnosticsOf(path, session)] };
  });
  connection.onCodeAction(async (params) => {
    const path = await pathAfterChecks(params.textDocument.uri);
    return [...codeActions(path, params, { ...parts, versioned })];
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const path = await pathAfterChecks(uri);
    return hoverAt(position, session.findingsIn(path));
  });
  connection.onRequest(baseText, async ({ uri }) => {
    const text = await bases.textOf(uri);
    return text === undefined ? null : { text };
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
