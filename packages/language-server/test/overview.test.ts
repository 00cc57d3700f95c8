import { createChecker } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { afterEach, expect, test, vi } from 'vitest';
import type { CodeLens } from 'vscode-languageserver/node';
import type { BaseChoice } from '../src/overview/base-choice.ts';
import type { ChangeGroup } from '../src/overview/change-list.ts';
import type { ReportAnswer, ReportQuestion } from '../src/overview/report.ts';
import type { Status } from '../src/overview/status.ts';
import { commit, Editor, git, newFolder, newRepository, write } from './editor.ts';

const API = `openapi: 3.0.3
info:
  title: Pets
  version: 1.2.0
paths:
  /pets:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Pet' }
    post:
      responses:
        default: { description: ok }
    delete:
      responses:
        default: { description: ok }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
`;
/** An operation less, another one that will go, and a property that is no longer always there. */
const EDITED = API.replace('    delete:\n      responses:\n        default: { description: ok }\n', '')
  .replace('    post:\n', '    post:\n      deprecated: true\n')
  .replace('      required: [name]\n', '');

const editors: Editor[] = [];
/** Without rules, so that what is seen are the changes, whatever rules there will be. */
const checker = createChecker(
  FORMATS.map((format) => ({ ...format, rules: [] })),
  { guideOf },
);

interface Watching extends Editor {
  readonly told: Status[];
}

async function start(folder: string, shows = true): Promise<Watching> {
  const told: Status[] = [];
  const editor = Object.assign(await Editor.start(folder, { checker, initializationOptions: { baseDocuments: true, shows } }), { told });
  editor.connection.onNotification('breakwater/status', (status: Status) => void told.push(status));
  editors.push(editor);
  return editor;
}

afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function textOf(editor: Watching, expected: string): Promise<Status | undefined> {
  await vi.waitFor(() => expect(editor.told.at(-1)?.text).toBe(expected));
  return editor.told.at(-1);
}

test('how a contract stands is told whenever it changed, and only then', async () => {
  const editor = await start(newRepository({ 'api.yaml': API, 'notes.yaml': 'a: 1\n' }));
  await editor.open('notes.yaml', 'a: 1\n');
  await editor.open('api.yaml', API);
  expect(await textOf(editor, 'no changes since main')).toMatchObject({ uri: editor.uri('api.yaml'), level: 'fine' });
  await editor.type('api.yaml', { text: EDITED });
  const status = await textOf(editor, '2 breaking since main → needs 2.0.0');
  expect(status).toMatchObject({
    level: 'breaking',
    detail: expect.stringMatching(/^api\.yaml: 2 breaking, 0 dangerous, 1 compatible since main \([0-9a-f]{7}\)\.$/),
  });
  expect(await editor.connection.sendRequest('breakwater/baseText', { uri: status?.baseUri })).toEqual({ text: API });
  await editor.type('api.yaml', { text: `${EDITED}# Nothing else.\n` });
  await editor.settle('api.yaml');
  expect(editor.told).toHaveLength(2);
  await editor.type('api.yaml', { text: EDITED.replace('1.2.0', '2.0.0') });
  await textOf(editor, '2 breaking since main');
  await editor.type('api.yaml', { text: API.replace('    post:\n', '    post:\n      parameters: [{ name: dry, in: query, schema: { type: boolean } }]\n') });
  await textOf(editor, '1 compatible change since main → needs 1.3.0');
  await editor.type('api.yaml', { text: 'a: 1\n' });
  expect((await textOf(editor, ''))?.level).toBe('none');
});

test('what there is nothing to compare with, and what is new, is told as that', async () => {
  const outside = await start(newFolder({}));
  await outside.open('api.yaml', API);
  await textOf(outside, 'no base');
  const inside = await start(newRepository({ 'other.yaml': API }));
  await inside.open('api.yaml', API);
  await textOf(inside, 'new since main');
});

test('an editor that shows no status is not told, and its lenses run nothing', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }), false);
  await editor.open('api.yaml', EDITED);
  const lenses = await lensesIn(editor);
  expect(lenses.map(({ command }) => command?.command)).toEqual(['', '', '', '']);
  expect(editor.told).toEqual([]);
});

function lensesIn(editor: Editor): Promise<CodeLens[]> {
  return editor.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: editor.uri('api.yaml') } });
}

test('above each operation and each definition stands how much of it changed', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', API);
  expect(await lensesIn(editor)).toEqual([]);
  await editor.type('api.yaml', { text: EDITED });
  const lenses = await lensesIn(editor);
  const shown = lenses.map(({ range, command }) => `${range.start.line + 1}: ${command?.title} ${command?.arguments?.[1] ?? '-'}`);
  expect(shown.sort()).toEqual(['14: 1 compatible change POST /pets', '20: 1 breaking change -', '6: 1 breaking change -', '7: 1 breaking change GET /pets']);
  expect(lenses.every(({ command }) => command?.command === 'breakwater.showReport' && command.arguments?.[0] === editor.uri('api.yaml'))).toBe(true);
});

