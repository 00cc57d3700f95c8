import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { MessageChannel } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createProtocolConnection, type ProtocolConnection, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { PortReader, PortWriter } from './port.ts';

/** The server as a worker of a browser runs it: a bundle that finds no `process`, no `Buffer` and no `require`, behind a message port. */

const ROOT = 'vscode-vfs://github/owner/api';
const CONTRACT = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: one, responses: { '200': { $ref: './parts/ok.yaml' } } } }
`;
const FILES = new Map([
  ['openapi.yaml', CONTRACT],
  ['released.yaml', CONTRACT.replace('\n  /a', "\n  /b: { get: { responses: { '204': { description: gone } } } }\n  /a")],
  ['parts/ok.yaml', 'descriptio: ok\n'],
  ['parts/secret.txt', 'password'],
  ['breakwater.yaml', 'extends: minimal\n'],
  ['other/openapi.yaml', CONTRACT.replace('./parts', '../../../elsewhere/parts')],
  ['node_modules/dependency/openapi.yaml', CONTRACT],
]);

const shown = new Map<string, readonly string[]>();
const asked: string[] = [];
const log: string[] = [];
let editor: ProtocolConnection;
let bundled: readonly string[];
const { port1, port2 } = new MessageChannel();
let settings: object = {};

beforeAll(async () => {
  const entry = join(import.meta.dirname, '../src/browser.ts');
  const { outputFiles, metafile } = await build({ entryPoints: [entry], bundle: true, write: false, platform: 'browser', format: 'iife', metafile: true });
  bundled = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path));
  const global = { self: port2, setTimeout, clearTimeout, TextDecoder, TextEncoder, URL, performance };
  runInNewContext(outputFiles[0]?.text ?? '', global);
  editor = createProtocolConnection(new PortReader(port1), new PortWriter(port1));
  answerFiles(editor);
  editor.listen();
  const workspaceFolders = [{ uri: ROOT, name: 'api' }];
  const capabilities = { workspace: { configuration: true, workspaceFolders: true } };
  await editor.sendRequest('initialize', { processId: null, rootUri: ROOT, workspaceFolders, capabilities });
  await editor.sendNotification('initialized', {});
});

afterAll(() => {
  editor.dispose();
  port1.close();
});

/** What the extension answers from the editor's file system. */
function answerFiles(connection: ProtocolConnection): void {
  connection.onRequest('breakwater/readFile', ({ uri }: { uri: string }) => {
    asked.push(uri);
    const text = FILES.get(uri.slice(ROOT.length + 1));
    return text === undefined ? null : { text };
  });
  connection.onRequest('breakwater/readFolder', ({ uri }: { uri: string }) =>
    [...FILES.keys()].map((name) => `${ROOT}/${name}`).filter((file) => file.startsWith(uri)),
  );
  connection.onRequest('breakwater/findFiles', () => [...FILES.keys()].map((name) => `${ROOT}/${name}`));
  connection.onRequest('workspace/configuration', ({ items }: { items: object[] }) => items.map(() => settings));
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    shown.set(
      uri.slice(ROOT.length + 1),
      diagnostics.map(({ code }) => String(code)),
    );
  });
}

const told = (name: string, code: string) => vi.waitFor(() => expect(shown.get(name)).toContain(code), 5_000);

test('nothing of Node is in the bundle', () => {
  expect(bundled).toEqual([]);
  expect(isBuiltin('fs')).toBe(true);
});

test('contracts of the workspace are read through the editor, and nothing else is', async () => {
  await told('parts/ok.yaml', 'oas-structure');
  await told('other/openapi.yaml', 'ref-resolves');
  expect([...shown.keys()].filter((name) => name.includes('node_modules'))).toEqual([]);
  expect(asked.filter((uri) => !uri.startsWith(`${ROOT}/`) || uri.endsWith('.txt'))).toEqual([]);
});

test('what is typed is checked', async () => {
  const textDocument = { uri: `${ROOT}/parts/ok.yaml`, languageId: 'yaml', version: 1, text: 'description: ok\n' };
  await editor.sendNotification('textDocument/didOpen', { textDocument });
  await vi.waitFor(() => expect(shown.get('parts/ok.yaml')).toEqual([]), 5_000);
  await editor.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, uri: 'git:/owner/api/openapi.yaml', text: CONTRACT } });
  await editor.sendRequest('textDocument/hover', { textDocument, position: { line: 0, character: 0 } });
  expect([...shown.keys()].filter((name) => !FILES.has(name))).toEqual([]);
});

test('there is no git, which is said, and a file to compare with does', async () => {
  expect(log.join()).toContain('There is no git here');
  expect([...shown.values()].flat().filter((code) => code.endsWith('-removed'))).toEqual([]);
  settings = { base: 'file:released.yaml' };
  await editor.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await told('openapi.yaml', 'path-removed');
});
