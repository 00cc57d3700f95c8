import { type Checker, createChecker } from '@breakwater/core';
import { FORMATS, guideOf, ruleInfoOf } from '@breakwater/formats';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  Emitter,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { codeActions } from './action/code-actions.ts';
import { baseTexts } from './diagnostics/base-text.ts';
import { diagnosticsByPath, Publisher } from './diagnostics/publisher.ts';
import { pulledDiagnostics, pulls } from './diagnostics/pull.ts';
import type { Places } from './diagnostics/to-diagnostic.ts';
import { pulledWorkspace } from './diagnostics/workspace-pull.ts';
import { type EditorOptions, editorOptions } from './editor-options.ts';
import type { Feature, Parts } from './feature.ts';
import { definition } from './navigation/definition.ts';
import { documentLinks } from './navigation/document-links.ts';
import { documentSymbols } from './navigation/document-symbols.ts';
import { foldingRanges } from './navigation/folding-ranges.ts';
import { highlights, references } from './navigation/references.ts';
import { rename } from './navigation/rename.ts';
import { selectionRanges } from './navigation/selection-ranges.ts';
import { MAX_SYMBOLS, symbolsOf, workspaceSymbols } from './navigation/workspace-symbols.ts';
import { baseChoices } from './overview/base-choice.ts';
import { changeLists } from './overview/change-list.ts';
import { codeLenses } from './overview/code-lens.ts';
import { reports } from './overview/report.ts';
import { status } from './overview/status.ts';
import { hover } from './reading/hover.ts';
import { inlayHints } from './reading/inlay-hints.ts';
import { semanticTokens } from './reading/semantic-tokens.ts';
import { Bases, baseUriOf } from './session/base.ts';
import { ClosedContracts } from './session/closed-contracts.ts';
import { isConfiguration } from './session/configuration.ts';
import { Documents } from './session/documents.ts';
import { isBelow, mayBeRead, nameOf, pathOf, toPath } from './session/path.ts';
import { rememberingReader } from './session/remember.ts';
import type { Result } from './session/result.ts';
import { Session } from './session/session.ts';
import { Settings } from './session/settings.ts';
import { Workspace } from './session/workspace.ts';
import type { Surroundings } from './surroundings/surroundings.ts';
import { completion } from './writing/completion.ts';

const FEATURES: readonly Feature[] = [
  pulledDiagnostics,
  pulledWorkspace,
  baseTexts,
  codeActions,
  hover,
  inlayHints,
  semanticTokens,
  definition,
  references,
  highlights,
  rename,
  documentLinks,
  documentSymbols,
  workspaceSymbols,
  foldingRanges,
  selectionRanges,
  completion,
  status,
  codeLenses,
  changeLists,
  reports,
  baseChoices,
];

export interface ServerOptions {
  readonly surroundings: Surroundings;
  readonly checker?: Checker;
}

