import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver/node';
import { diskSurroundings } from '../src/index.ts';
import type { Surroundings } from '../src/surroundings/surroundings.ts';
import { Editor, type EditorOptions, newFolder, newRepository, write } from './editor.ts';

const GOOD = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: one, responses: {} } }
  /b: { get: { operationId: two, responses: {} } }
`;
const BAD = GOOD.replace('two', 'one');
const RULE = 'operation-id-unique';
const PULLS = { textDocument: { diagnostic: {} } };

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function start(folder: string, options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start(folder, options);
  editors.push(editor);
  return editor;
}

const codesOf = (editor: Editor, name: string) => editor.diagnosticsOf(name).flatMap(({ code, severity }) => (code === RULE ? [severity] : []));
interface Report {
  readonly items: readonly { readonly uri: string; readonly resultId: string; readonly items: readonly unknown[] }[];
}

const askAll = (editor: Editor, previousResultIds: readonly object[] = []): Promise<Report> =>
  editor.connection.sendRequest('workspace/diagnostic', { previousResultIds });
const changed = (editor: Editor, name: string, type: 1 | 2 | 3) =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(name), type }] });

test('contracts that nobody has opened are checked, and again when they change, come and go', async () => {
  const folder = newFolder({ 'a/openapi.yaml': BAD, 'b/swagger.json': '{"swagger": "2.0", "paths": []}', 'values.yaml': 'a: 1\na: 2\n' });
  const editor = await start(folder);
  await vi.waitFor(() => expect(codesOf(editor, 'a/openapi.yaml')).toHaveLength(1));
  await vi.waitFor(() => expect(editor.diagnosticsOf('b/swagger.json')).not.toEqual([]));
  write(folder, { 'a/openapi.yaml': GOOD, 'c/openapi.yaml': BAD });
  await changed(editor, 'a/openapi.yaml', 2);
  await vi.waitFor(() => expect(codesOf(editor, 'a/openapi.yaml')).toEqual([]));
  await vi.waitFor(() => expect(codesOf(editor, 'c/openapi.yaml')).toHaveLength(1));
  rmSync(join(folder, 'c'), { recursive: true });
  await changed(editor, 'c', 3);
  await vi.waitFor(() => expect(editor.diagnosticsOf('c/openapi.yaml')).toEqual([]));
  write(folder, { 'd/openapi.yaml': BAD });
  await changed(editor, 'd', 1);
  await vi.waitFor(() => expect(codesOf(editor, 'd/openapi.yaml')).toHaveLength(1));
  expect(editor.shown.has(editor.uri('values.yaml'))).toBe(false);
});

test('what breaks somebody is told of them, too', async () => {
  const folder = newRepository({ 'openapi.yaml': GOOD });
  write(folder, { 'openapi.yaml': GOOD.replace(/ {2}\/b.*\n/, '') });
  const editor = await start(folder);
  await vi.waitFor(() => expect(editor.diagnosticsOf('openapi.yaml').map(({ code }) => code)).toContain('path-removed'));
});

test('as for the command line, what git ignores and what the configuration does not name is left out', async () => {
  const files = { '.gitignore': 'generated\n', 'breakwater.yaml': 'contracts: [{ files: api/** }]\n' };
  const folder = newRepository({ ...files, 'api/one.yaml': BAD, 'api/generated/two.yaml': BAD, 'old/three.yaml': BAD });
  const editor = await start(folder, { capabilities: PULLS });
  const { items } = await askAll(editor);
  expect(items.map(({ uri }) => uri)).toEqual([editor.uri('api/one.yaml')]);
});

test('each folder of a workspace has its own configuration', async () => {
  const configured = (severity: string) => `rules: { ${RULE}: ${severity} }\n`;
  const folder = newFolder({
    'one/breakwater.yaml': configured('hint'),
    'one/api.yaml': BAD,
    'two/breakwater.yaml': configured('warn'),
    'two/v1/api.yaml': BAD,
  });
  const editor = await start(folder, { workspaceFolders: ['one', 'two'] });
  await vi.waitFor(() => expect([codesOf(editor, 'one/api.yaml'), codesOf(editor, 'two/v1/api.yaml')]).toEqual([[4], [2]]));
  await editor.open('two/breakwater.yaml', configured('off'));
  await editor.type('two/breakwater.yaml', { text: configured('error') });
  await vi.waitFor(() => expect(codesOf(editor, 'two/v1/api.yaml')).toEqual([1]));
  expect(codesOf(editor, 'one/api.yaml')).toEqual([4]);
});

test('a part that is opened belongs to its contract wherever that lies', async () => {
  const folder = newFolder({
    'x/openapi.yaml': GOOD.replace('responses: {}', "responses: { '200': { $ref: '../parts/ok.yaml' } }"),
    'parts/ok.yaml': 'description: ok\n',
  });
  const editor = await start(folder, { capabilities: PULLS });
  await editor.open('parts/ok.yaml', 'descriptio: ok\n');
  await vi.waitFor(async () => expect(await editor.pull('parts/ok.yaml')).not.toEqual([]));
  await editor.type('parts/ok.yaml', { text: 'description: ok\n' });
  expect(await editor.pull('parts/ok.yaml')).toEqual([]);
});

test('a workspace that is not to be checked is not', async () => {
  const editor = await start(newFolder({ 'a.yaml': BAD, 'b.yaml': BAD }), {
    capabilities: { workspace: { configuration: true } },
    settings: { breakwater: { checkWorkspace: false } },
  });
  await editor.open('b.yaml', BAD);
  await editor.settle('b.yaml');
  await changed(editor, 'a.yaml', 2);
  await editor.pull('a.yaml');
  expect(editor.shown.has(editor.uri('a.yaml'))).toBe(false);
  expect(codesOf(editor, 'b.yaml')).toHaveLength(1);
});

test.each(['they are looked for', 'they are read'])('a workspace that is no longer to be checked while %s is not', async (when) => {
  const breakwater = { checkWorkspace: true };
  const gate = Promise.withResolvers<void>();
  const reached = vi.fn(() => gate.promise);
  const surroundings: Surroundings = {
    ...diskSurroundings,
    async contractsBelow(folder, isContract) {
      if (when === 'they are looked for') await reached();
      return diskSurroundings.contractsBelow(folder, isContract);
    },
    filesBelow(folder) {
      const host = diskSurroundings.filesBelow(folder);
      const readFile = async (uri: string) => {
        if (when === 'they are read') await reached();
        return host.readFile(uri);
      };
      return { ...host, readFile };
    },
  };
  const editor = await start(newFolder({ 'a.yaml': BAD }), { capabilities: { workspace: { configuration: true } }, settings: { breakwater }, surroundings });
  await vi.waitFor(() => expect(reached).toHaveBeenCalled());
  breakwater.checkWorkspace = false;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await editor.settle('a.yaml');
  gate.resolve();
  expect(await editor.pull('a.yaml')).toEqual([]);
  breakwater.checkWorkspace = true;
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  await vi.waitFor(() => expect(codesOf(editor, 'a.yaml')).toHaveLength(1));
});

test('an editor that asks once gets all, and the next time what is new', async () => {
  const folder = newFolder({ 'a.yaml': BAD, 'b.yaml': BAD, 'c.yaml': GOOD.replaceAll('operationId: ', 'operationId: c') });
  const editor = await start(folder, { capabilities: PULLS });
  await editor.open('b.yaml', BAD);
  const first = await askAll(editor);
  const reported = first.items.map(({ uri }) => uri);
  expect(reported).toEqual(expect.arrayContaining([editor.uri('a.yaml'), editor.uri('b.yaml')]));
  const ids = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  expect((await askAll(editor, ids)).items).toEqual([]);
  write(folder, { 'a.yaml': 'a: 1\n' });
  await changed(editor, 'a.yaml', 2);
  expect((await askAll(editor, ids)).items).toMatchObject([{ uri: editor.uri('a.yaml'), items: [] }]);
});

test('an editor that takes parts is told what changes as long as it listens, and nothing twice', async () => {
  const folder = newFolder({ 'a.yaml': BAD });
  const editor = await start(folder, { capabilities: PULLS });
  const told = new Map<string, number>();
  editor.connection.onProgress(new ProgressType<Report>(), 'workspace', ({ items }) => {
    for (const { uri, items: found } of items) told.set(uri, found.length);
  });
  const source = new CancellationTokenSource();
  const answer = editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'workspace' }, source.token);
  answer.catch(() => undefined);
  await vi.waitFor(() => expect(told.get(editor.uri('a.yaml'))).toBeGreaterThan(0));
  const before = told.get(editor.uri('a.yaml'));
  await editor.open('a.yaml', GOOD);
  expect(await editor.pull('a.yaml')).not.toHaveLength(before ?? 0);
  told.clear();
  await editor.close('a.yaml');
  await vi.waitFor(() => expect(told.get(editor.uri('a.yaml'))).toBe(before));
  expect([...editor.shown.values()].filter(({ diagnostics }) => diagnostics.length > 0)).toEqual([]);
  await editor.open('a.yaml', GOOD);
  await editor.type('a.yaml', { text: 'a: 1\n' });
  await vi.waitFor(() => expect(told.get(editor.uri('a.yaml'))).toBe(0), 3_000);
  source.cancel();
  await expect(answer).rejects.toThrow('Cancelled');
});
