import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { child, createChecker, type Element, type Rule } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { afterEach, expect, test, vi } from 'vitest';
import { commit, Editor, type EditorOptions, git, newFolder, newRepository, write } from './editor.ts';

const API = `openapi: 3.0.3
info:
  title: 'Pets €😀'
  version: 1.0.0
paths:
  /pets:
    get:
      parameters:
        - name: tag
          in: query
          schema: { type: string }
      responses:
        default: { description: ok }
    post:
      responses:
        default: { description: ok }
`;
const POST = `    post:
      responses:
        default: { description: ok }
`;
const UNRAISED = API.replace(POST, '');
/** With the version that this asks for, so that only the change itself is told. */
const WITHOUT_POST = UNRAISED.replace('version: 1.0.0', 'version: 2.0.0');

const editors: Editor[] = [];
const faults: unknown[] = [];
process.on('unhandledRejection', (reason) => faults.push(reason));

/** Without rules, so that what is seen are the changes, whatever rules there will be. */
const ofChanges = createChecker(
  FORMATS.map((format) => ({ ...format, rules: [] })),
  { guideOf },
);

async function start(folder: string, options: EditorOptions = {}): Promise<Editor> {
  const editor = await Editor.start(folder, { checker: ofChanges, ...options });
  editors.push(editor);
  return editor;
}

afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
  expect(faults).toEqual([]);
});

test('a change that breaks is shown while it is typed, and gone when it is undone', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', API);
  expect(await editor.seen('api.yaml')).toEqual([]);
  await editor.type('api.yaml', { text: WITHOUT_POST });
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
  expect(editor.diagnosticsOf('api.yaml')[0]).toMatchObject({ source: 'breakwater', severity: 1, data: expect.stringMatching(/^[0-9a-f]{16}/) });
  await editor.type('api.yaml', { text: API });
  expect(await editor.seen('api.yaml')).toEqual([]);
  expect(editor.shown.get(editor.uri('api.yaml'))?.version).toBe(3);
});