export function startServer(connection: Connection, options: ServerOptions): void {
  const checker = options.checker ?? createChecker(FORMATS, { guideOf, read: rememberingReader() });
  const plain = options.checker ?? createChecker(FORMATS, { guideOf });
  connection.onInitialize((params) => {
    serve(connection, { ...options, checker, plain }, params);
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

function serve(
  connection: Connection,
  { checker, plain, surroundings }: Required<ServerOptions> & { readonly plain: Checker },
  params: InitializeParams,
): void {
  const { capabilities, initializationOptions } = params;
  const warn = (message: string) => connection.console.warn(message);
  const documents = new Documents();
  const workspace = new Workspace(documents, surroundings);
  workspace.setFolders(foldersOf(params));
  const settings = new Settings(connection, capabilities);
  const bases = new Bases({
    ...{ checker, history: surroundings, warn },
    wanted: ({ folder }) => settings.baseFor(folder),
    hostOf: (root) => workspace.hostOf(root),
    moved: ({ folder }) => session.touch(documents.paths().filter((path) => isBelow(folder, path))),
  });
  const editor = editorOptions(initializationOptions);
  const placesOf = placesFor(documents, editor);
  const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
  const shownOf = (path: string) => closed.shownOf(path);
  const publisher = new Publisher({ connection, documents, placesOf, canRefresh, pulls: pulls(capabilities), closed: shownOf });
  const [touched, checked] = [new Emitter<string>(), new Emitter<readonly string[]>()];
  const publish = (paths: readonly string[]) => {
    publisher.publish(paths, session);
    checked.fire(paths);
  };
  const session = new Session({ checker, documents, workspace, surroundings, bases, warn, publish });
  const closed = new ClosedContracts({
    ...{ documents, workspace, surroundings, bases, session, warn, publish },
    checker: plain,
    keep: (result) => diagnosticsByPath(result, placesOf(result)),
    name: (result) => symbolsOf(result, documents).slice(0, MAX_SYMBOLS),
  });
  const parts: Parts = {
    ...{ checker, client: capabilities, editor, documents, surroundings, workspace, settings, bases, session, closed, publisher, placesOf },
    ...{ touched, checked },
  };
  listenToDocuments(connection, parts);
  listenToWorkspace(connection, parts);
  for (const { answer } of FEATURES) answer(connection, parts);
}

function listenToDocuments(connection: Connection, { documents, session, closed, publisher, touched }: Parts): void {
  const touch = (path: string) => {
    session.touch([path]);
    touched.fire(path);
  };
  connection.onDidOpenTextDocument((params) => {
    const path = documents.open(params);
    if (path === undefined) return;
    publisher.opened(path);
    touch(path);
    void closed.opened(path);
  });
  connection.onDidChangeTextDocument((params) => {
    const path = documents.change(params);
    if (path === undefined) return;
    touch(path);
    if (isConfiguration(path)) closed.touch([path]);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const path = documents.close(uri);
    if (path === undefined) return;
    publisher.closed(path, uri);
    touch(path);
    closed.touch([path]);
  });
}

/** Of a folder that comes with all that is in it, or goes, an editor may tell alone. */
const FOLDER_EVENTS = WatchKind.Create + WatchKind.Delete;

function mayBeFolder(path: string): boolean {
  return !nameOf(path).includes('.');
}

/** What an editor says of more than one document: then everything that is open is checked again. */
function listenToWorkspace(connection: Connection, { client: { workspace: can }, surroundings, workspace, settings, bases, session, closed }: Parts): void {
  const everything = () => {
    workspace.forget();
    bases.forget();
    session.touchAll();
  };
  const enable = async () => closed.enable(await settings.checksWorkspace());
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    everything();
    closed.touch([pathOf(uri) ?? '']);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const held = [...session.paths(), ...closed.files()];
    const all = changes.flatMap(({ uri }) => pathOf(uri) ?? []);
    const paths = all.filter((path) => mayBeRead(path) || held.some((file) => isBelow(path, file)));
    if (paths.length > 0) everything();
    closed.touch(paths);
    if (paths.length > 0 || all.some(mayBeFolder)) closed.discover();
  });
  connection.onDidChangeConfiguration(async (change) => {
    settings.changed(change);
    everything();
    closed.touchAll();
    await enable();
  });
  connection.onInitialized(() => {
    settings.register();
    if (surroundings.note !== undefined) connection.console.info(surroundings.note);
    void enable();
    const watchers = [{ globPattern: '**/*.{yaml,yml,json}' }, { globPattern: '**/*', kind: FOLDER_EVENTS }];
    const canWatch = can?.didChangeWatchedFiles?.dynamicRegistration === true;
    if (canWatch) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    if (!can?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(async () => {
      const workspaceFolders = await connection.workspace.getWorkspaceFolders().catch(() => null);
      workspace.setFolders(foldersOf({ workspaceFolders }));
      session.touchAll();
      closed.discover();
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
    markOf: (ruleId) => ruleInfoOf(ruleId)?.marks,
  });
}
