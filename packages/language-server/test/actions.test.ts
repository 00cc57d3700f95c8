import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChecker } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { afterEach, expect, test } from 'vitest';
import { type ClientCapabilities, type CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor, newRepository, write } from './editor.ts';

const API = `openapi: 3.0.3
info:
  title: Pets
  version: '1.2.0' # As released.
paths:
  /pets:
    get:
      parameters:
        - name: tag # By which one finds them.
          in: query
          required: false
          schema: { type: string, enum: [cat, 'dog', fish] }
        - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
      responses:
        default: { description: ok }
    # Adds one.
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                name: { type: string }
      responses:
        default: { description: ok }
`;
const POST = API.slice(API.indexOf('    # Adds one.'));

const EDITS: ClientCapabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } };
const editors: Editor[] = [];
/** Without rules, so that what is seen are the changes, whatever rules there will be. */
const checker = createChecker(
  FORMATS.map((format) => ({ ...format, rules: [] })),
  { guideOf },
);

/** An editor that has a contract open, edited since `main`. */
async function edited(text: string, capabilities = EDITS, files: Readonly<Record<string, string>> = {}): Promise<Editor> {
  const editor = await Editor.start(newRepository({ 'api.yaml': API, ...files }), { checker, capabilities });
  editors.push(editor);
  await editor.open('api.yaml', text);
  return editor;
}

afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function offered(editor: Editor, code: string): Promise<readonly CodeAction[]> {
  await editor.settle('api.yaml');
  const diagnostic = editor.diagnosticsOf('api.yaml').find((one) => one.code === code);
  return diagnostic ? editor.actions('api.yaml', diagnostic) : [];
}

function textAfter(text: string, action: CodeAction | undefined, uri: string): string {
  const edits = action?.edit?.documentChanges?.filter((change) => TextDocumentEdit.is(change) && change.textDocument.uri === uri) ?? [];
  return TextDocument.applyEdits(
    TextDocument.create(uri, 'yaml', 1, text),
    edits.flatMap((change) => (TextDocumentEdit.is(change) ? change.edits.filter((edit) => 'newText' in edit) : [])),
  );
}

const RAISED = API.replace('1.2.0', '2.0.0');

test.each([
  ['version-bump', 'Raise the version to 2.0.0', API.replace(POST, ''), RAISED.replace(POST, '')],
  ['operation-removed', 'Restore post', RAISED.replace(POST, ''), RAISED],
  ['operation-removed', 'Restore post as deprecated', RAISED.replace(POST, ''), `${RAISED}      deprecated: true\n`],
  [
    'parameter-required-changed',
    'Bring back required: false',
    RAISED.replace('required: false', 'required: true # Now.'),
    RAISED.replace('false', 'false # Now.'),
  ],
  [
    'enum-value-removed',
    "Bring back 'dog', fish",
    RAISED.replace("[cat, 'dog', fish]", '[cat, bird]'),
    RAISED.replace("[cat, 'dog', fish]", "[cat, bird, 'dog', fish]"),
  ],
  ['bound-changed', 'Bring back maximum: 100', RAISED.replace('maximum: 100', 'maximum: 10'), RAISED],
  [
    'parameter-added',
    'Make the query parameter `page` optional',
    RAISED.replace('        - { name: limit', '        - { name: page, in: query, required: true, schema: { type: integer } }\n        - { name: limit'),
    RAISED.replace('        - { name: limit', '        - { name: page, in: query, schema: { type: integer } }\n        - { name: limit'),
  ],
  ['type-changed', 'Bring back type: string', RAISED.replace('name: { type: string }', 'name: { type: integer }'), RAISED],
  ['required-changed', 'Make name optional', RAISED.replace('type: object\n', 'type: object\n              required: [name]\n'), RAISED],
  [
    'property-added',
    'Make age optional',
    RAISED.replace('type: object\n', 'type: object\n              required:\n                - age # In years.\n                - name\n').replace(
      'name: { type: string }',
      'name: { type: string }\n                age: { type: integer }',
    ),
    RAISED.replace('type: object\n', 'type: object\n              required:\n                - name\n').replace(
      'name: { type: string }',
      'name: { type: string }\n                age: { type: integer }',
    ),
  ],
])('%s: %s', async (code, title, text, repaired) => {
  const editor = await edited(text);
  const action = (await offered(editor, code)).find((one) => one.title === title);
  expect(textAfter(text, action, editor.uri('api.yaml'))).toBe(repaired);
  await editor.type('api.yaml', { text: repaired });
  await editor.settle('api.yaml');
  // What is left of it hurts nobody: an optional property that was added.
  expect(editor.diagnosticsOf('api.yaml').filter((one) => one.code === code && one.severity !== 4)).toEqual([]);
});

const WITHOUT_POST = RAISED.replace(POST, '');