test('what is gone comes back as it was written', async () => {
  const old = API.replace('    post:', '    # Adds a pet.\n    post: # Slow.');
  const editor = await start(newRepository({ 'api.yaml': old }));
  await editor.open('api.yaml', UNRAISED);
  await editor.settle('api.yaml');
  const diagnostic = editor.diagnosticsOf('api.yaml').find(({ code }) => code === 'operation-removed');
  const restore = (await editor.actions('api.yaml', diagnostic!)).find(({ title }) => title === 'Restore post');
  const [edit] = restore?.edit?.changes?.[editor.uri('api.yaml')] ?? [];
  expect(edit?.newText).toBe('    # Adds a pet.\n    post: # Slow.\n      responses:\n        default: { description: ok }\n');
  await editor.type('api.yaml', { range: edit!.range, text: edit!.newText });
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test('the version that a change asks for is told at the version', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', UNRAISED);
  expect(await editor.seen('api.yaml')).toEqual(['4:3 version-bump', '6:3 operation-removed']);
});

/** Rules with repairs, to be independent of what the formats bring along. */
function styleRule(id: string, word: string, safe: boolean): Rule<Element, object> {
  const wrong = (element: Element) => {
    const description = child(element.node, 'description');
    return description?.kind === 'scalar' && description.value === word ? description : undefined;
  };
  return {
    id,
    on: 'response',
    severity: 'warn',
    message: () => `The description \`${word}\` is too short.`,
    check: (element, report) => wrong(element) && report({}, wrong(element)),
    fixes(element) {
      const at = wrong(element);
      return at
        ? [{ title: `Say more than ${word}`, safe, edits: [{ uri: at.file.uri, span: { start: at.start, end: at.end }, text: `All is ${word}` }] }]
        : [];
    },
  };
}

const withRepairs = createChecker(
  FORMATS.map((format) => ({ ...format, rules: [styleRule('style-ok', 'ok', true), styleRule('style-fine', 'fine', false)] })),
  { guideOf: (id) => (id.startsWith('style') ? { reason: '', advice: 'Write a [sentence](command:evil).' } : undefined) },
);

test('a repair is offered where the finding stands, and takes it away', async () => {
  const editor = await start(newFolder({}), { checker: withRepairs, capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).toEqual(['13:20 style-ok']);
  const [diagnostic] = editor.diagnosticsOf('api.yaml');
  const [action] = await editor.actions('api.yaml', diagnostic!);
  expect(action).toMatchObject({ title: 'Say more than ok', kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'style-ok' }] });
  const [change] = action?.edit?.documentChanges ?? [];
  expect(change).toMatchObject({ textDocument: { uri: editor.uri('api.yaml'), version: 1 } });
  const edits = change && 'edits' in change ? change.edits : [];
  await editor.type(
    'api.yaml',
    ...edits.map((edit) => ('range' in edit && 'newText' in edit ? { range: edit.range, text: String(edit.newText) } : { text: '' })),
  );
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test('a finding can be ignored where it stands, and then a reason is asked for', async () => {
  const editor = await start(newFolder({}), { checker: withRepairs });
  await editor.open('api.yaml', WITHOUT_POST);
  await editor.settle('api.yaml');
  const [diagnostic] = editor.diagnosticsOf('api.yaml');
  const ignore = (await editor.actions('api.yaml', diagnostic!)).find(({ title }) => title === 'Ignore style-ok here');
  const [edit] = ignore?.edit?.changes?.[editor.uri('api.yaml')] ?? [];
  await editor.type('api.yaml', { range: edit!.range, text: edit!.newText });
  expect(await editor.seen('api.yaml')).toEqual(['13:38 suppression-without-reason']);
});

test('what fixes all makes only what is safe, and nothing else is offered with it', async () => {
  const editor = await start(newFolder({}), { checker: withRepairs });
  await editor.open('api.yaml', API.replace('description: ok', 'description: fine'));
  expect(await editor.seen('api.yaml')).toEqual(['13:20 style-fine', '16:20 style-ok']);
  const [unsafe] = editor.diagnosticsOf('api.yaml');
  const all = await editor.actions('api.yaml', unsafe!, ['source.fixAll']);
  const range = { start: { line: 15, character: 32 }, end: { line: 15, character: 34 } };
  expect(all).toEqual([
    {
      title: 'Fix all that is safe to fix',
      kind: 'source.fixAll.breakwater',
      edit: { changes: { [editor.uri('api.yaml')]: [{ range, newText: 'All is ok' }] } },
    },
  ]);
  expect(await editor.actions('api.yaml', unsafe!)).toMatchObject([{ title: 'Say more than fine', isPreferred: false }, { title: 'Ignore style-fine here' }]);
  expect(await editor.actions('api.yaml', unsafe!, ['refactor'])).toEqual([]);
});

test('a hover tells what to do, and nothing in it can be clicked', async () => {
  const editor = await start(newFolder({}), { checker: withRepairs });
  await editor.open('api.yaml', WITHOUT_POST);
  const hover = await editor.hover('api.yaml', 12, 20);
  expect(JSON.stringify(hover?.contents)).toContain('Write a &#91;sentence&#93;(command&#58;evil).');
  expect(await editor.hover('api.yaml', 0, 12)).toBeNull();
});

test('half-typed text is not compared, and nothing of the last comparison stays', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
  await editor.type('api.yaml', { text: `${WITHOUT_POST}  /more: {{[` });
  const seen = await editor.seen('api.yaml');
  expect(seen).toContainEqual(expect.stringMatching(/spec-parse$/));
  expect(seen).not.toContainEqual(expect.stringMatching(/operation-removed$/));
  await editor.type('api.yaml', { text: WITHOUT_POST });
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
});

test('every prefix of a contract is answered, typed and pasted', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', '');
  for (let end = 0; end <= API.length; end += 7) {
    await editor.type('api.yaml', { text: API.slice(0, end) });
    if (end % 5 === 0) await editor.settle('api.yaml');
  }
  let [line, character] = [0, 0];
  await editor.type('api.yaml', { text: '' });
  for (const letter of API.slice(0, 120)) {
    await editor.type('api.yaml', { range: { start: { line, character }, end: { line, character } }, text: letter });
    [line, character] = letter === '\n' ? [line + 1, 0] : [line, character + letter.length];
  }
  for (const text of ['[[[[[', '\uD83D', '\0', '- \t- x: &a *a', '{"openapi": "3.0.0", "paths": {', `openapi: 3.0.0\npaths: ${'['.repeat(10_000)}`]) {
    await editor.type('api.yaml', { text });
    await editor.settle('api.yaml');
  }
  await editor.type('api.yaml', { text: WITHOUT_POST });
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
});

test('what is typed in pieces is what would have been opened', async () => {
  const folder = newRepository({ 'api.yaml': API });
  const [editor, fresh] = [await start(folder), await start(folder)];
  await editor.open('api.yaml', API.replaceAll('\n', '\r\n'));
  await editor.type('api.yaml', { range: { start: { line: 2, character: 9 }, end: { line: 2, character: 18 } }, text: '😀€' });
  await editor.type('api.yaml', { range: { start: { line: 13, character: 0 }, end: { line: 16, character: 0 } }, text: '' });
  await fresh.open('api.yaml', UNRAISED.replace('Pets €😀', '😀€').replaceAll('\n', '\r\n'));
  expect(await editor.seen('api.yaml')).toEqual(await fresh.seen('api.yaml'));
  expect(await editor.seen('api.yaml')).toContainEqual('6:3 operation-removed');
});

