import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Editor, newFolder, newRepository, write } from './editor.ts';

const API = `openapi: 3.0.3
info: { title: t, version: '1' }
paths:
  /a: { get: { operationId: same, responses: {} } }
  /b: { get: { operationId: same, responses: {} } }
`;
const RULE = 'operation-id-unique';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function start(folder: string): Promise<Editor> {
  const editor = await Editor.start(folder);
  editors.push(editor);
  return editor;
}

async function severityIn(editor: Editor, name: string): Promise<number | undefined> {
  await editor.settle(name);
  return editor.diagnosticsOf(name).find(({ code }) => code === RULE)?.severity;
}

const [ERROR, WARNING, HINT] = [1, 2, 4];
const configured = (severity: string) => `rules: { ${RULE}: ${severity} }\n`;

test('the nearest configuration holds, and what is typed in it at once', async () => {
  const editor = await start(newFolder({ 'api/openapi.yaml': API, 'breakwater.yaml': configured('hint') }));
  await editor.open('api/openapi.yaml', API);
  expect(await severityIn(editor, 'api/openapi.yaml')).toBe(HINT);
  await editor.open('breakwater.yaml', configured('hint'));
  await editor.type('breakwater.yaml', { text: configured('warn') });
  await editor.settle('breakwater.yaml');
  expect(await severityIn(editor, 'api/openapi.yaml')).toBe(WARNING);
  await editor.open('api/breakwater.yaml', configured('off'));
  expect(await severityIn(editor, 'api/openapi.yaml')).toBeUndefined();
  await editor.close('api/breakwater.yaml');
  await editor.settle('breakwater.yaml');
  expect(await severityIn(editor, 'api/openapi.yaml')).toBe(WARNING);
});

test('a change on the disk is taken in when the editor says so', async () => {
  const folder = newFolder({ 'openapi.yaml': API });
  const editor = await start(folder);
  await editor.open('openapi.yaml', API);
  expect(await severityIn(editor, 'openapi.yaml')).toBe(ERROR);
  writeFileSync(join(folder, 'breakwater.yaml'), configured('hint'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('breakwater.yaml'), type: 1 }] });
  expect(await severityIn(editor, 'openapi.yaml')).toBe(HINT);
});

test('mistakes stand in the configuration, open or not; what is right in it holds', async () => {
  const text = `rules: { ${RULE}: hint }\nrulez: {}\n`;
  const editor = await start(newFolder({ 'openapi.yaml': API, 'breakwater.yaml': text }));
  await editor.open('openapi.yaml', API);
  expect(await severityIn(editor, 'openapi.yaml')).toBe(HINT);
  expect(await editor.seen('breakwater.yaml')).toEqual(['2:1 config-valid']);
  await editor.open('breakwater.yaml', text);
  expect(await editor.seen('breakwater.yaml')).toEqual(['2:1 config-valid']);
  await editor.type('breakwater.yaml', { text: configured('hint') });
  expect(await editor.seen('breakwater.yaml')).toEqual([]);
});

test('a configuration that is open alone is told its mistakes, those of what it extends in their own file', async () => {
  const editor = await start(newFolder({ 'breakwater.yaml': '', 'team.yaml': 'modee: FULL\n' }));
  await editor.open('breakwater.yaml', 'extends: [team.yaml, nothing.yaml]\n');
  expect(await editor.seen('breakwater.yaml')).toEqual(['1:22 config-valid']);
  expect(await editor.seen('team.yaml')).toEqual(['1:1 config-valid']);
  await editor.close('breakwater.yaml');
  expect(await editor.seen('team.yaml')).toEqual([]);
});

test('what is ignored or accepted in comparison', async () => {
  const folder = newRepository({ 'openapi.yaml': API });
  const editor = await start(folder);
  const after = API.replace(/ {2}\/a:.*\n/, '');
  await editor.open('openapi.yaml', after);
  await editor.settle('openapi.yaml');
  const removed = editor.diagnosticsOf('openapi.yaml').find(({ code }) => code === 'path-removed');
  expect(removed?.severity).toBe(ERROR);
  write(folder, {
    'breakwater.yaml': `accept: [{ fingerprint: ${removed?.data}, reason: agreed }, { fingerprint: 0123456789abcdef, reason: of another contract }]\n`,
  });
  await editor.open(
    'breakwater.yaml',
    `accept: [{ fingerprint: ${removed?.data}, reason: agreed }, { fingerprint: 0123456789abcdef, reason: of another contract }]\n`,
  );
  await editor.settle('openapi.yaml');
  expect(editor.diagnosticsOf('openapi.yaml').find(({ code }) => code === 'path-removed')?.severity).toBe(HINT);
  expect(await editor.seen('breakwater.yaml')).toEqual([]);
  await editor.type('breakwater.yaml', { text: 'ignore: { paths: /a }\n' });
  await editor.settle('breakwater.yaml');
  expect((await editor.seen('openapi.yaml'))?.filter((one) => one.includes('path-removed'))).toEqual([]);
});

test('a finding that the text says is known is not shown', async () => {
  const editor = await start(newFolder({}));
  await editor.open('openapi.yaml', API.replace(/(\/b: .*)/, `$1 # breakwater-ignore ${RULE}: two names for one`));
  expect(await severityIn(editor, 'openapi.yaml')).toBeUndefined();
});

test('what is unused or on its way out is shown so', async () => {
  const folder = newRepository({ 'openapi.yaml': API });
  const editor = await start(folder);
  const unused = 'components: { schemas: { Nobody: { type: string, enum: [a, a] } } }\n';
  await editor.open('openapi.yaml', `${API.replace('/b: { get: { ', '/b: { get: { deprecated: true, x-sunset: 2030-01-01, ')}${unused}`);
  await editor.settle('openapi.yaml');
  const tagged = editor.diagnosticsOf('openapi.yaml').flatMap(({ code, tags }) => (tags ? [`${code} ${tags}`] : []));
  expect(tagged.sort()).toEqual(['component-unused 1', 'enum-duplicate 1', 'operation-deprecated 2']);
});
