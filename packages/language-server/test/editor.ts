import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { diskSurroundings, type ServerOptions, startServer } from '../src/index.ts';

export function newFolder(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'breakwater-')));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A repository whose `main` holds the files, with `topic` checked out. */
export function newRepository(files: Readonly<Record<string, string>>): string {
  const folder = newFolder(files);
  git(folder, 'init', '-b', 'main');
  commit(folder);
  git(folder, 'checkout', '-b', 'topic');
  return folder;
}

export function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

export function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--allow-empty', '-m', 'change');
}

export interface EditorOptions extends Partial<ServerOptions> {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What is open, if not the folder as a whole. */
  readonly workspaceFolders?: readonly string[];
}

/** An editor with a server behind a real connection, both in this process. */
export class Editor {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly shown = new Map<string, PublishDiagnosticsParams>();
  readonly log: string[] = [];
  refreshed = 0;
  readonly #versions = new Map<string, number>();
  readonly toServer: PassThrough;
  readonly fromServer: PassThrough;

  private constructor(folder: string, settings: Readonly<Record<string, unknown>>, options: Partial<ServerOptions>) {
    this.folder = folder;
    const [up, down] = [new PassThrough(), new PassThrough()];
    this.toServer = up;
    this.fromServer = down;
    startServer(createConnection(ProposedFeatures.all, up, down), { surroundings: diskSurroundings, ...options });
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => void this.shown.set(params.uri, params));
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.log.push(message));
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) => settings[section] ?? null),
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => void this.refreshed++);
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.listen();
  }

  static async start(
    folder: string,
    { capabilities = {}, initializationOptions, settings = {}, workspaceFolders: names = [''], ...options }: EditorOptions = {},
  ): Promise<Editor> {
    const editor = new Editor(folder, settings, options);
    const uri = pathToFileURL(folder).href;
    const workspaceFolders = names.map((name) => ({ uri: editor.uri(name), name: `test ${name}` }));
    await editor.connection.sendRequest('initialize', { processId: null, rootUri: uri, workspaceFolders, capabilities, initializationOptions });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.dispose();
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(join(this.folder, name)).href;
  }

  async open(name: string, text: string, languageId = 'yaml'): Promise<void> {
    this.#versions.set(name, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri(name), languageId, version: 1, text } });
  }

  async type(name: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    await this.change(name, version, contentChanges);
  }

  async change(name: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri(name), version }, contentChanges });
  }

  async close(name: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Waits until the server has answered for the texts as they are. */
  async settle(name: string): Promise<void> {
    await this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri(name) }, position: { line: 0, character: 0 } });
    await this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri(name) }, position: { line: 0, character: 0 } });
  }

  hover(name: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri(name) }, position: { line, character } });
  }

  async pull(name: string): Promise<readonly Diagnostic[]> {
    const report: { items: Diagnostic[] } = await this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.uri(name) } });
    return report.items;
  }

  actions(name: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    const params = { textDocument: { uri: this.uri(name) }, range: diagnostic.range, context: { diagnostics: [diagnostic], ...(only && { only }) } };
    return this.connection.sendRequest('textDocument/codeAction', params);
  }

  /** What the user sees in a file, as `line:character code`. `undefined`: nothing was ever sent for it. */
  async seen(name: string): Promise<readonly string[] | undefined> {
    await this.settle(name);
    return this.shown.get(this.uri(name))?.diagnostics.map(({ range, code }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`);
  }

  diagnosticsOf(name: string): readonly Diagnostic[] {
    return this.shown.get(this.uri(name))?.diagnostics ?? [];
  }
}