test('a change that is older than the text is no change', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', API);
  await editor.change('api.yaml', 7, [{ text: WITHOUT_POST }]);
  await editor.change('api.yaml', 5, [{ text: API }]);
  await editor.change('api.yaml', 7, [{ text: 'openapi: 3' }]);
  await editor.change('unknown.yaml', 2, [{ text: WITHOUT_POST }]);
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
  expect(editor.shown.get(editor.uri('api.yaml'))?.version).toBe(7);
});

test('a closed document shows nothing', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).not.toEqual([]);
  await editor.close('api.yaml');
  expect(await editor.seen('api.yaml')).toEqual([]);
  await editor.open('api.yaml', WITHOUT_POST);
  await editor.close('api.yaml');
  expect(await editor.seen('api.yaml')).toEqual([]);
});

const PARTS = {
  'api/openapi.yaml': API.replace('{ type: string }', "{ $ref: '../parts/tag.yaml' }"),
  'parts/tag.yaml': 'type: string\nmaxLength: 10\n',
  'beside.yaml': 'replicas: 3\n',
};

test('a finding stands in the file that is edited, whether or not the contract is open', async () => {
  const folder = newRepository(PARTS);
  const editor = await start(folder);
  await editor.open('api/openapi.yaml', PARTS['api/openapi.yaml']);
  await editor.open('parts/tag.yaml', PARTS['parts/tag.yaml']);
  await editor.type('parts/tag.yaml', { text: 'type: string\nmaxLength: 5\n' });
  expect(await editor.seen('parts/tag.yaml')).toHaveLength(1);
  expect(await editor.seen('api/openapi.yaml')).toEqual(['4:3 version-bump']);
  await editor.close('parts/tag.yaml');
  expect(await editor.seen('parts/tag.yaml')).toEqual([]);
});

test('a file that is closed shows what an open contract says of it', async () => {
  const folder = newRepository(PARTS);
  write(folder, { 'parts/tag.yaml': 'type: string\nmaxLength: 5\n' });
  const editor = await start(folder);
  await editor.open('api/openapi.yaml', PARTS['api/openapi.yaml']);
  expect(await editor.seen('parts/tag.yaml')).toHaveLength(1);
  await editor.close('api/openapi.yaml');
  expect(await editor.seen('parts/tag.yaml')).toEqual([]);
});

test('a part finds its contract in the folders above it', async () => {
  const folder = newRepository({ 'openapi.yaml': API.replace('{ type: string }', "{ $ref: 'parts/tag.yaml' }"), 'parts/tag.yaml': PARTS['parts/tag.yaml'] });
  const editor = await start(folder);
  await editor.open('parts/tag.yaml', 'type: string\nmaxLength: 5\n');
  expect(await editor.seen('parts/tag.yaml')).toHaveLength(1);
});

test.each([
  ['a file that is no contract', 'beside.yaml', 'replicas: [', 'yaml'],
  ['a broken one', 'package.json', '{"name": ', 'json'],
  ['the old side of a diff', 'git:/api/openapi.yaml?%7B%7D', WITHOUT_POST, 'yaml'],
  ['a document without a file', 'untitled:Untitled-1', 'openapi: 3.0.0\n', 'yaml'],
])("%s is nobody's", async (_, name, text, language) => {
  const editor = await start(newRepository(PARTS));
  await editor.open(name, text, language);
  expect(await editor.seen(name)).toBeUndefined();
  expect(await editor.pull(name)).toEqual([]);
});

test('a text becomes a contract while it is typed, and stops being one', async () => {
  const editor = await start(newRepository({ 'api.yaml': API }));
  await editor.open('api.yaml', 'title: 1\n');
  expect(await editor.seen('api.yaml')).toEqual([]);
  await editor.type('api.yaml', { text: WITHOUT_POST });
  expect(await editor.seen('api.yaml')).toHaveLength(1);
  await editor.type('api.yaml', { text: 'title: 1\n' });
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test('without a repository, and for a new file, there is nothing to compare with', async () => {
  const outside = await start(newFolder({}));
  await outside.open('api.yaml', WITHOUT_POST);
  expect(await outside.seen('api.yaml')).toEqual([]);
  const inside = await start(newRepository({ 'other.yaml': API }));
  await inside.open('api.yaml', WITHOUT_POST);
  expect(await inside.seen('api.yaml')).toEqual([]);
  expect([...outside.log, ...inside.log]).toEqual([]);
});

test('the setting names another base, and one that is none is told once', async () => {
  const folder = newRepository({ 'api.yaml': WITHOUT_POST });
  write(folder, { 'api.yaml': API });
  commit(folder);
  const settings = { breakwater: { base: 'topic' } };
  const editor = await start(folder, { capabilities: { workspace: { configuration: true } }, settings });
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
  settings.breakwater.base = '--upload-pack=x';
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await editor.seen('api.yaml')).toEqual([]);
  expect(editor.log).toEqual([expect.stringContaining('is no name of a git commit')]);
});

test('settings that the editor sends are used where it cannot be asked', async () => {
  const folder = newRepository({ 'api.yaml': WITHOUT_POST });
  write(folder, { 'api.yaml': API });
  commit(folder);
  const editor = await start(folder);
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { breakwater: { base: 'topic' } } });
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).toEqual(['6:3 operation-removed']);
});

