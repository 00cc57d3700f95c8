import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { newFolder } from './editor.ts';

/** The program in as much memory as it may need, in MB. It ends at once if it needs more, and says what went wrong on standard error. */
const MEMORY = 400;
const DOCUMENTS = 1_000;
const QUESTIONS = 2_000;

const CONTRACT = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: one, responses: { default: { description: ok } } } }
  /b: { get: { operationId: one, responses: { default: { description: ok } } } }
`;
const folder = newFolder({});
const shown = new Map<string, readonly string[]>();
let child: ReturnType<typeof spawn>;
let said = '';
let editor: ProtocolConnection;
let ended: number | undefined | null;

beforeAll(async () => {
  const server = join(folder, 'server.cjs');
  const entry = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: server, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
  child = spawn(process.execPath, [`--max-old-space-size=${MEMORY}`, '--unhandled-rejections=strict', server, '--stdio'], { stdio: 'pipe' });
  child.on('exit', (code) => (ended = code));
  child.stderr?.on('data', (text) => (said += text));
  editor = createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  editor.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    shown.set(
      uri,
      diagnostics.map(({ code }) => String(code)),
    );
  });
  editor.listen();
  await editor.sendRequest('initialize', { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} });
  await editor.sendNotification('initialized', {});
}, 60_000);

afterAll(() => {
  editor.dispose();
  child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const open = (name: string, text: string) =>
  editor.sendNotification('textDocument/didOpen', { textDocument: { uri: uriOf(name), languageId: 'yaml', version: 1, text } });
const change = (name: string, version: number, ...contentChanges: object[]) =>
  editor.sendNotification('textDocument/didChange', { textDocument: { uri: uriOf(name), version }, contentChanges });
const close = (name: string) => editor.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
const ask = (name: string, question: string, token = new CancellationTokenSource().token) =>
  editor.sendRequest(`textDocument/${question}`, { textDocument: { uri: uriOf(name) }, position: { line: 3, character: 4 } }, token);
const told = (name: string, code: string, count: number) =>
  vi.waitFor(() => expect(shown.get(uriOf(name))?.filter((one) => one === code) ?? []).toHaveLength(count), 50_000);

test(`${DOCUMENTS} open documents, each with what is to be said of it`, async () => {
  const names = Array.from({ length: DOCUMENTS }, (_, i) => `api-${i}.yaml`);
  for (const name of names) await open(name, CONTRACT);
  for (const name of names) await told(name, 'operation-id-unique', 1);
  await change('api-500.yaml', 2, { text: CONTRACT.replace('one', 'two') });
  await told('api-500.yaml', 'operation-id-unique', 0);
  for (const name of names) await close(name);
  for (const name of names) await vi.waitFor(() => expect(shown.get(uriOf(name))).toEqual([]));
});

test('10 MB are pasted, and taken back', async () => {
  await open('paste.yaml', CONTRACT);
  await told('paste.yaml', 'operation-id-unique', 1);
  const line = '    # Nothing but words, and some more words; so many that nobody reads them.\n';
  const pasted = line.repeat(Math.ceil(10_000_000 / line.length));
  const start = { line: 3, character: 0 };
  await change('paste.yaml', 2, { range: { start, end: start }, text: `  x-pasted: |\n${pasted}` });
  await ask('paste.yaml', 'hover');
  await told('paste.yaml', 'operation-id-unique', 1);
  await change('paste.yaml', 3, { text: CONTRACT.replace('one', 'two') });
  await told('paste.yaml', 'operation-id-unique', 0);
});

test(`${QUESTIONS} questions that are withdrawn while one types`, async () => {
  await open('asked.yaml', CONTRACT);
  const answers: Promise<unknown>[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const source = new CancellationTokenSource();
    const question = ['hover', 'completion', 'definition', 'documentSymbol', 'foldingRange'][i % 5] ?? '';
    answers.push(ask('asked.yaml', question, source.token).catch(() => undefined));
    source.cancel();
    if (i % 20 === 0) await change('asked.yaml', 2 + i, { text: CONTRACT.replace('one', `o${i}`) });
  }
  await Promise.all(answers);
  await change('asked.yaml', 2 + QUESTIONS, { text: CONTRACT });
  await told('asked.yaml', 'operation-id-unique', 1);
});

test('it has gone on all the time, and there was nothing to say', () => {
  expect([ended, said]).toEqual([undefined, '']);
});