test('what comes back brings along what it refers to, if that is gone as well', async () => {
  const schemas = `components:\n  schemas:\n    Pet:\n      properties: { owner: { $ref: '#/components/schemas/Owner' } }\n    Owner: { type: object }\n    Tag: { type: string }\n`;
  const base = RAISED.replace(
    'default: { description: ok }\n    # Adds',
    "default: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Tag' } } } }\n    # Adds",
  )
    .replace('name: { type: string }', "pet: { $ref: '#/components/schemas/Pet' }")
    .concat(schemas);
  const text = base.replace(POST.replace('name: { type: string }', "pet: { $ref: '#/components/schemas/Pet' }"), '').replace(/ {4}Pet:[\s\S]*(?= {4}Tag)/, '');
  const editor = await edited(text, EDITS, { 'api.yaml': base });
  const action = (await offered(editor, 'operation-removed')).find(({ title }) => title === 'Restore post');
  const restored = textAfter(text, action, editor.uri('api.yaml'));
  expect(restored).toContain(
    "    Tag: { type: string }\n    Pet:\n      properties: { owner: { $ref: '#/components/schemas/Owner' } }\n    Owner: { type: object }\n",
  );
  await editor.type('api.yaml', { text: restored });
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test('a change is accepted in a configuration that is made for it', async () => {
  const editor = await edited(WITHOUT_POST);
  const action = (await offered(editor, 'operation-removed')).find(({ title }) => /^Accept until \d{4}-\d\d-\d\d, in breakwater.yaml$/.test(title));
  expect(action?.edit?.documentChanges?.filter((change) => CreateFile.is(change))).toEqual([
    { kind: 'create', uri: editor.uri('breakwater.yaml'), options: { ignoreIfExists: true } },
  ]);
  const text = textAfter('', action, editor.uri('breakwater.yaml'));
  expect(text).toMatch(/^accept:\n {2}- fingerprint: "?[0-9a-f]{16}"?\n {4}reason: "TODO: say why this is agreed to"\n {4}until: "\d{4}-\d\d-\d\d"\n$/);
  await editor.open('breakwater.yaml', text);
  await editor.settle('api.yaml');
  expect(editor.diagnosticsOf('api.yaml')).toMatchObject([{ code: 'operation-removed', severity: 4 }]);
  expect(editor.diagnosticsOf('breakwater.yaml')).toEqual([]);
  expect((await offered(editor, 'operation-removed')).filter(({ title }) => title.startsWith('Accept'))).toEqual([]);
});

test.each([
  ['a list', 'breakwater.yaml', '# Ours.\nmode: FULL\naccept:\n  - fingerprint: "0000000000000000" # Old.\n    reason: known\nfail-on: breaking\n'],
  ['no list', 'breakwater.yml', 'mode: FULL'],
  ['nothing', '.breakwater.yaml', '# Nothing yet.\n'],
  ['JSON', 'breakwater.json', '{\n  "mode": "FULL"\n}\n'],
  ['a list in JSON', 'breakwater.json', '{ "accept": [{ "fingerprint": "0000000000000000", "reason": "known" }] }'],
])('a change is accepted in a configuration with %s', async (_, name, configuration) => {
  const editor = await edited(WITHOUT_POST, EDITS, { [name]: configuration });
  const action = (await offered(editor, 'operation-removed')).find(({ title }) => title.endsWith(`, in ${name}`));
  const text = textAfter(configuration, action, editor.uri(name));
  for (const line of configuration
    .trim()
    .split('\n')
    .filter((one) => one.includes(':')))
    expect(text).toContain(line.replace(/[\]} ]+$/, ''));
  expect(text).not.toBe(configuration);
  await editor.open(name, text);
  await editor.settle('api.yaml');
  expect(editor.diagnosticsOf('api.yaml')).toMatchObject([{ code: 'operation-removed', severity: 4 }]);
});

test('what was agreed to until yesterday gets a new day', async () => {
  const editor = await edited(WITHOUT_POST);
  const first = (await offered(editor, 'operation-removed')).find(({ title }) => title.startsWith('Accept'));
  const over = textAfter('', first, editor.uri('breakwater.yaml')).replace(/until: .*/, 'until: "2020-01-01" # For long.');
  write(editor.folder, { 'breakwater.yaml': over });
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('breakwater.yaml'), type: 1 }] });
  const again = (await offered(editor, 'operation-removed')).find(({ title }) => title.startsWith('Accept'));
  const text = textAfter(readFileSync(join(editor.folder, 'breakwater.yaml'), 'utf8'), again, editor.uri('breakwater.yaml'));
  expect(text).toBe(over.replace('2020-01-01', /until (\S+),/.exec(again?.title ?? '')?.[1] ?? '?'));
});

test('who can be shown a place goes on where the reason is to be said', async () => {
  const editor = await Editor.start(newRepository({ 'api.yaml': API, 'breakwater.yaml': 'mode: FULL\n' }), { checker, initializationOptions: { shows: true } });
  editors.push(editor);
  await editor.open('api.yaml', WITHOUT_POST);
  const action = (await offered(editor, 'operation-removed')).find(({ title }) => title.startsWith('Accept'));
  const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 44 } };
  expect(action?.command).toMatchObject({ command: 'breakwater.show', arguments: [{ uri: editor.uri('breakwater.yaml'), range }] });
  expect(action?.edit?.changes?.[editor.uri('breakwater.yaml')]?.[0]?.newText.split('\n')[2]?.slice(13, 44)).toBe('TODO: say why this is agreed to');
});

test('an editor that cannot make files is not told to', async () => {
  const editor = await edited(WITHOUT_POST, {});
  const actions = await offered(editor, 'operation-removed');
  expect(actions.map(({ title }) => title)).toEqual(['Restore post', 'Restore post as deprecated', 'Ignore operation-removed here']);
});