test('an editor that asks is answered and not told', async () => {
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  const folder = newRepository(PARTS);
  write(folder, { 'parts/tag.yaml': 'type: string\nmaxLength: 5\n' });
  const editor = await start(folder, { capabilities });
  await editor.open('api/openapi.yaml', PARTS['api/openapi.yaml'].replace(POST, ''));
  expect(await editor.pull('api/openapi.yaml')).toMatchObject([{ code: 'version-bump' }, { code: 'operation-removed' }]);
  expect(await editor.seen('api/openapi.yaml')).toEqual([]);
  expect(await editor.seen('parts/tag.yaml')).toHaveLength(1);
  await editor.open('parts/tag.yaml', 'type: string\nmaxLength: 4\n');
  expect(await editor.pull('parts/tag.yaml')).toHaveLength(1);
  expect(await editor.seen('parts/tag.yaml')).toEqual([]);
  await editor.type('api/openapi.yaml', { text: PARTS['api/openapi.yaml'] });
  expect(await editor.pull('api/openapi.yaml')).toMatchObject([{ code: 'version-bump' }]);
  expect(editor.refreshed).toBe(0);
  await editor.type('parts/tag.yaml', { text: PARTS['parts/tag.yaml'] });
  await vi.waitFor(() => expect(editor.refreshed).toBe(1));
  expect(await editor.pull('api/openapi.yaml')).toEqual([]);
});

test('the old place opens in the base, or is told in words', async () => {
  const folder = newRepository({ 'api.yaml': API });
  const editor = await start(folder, { initializationOptions: { baseDocuments: true } });
  await editor.open('api.yaml', WITHOUT_POST);
  await editor.settle('api.yaml');
  const [related] = editor.diagnosticsOf('api.yaml')[0]?.relatedInformation ?? [];
  expect(related).toMatchObject({
    location: { uri: expect.stringMatching(/^breakwater-base:.*\/api\.yaml\?[0-9a-f]{40}$/), range: { start: { line: 13, character: 4 } } },
  });
  const uri = related?.location.uri ?? '';
  expect(await editor.connection.sendRequest('breakwater/baseText', { uri })).toEqual({ text: API });
  for (const other of [uri.replace('api.yaml', '../../etc/passwd'), uri.replace(/\?.*/, '?HEAD'), uri.replace('breakwater-base:', 'file://'), '']) {
    expect(await editor.connection.sendRequest('breakwater/baseText', { uri: other })).toBeNull();
  }
  const plain = await start(folder);
  await plain.open('api.yaml', WITHOUT_POST);
  await plain.settle('api.yaml');
  const [told] = plain.diagnosticsOf('api.yaml')[0]?.relatedInformation ?? [];
  expect(told).toMatchObject({ message: 'It was here before: line 14 of api.yaml in the base.', location: { uri: plain.uri('api.yaml') } });
});

test('a commit on the default branch moves the base once something is saved', async () => {
  const folder = newRepository({ 'api.yaml': API });
  const editor = await start(folder);
  await editor.open('api.yaml', WITHOUT_POST);
  expect(await editor.seen('api.yaml')).toHaveLength(1);
  write(folder, { 'api.yaml': WITHOUT_POST });
  commit(folder);
  git(folder, 'branch', '--force', 'main', 'topic');
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: editor.uri('api.yaml') } });
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test('a file that vanishes from the disk while it is open, and garbage on the wire, do not end it', async () => {
  const folder = newRepository(PARTS);
  const editor = await start(folder);
  await editor.open('api/openapi.yaml', PARTS['api/openapi.yaml']);
  expect(await editor.seen('api/openapi.yaml')).toEqual([]);
  rmSync(join(folder, 'parts'), { recursive: true });
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('parts/tag.yaml'), type: 3 }] });
  expect(await editor.seen('api/openapi.yaml')).toContainEqual(expect.stringMatching(/ref-resolves$/));
  editor.toServer.write('Content-Length: 9\r\n\r\n{"broken"');
  expect(await editor.connection.sendRequest('textDocument/hover', { textDocument: 5 })).toBeNull();
  await editor.open('file:///%ff.yaml', API);
  await editor.type('api/openapi.yaml', { text: 'openapi: 3.0.3\n' });
  expect(await editor.seen('api/openapi.yaml')).toBeDefined();
});
