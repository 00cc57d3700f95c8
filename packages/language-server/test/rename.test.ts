import { applyEdits, offsetAt } from '@breakwater/core';
import { afterEach, expect, test } from 'vitest';
import type { PrepareRenameResult, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';
import { covered, placeOf } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

type Texts = Readonly<Record<string, string>>;

async function start(texts: Texts = TEXTS, capabilities = {}): Promise<void> {
  editor = await Editor.start(newFolder(texts), { capabilities: { textDocument: { rename: { prepareSupport: true } }, ...capabilities } });
  await editor.open('openapi.yaml', texts['openapi.yaml'] ?? '');
}

/** The lines that a renaming changes, as `file: line`, and why it is refused. */
async function rename(piece: string, newName: string, name = 'openapi.yaml', texts: Texts = TEXTS): Promise<readonly string[]> {
  const params = { textDocument: { uri: editor.uri(name) }, position: placeOf(texts[name] ?? '', piece), newName };
  const edit: WorkspaceEdit | string = await editor.connection.sendRequest<WorkspaceEdit>('textDocument/rename', params).catch(({ message }: Error) => message);
  if (typeof edit === 'string') return [edit];
  return Object.entries(edit.changes ?? {}).flatMap(([uri, edits]) => {
    const file = Object.keys(texts).find((one) => uri.endsWith(`/${one}`)) ?? uri;
    const [before, after] = [texts[file] ?? '', applied(texts[file] ?? '', edits)].map((text) => text.split('\n'));
    return after!.filter((line, i) => line !== before![i]).map((line) => `${file}: ${line.trim()}`);
  });
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const file = { uri: '', text };
  return applyEdits(
    file,
    edits.map(({ range, newText }) => ({ uri: '', span: { start: offsetAt(file, range.start), end: offsetAt(file, range.end) }, text: newText })),
  );
}

test('a component with every reference to it and through it, mappings and all files', async () => {
  await start();
  const expected = [
    "openapi.yaml: oneOf: [{ $ref: '#/components/schemas/Tom.Cat' }, { $ref: 'shared/dog.yaml' }]",
    "openapi.yaml: mapping: { cat: Tom.Cat, tom: '#/components/schemas/Tom.Cat', dog: shared/dog.yaml }",
    'openapi.yaml: Tom.Cat:',
    "openapi.yaml: friend: { $ref: '#/components/schemas/Tom.Cat/properties/kind' }",
    'shared/dog.yaml: cat: { $ref: ../openapi.yaml#/components/schemas/Tom.Cat }',
    'shared/errors.json: "content": { "application/json": { "schema": { "$ref": "../openapi.yaml#/components/schemas/Tom.Cat" } } }',
  ];
  expect((await rename('\n    C~at:', 'Tom.Cat')).toSorted()).toEqual(expected.toSorted());
  expect((await rename('{ cat: C~at', 'Tom.Cat')).toSorted()).toEqual(expected.toSorted());
  await editor.open('shared/dog.yaml', TEXTS['shared/dog.yaml'] ?? '');
  expect((await rename('#/comp~onents/schemas/Cat', 'Tom.Cat', 'shared/dog.yaml')).toSorted()).toEqual(expected.toSorted());
});

test('what is defined in another file', async () => {
  await start();
  expect(await rename("'shared/errors.json#/Prob~lem'", 'Fault')).toEqual([
    'shared/errors.json: "Fault": {',
    "openapi.yaml: default: { $ref: 'shared/errors.json#/Fault' }",
    'openapi.yaml: default: { $ref: shared/errors.json#/Fault }',
  ]);
});

test('a path parameter, in every path that shares it, with links and expressions', async () => {
  await start();
  expect(await rename('/pets/{i~d}', 'petId')).toEqual([
    "openapi.yaml: '/owners/{ownerId}/pets/{petId}':",
    'openapi.yaml: /pets/{petId}:',
    'openapi.yaml: Id: { name: petId, in: path, required: true, schema: { type: string } }',
  ]);
  expect(await rename('parameters: { owner~Id', 'owner')).toEqual([
    'openapi.yaml: parameters: { owner: $request.path.ownerId }',
    'openapi.yaml: /owners/{owner}:',
    'openapi.yaml: - { name: owner, in: path, required: true, schema: { type: string } }',
  ]);
  expect(await rename('$request.path.own~erId', 'owner')).toEqual([
    "openapi.yaml: '/owners/{owner}/pets/{id}':",
    'openapi.yaml: - { name: owner, in: path, required: true, schema: { type: string } }',
    'openapi.yaml: parameters: { ownerId: $request.path.owner }',
  ]);
});

test('an operation with its links, a tag with its operations, a security scheme with its requirements', async () => {
  await start();
  expect(await rename('\n      operationId: getO~wner', 'readOwner')).toEqual(['openapi.yaml: operationId: readOwner', 'openapi.yaml: operationId: readOwner']);
  expect(await rename("tags: [pets, 'oth~er'", "it's")).toEqual(["openapi.yaml: tags: [pets, 'it''s']", "openapi.yaml: tags: ['it''s']"]);
  expect(await rename('name: pe~ts', '1.0')).toEqual(["openapi.yaml: - name: '1.0'", "openapi.yaml: tags: ['1.0', 'other']"]);
  expect(await rename("- 'api k~ey'", 'api_key')).toEqual([
    "openapi.yaml: - 'api_key': []",
    "openapi.yaml: 'api_key': { type: apiKey, in: header, name: X-Key }",
  ]);
});

test('a pointer through a path follows its parameter', async () => {
  const texts = {
    'openapi.yaml': `openapi: 3.0.0
info: { title: t, version: '1' }
paths:
  /a/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok } }
  /b:
    get:
      responses:
        '200': { $ref: '#/paths/~1a~1{id}/get/responses/200' }
        '201': { $ref: '#/paths/~1a~1%7Bid%7D/get/responses/200' }
`,
  };
  await start(texts);
  expect(await rename('/a/{i~d}', 'x', 'openapi.yaml', texts)).toEqual([
    'openapi.yaml: /a/{x}:',
    'openapi.yaml: parameters: [{ name: x, in: path, required: true, schema: { type: string } }]',
    "openapi.yaml: '200': { $ref: '#/paths/~1a~1{x}/get/responses/200' }",
    "openapi.yaml: '201': { $ref: '#/paths/~1a~1%7Bx%7D/get/responses/200' }",
  ]);
});

test('what a discriminator knows a schema by stays what it was', async () => {
  const schemas = `    Pet:
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
      discriminator:
        propertyName: kind
        mapping:
          dog: Dog
    Base: { type: object, discriminator: { propertyName: kind } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Base' }] }
    Dog: { type: object }
`;
  const texts = { 'openapi.yaml': `openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n${schemas}` };
  await start(texts);
  expect((await rename('    C~at:', 'Tom', 'openapi.yaml', texts)).slice(0, 4)).toEqual([
    "openapi.yaml: oneOf: [{ $ref: '#/components/schemas/Tom' }, { $ref: '#/components/schemas/Dog' }]",
    "openapi.yaml: Cat: '#/components/schemas/Tom'",
    "openapi.yaml: Base: { type: object, discriminator: { propertyName: kind, mapping: { Cat: '#/components/schemas/Tom' } } }",
    "openapi.yaml: Tom: { allOf: [{ $ref: '#/components/schemas/Base' }] }",
  ]);
  expect((await rename('    D~og:', 'Rex', 'openapi.yaml', texts)).some((line) => line.includes('Dog'))).toBe(false);
  await editor.stop();
  const old = {
    'openapi.yaml':
      "swagger: '2.0'\ninfo: { title: t, version: '1' }\npaths: {}\ndefinitions:\n  Pet: { discriminator: kind, properties: { kind: { type: string } } }\n  Cat: { allOf: [{ $ref: '#/definitions/Pet' }] }\n",
  };
  await start(old);
  expect((await rename('  C~at:', 'Tom', 'openapi.yaml', old))[0]).toMatch(/^`Cat` is what messages say to tell it from others/);
});

test('what is taken or no name is refused with a reason', async () => {
  await start();
  expect(await rename('\n    C~at:', 'Pet')).toEqual(['There is a schema `Pet` already.']);
  expect(await rename('\n    C~at:', 'a b')).toEqual([
    '`a b` is no name of a component: it may hold letters, digits, full stops, hyphens and underscores only.',
  ]);
  expect(await rename('name: pe~ts', 'other')).toEqual(['There is a tag `other` already.']);
  expect(await rename('name: pe~ts', ' ')).toEqual(['The name of a tag cannot be empty.']);
  expect(await rename('\n      operationId: getO~wner', 'getPet')).toEqual(['There is an operation `getPet` already.']);
  expect(await rename('pets/{i~d}', 'ownerId')).toEqual(['There is a path parameter `ownerId` already.']);
  expect((await rename('/pets/{i~d}', 'a/b'))[0]).toMatch(/^`a\/b` is no name for a path parameter/);
  expect(await rename('ti~tle', 'name')).toEqual(['There is no name here that can be changed.']);
});

test('where not everything could be read, nothing is renamed', async () => {
  const texts = { ...TEXTS, 'shared/dog.yaml': 'type: [\n' };
  await start(texts);
  expect((await rename('\n    C~at:', 'Tom', 'openapi.yaml', texts))[0]).toMatch(/can only be read in part/);
});

async function prepared(piece: string): Promise<string | null> {
  const position = placeOf(TEXTS['openapi.yaml'] ?? '', piece);
  const result: PrepareRenameResult | null = await editor.connection.sendRequest('textDocument/prepareRename', {
    textDocument: { uri: editor.uri('openapi.yaml') },
    position,
  });
  return result && 'placeholder' in result ? `${covered(TEXTS['openapi.yaml'] ?? '', result.range)} = ${result.placeholder}` : null;
}

/** Two contracts that refer to one file, of which an editor may have opened any. */
const SHARING: Texts = {
  'openapi.yaml':
    "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    Own: { $ref: 'shared/money.yaml#/components/schemas/Money' }\n",
  'other/prices.yaml':
    "openapi: 3.1.0\ninfo: { title: B, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    Price: { $ref: '../shared/money.yaml#/components/schemas/Money' }\n",
  'shared/money.yaml': 'components:\n  schemas:\n    Money: { type: string }\n',
};

test.each([
  ['from the reference to it', 'openapi.yaml', 'schemas/Mo~ney'],
  ['where it is declared', 'shared/money.yaml', 'Mo~ney:'],
])('of a file that several contracts share, in those too that nobody has opened: %s', async (_, name, piece) => {
  await start(SHARING);
  if (name !== 'openapi.yaml') await editor.open(name, SHARING[name] ?? '');
  expect((await rename(piece, 'Amount', name, SHARING)).toSorted()).toEqual([
    "openapi.yaml: Own: { $ref: 'shared/money.yaml#/components/schemas/Amount' }",
    "other/prices.yaml: Price: { $ref: '../shared/money.yaml#/components/schemas/Amount' }",
    'shared/money.yaml: Amount: { type: string }',
  ]);
  // Of what no other contract holds, nothing else is touched.
  expect(await rename('    O~wn:', 'Mine', 'openapi.yaml', SHARING)).toEqual(["openapi.yaml: Mine: { $ref: 'shared/money.yaml#/components/schemas/Money' }"]);
});

test('what is renamed is told before', async () => {
  await start();
  expect(await prepared("'#/components/schemas/C~at/properties")).toBe('52: Cat = Cat');
  expect(await prepared("'api k~ey': []")).toBe("7: 'api key' = api key");
  expect(await prepared('/pets/{i~d}')).toBe('10: id = id');
  expect(await prepared('ver~sion: 1')).toBeNull();
});

test('an editor that checks versions is told them', async () => {
  await start(TEXTS, { workspace: { workspaceEdit: { documentChanges: true } } });
  const params = { textDocument: { uri: editor.uri('openapi.yaml') }, position: placeOf(TEXTS['openapi.yaml'] ?? '', '\n    C~at:'), newName: 'Tom' };
  const edit: WorkspaceEdit = await editor.connection.sendRequest('textDocument/rename', params);
  const versions = edit.documentChanges?.map((change) => ('textDocument' in change ? change.textDocument.version : 'none'));
  expect(versions?.toSorted()).toEqual([1, null, null].toSorted());
});

test.each([[{}], [{ workspace: { workspaceEdit: { documentChanges: true } } }]])(
  'in all contracts that share a file, each edit once (%j)',
  async (capabilities) => {
    const uses = (title: string) => `openapi: 3.1.0\ninfo: { title: ${title}, version: '1' }\ncomponents: { schemas: { A: { $ref: 'shared.yaml#/Pet' } } }\n`;
    const texts = { 'openapi.yaml': uses('a'), 'other.yaml': uses('b'), 'shared.yaml': "Pet: { type: object }\nZoo: { $ref: '#/Pet' }\n" };
    await start(texts, capabilities);
    await editor.open('other.yaml', texts['other.yaml']);
    await editor.open('shared.yaml', texts['shared.yaml']);
    const params = { textDocument: { uri: editor.uri('shared.yaml') }, position: placeOf(texts['shared.yaml'], 'P~et'), newName: 'Animal' };
    const { changes, documentChanges = [] }: WorkspaceEdit = await editor.connection.sendRequest('textDocument/rename', params);
    const listed = documentChanges.flatMap((change) => ('edits' in change ? [[change.textDocument.uri, change.edits] as const] : []));
    const byName = new Map([...Object.entries(changes ?? {}), ...listed].map(([uri, edits]) => [uri.split('/').at(-1) ?? '', edits as TextEdit[]]));
    expect([...byName.keys()].toSorted()).toEqual(Object.keys(texts).toSorted());
    for (const [name, text] of Object.entries(texts)) expect(applied(text, byName.get(name) ?? [])).toBe(text.replaceAll('Pet', 'Animal'));
  },
);