test('lenses are asked for again where something else changed them', async () => {
  const folder = newRepository({ 'api.yaml': API.replace("'#/components/schemas/Pet'", 'pet.yaml'), 'pet.yaml': 'type: string\n' });
  const editor = await Editor.start(folder, { checker, capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
  editors.push(editor);
  let refreshed = 0;
  editor.connection.onRequest('workspace/codeLens/refresh', () => void refreshed++);
  await editor.open('api.yaml', API.replace("'#/components/schemas/Pet'", 'pet.yaml'));
  await editor.settle('api.yaml');
  expect([refreshed, await lensesIn(editor)]).toEqual([0, []]);
  await editor.open('pet.yaml', 'type: integer\n');
  await editor.settle('pet.yaml');
  await vi.waitFor(() => expect(refreshed).toBeGreaterThan(0));
  expect((await lensesIn(editor)).map(({ command }) => command?.title)).toEqual(['1 breaking change']);
});

test('the changes are listed by operation, the worst first, each with its places', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', EDITED);
  const groups: readonly ChangeGroup[] = await editor.connection.sendRequest('breakwater/changes', { uri: editor.uri('api.yaml') });
  expect(groups.map(({ label, changes }) => [label, changes.map(({ verdict, ruleId }) => `${verdict} ${ruleId}`)])).toEqual([
    ['DELETE /pets', ['breaking operation-removed']],
    ['GET /pets response 200', ['breaking required-changed']],
    ['POST /pets', ['compatible operation-deprecated']],
  ]);
  expect(groups[0]?.changes[0]).toMatchObject({
    message: 'The operation `DELETE /pets` was removed.',
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    at: { uri: editor.uri('api.yaml'), range: { start: { line: 5, character: 2 } } },
    before: { uri: expect.stringMatching(/^breakwater-base:.*\/api\.yaml\?[0-9a-f]{40}$/), range: { start: { line: 16, character: 4 } } },
  });
});

function reportOf(editor: Editor, question: Omit<ReportQuestion, 'uri'> = {}, name = 'api.yaml'): Promise<ReportAnswer> {
  return editor.connection.sendRequest('breakwater/report', { uri: editor.uri(name), ...question });
}

test('the report is a page without scripts, about everything or about one operation', async () => {
  const editor = await start(newRepository({ 'api.yaml': API, 'breakwater.yaml': 'preset: minimal\n' }));
  await editor.open('api.yaml', EDITED.replace('title: Pets', "title: '<script>alert(1)</script>'"));
  const whole = await reportOf(editor);
  const html = 'html' in whole ? whole.html : '';
  expect(whole).toMatchObject({ title: 'api.yaml: since main' });
  expect(html).toContain('<p class="verdict">2 breaking, 0 dangerous and 1 compatible changes');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain('<script');
  const narrow = await reportOf(editor, { scope: 'GET /pets' });
  expect(narrow).toMatchObject({ title: 'GET /pets: since main', html: expect.stringContaining('The property <code>name</code> became optional.') });
  expect('html' in narrow && narrow.html.includes('DELETE')).toBe(false);
});

test('a document is compared with whatever its repository has, and with files', async () => {
  const folder = newRepository({ 'api.yaml': EDITED, 'released/api.yaml': API });
  git(folder, 'tag', 'v1.2.0');
  write(folder, { 'api.yaml': API });
  commit(folder);
  const editor = await start(folder);
  await editor.open('api.yaml', EDITED);
  const choices: readonly BaseChoice[] = await editor.connection.sendRequest('breakwater/baseChoices', { uri: editor.uri('api.yaml') });
  expect(choices.map(({ kind, label }) => `${kind} ${label}`).sort()).toEqual([
    'branch main',
    'branch topic',
    expect.stringMatching(/^commit [0-9a-f]{7} change$/),
    expect.stringMatching(/^commit [0-9a-f]{7} change$/),
    'tag v1.2.0',
  ]);
  const head = choices.find(({ kind }) => kind === 'commit');
  const breaking = async (base: string) => {
    const answer = await reportOf(editor, { base });
    return 'html' in answer ? /class="verdict">([^,<]*)/.exec(answer.html)?.[1] : answer.refusal;
  };
  expect(await breaking('v1.2.0')).toBe('No findings.');
  expect(await breaking('topic')).toBe('2 breaking');
  expect(await breaking(head?.base ?? '')).toBe('2 breaking');
  expect(await breaking('file:released/api.yaml')).toBe('2 breaking');
  expect(await breaking(`file:${folder}/released/api.yaml`)).toBe('2 breaking');
  expect(await breaking('file:/etc/passwd')).toBe('`file:/etc/passwd` is outside the workspace.');
  expect(await breaking('--output=x')).toBe('`--output=x` is no name of a git commit.');
});

test('what is no contract has no report', async () => {
  const editor = await start(newFolder({}));
  await editor.open('notes.yaml', 'a: 1\n');
  expect(await reportOf(editor, {}, 'notes.yaml')).toEqual({ refusal: 'This file is no API contract, and no part of one.' });
  await editor.open('api.yaml', API);
  expect(await reportOf(editor)).toEqual({ refusal: 'There is nothing to compare with.' });
  expect(await editor.connection.sendRequest('breakwater/baseChoices', { uri: editor.uri('api.yaml') })).toEqual([]);
});
