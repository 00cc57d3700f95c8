import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { newFolder } from './editor.ts';

const folder = newFolder({});
const server = join(folder, 'server.cjs');

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: server, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', loader: { '.md': 'text' } });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['--stdio', '--node-ipc'])('the program speaks over %s and ends when it is told to', async (transport) => {
  const ipc = transport === '--node-ipc';
  const child = spawn(process.execPath, [server, transport], { stdio: ['pipe', 'pipe', 'inherit', ...(ipc ? (['ipc'] as const) : [])] });
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const connection = ipc
    ? createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
    : createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  connection.listen();
  const uri = pathToFileURL(folder).href;
  const answer = await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: { textDocument: { diagnostic: {} } } });
  expect(answer).toMatchObject({ capabilities: { diagnosticProvider: { interFileDependencies: true }, positionEncoding: 'utf-16' } });
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});
