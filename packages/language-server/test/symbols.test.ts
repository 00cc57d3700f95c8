import { afterEach, expect, test } from 'vitest';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';
import { covered } from './place.ts';

const TREE = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

let editor: Editor;
afterEach(() => editor.stop());

async function outline(text: string, name = 'openapi.yaml', texts: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  editor = await Editor.start(newFolder({ ...texts, [name]: text }), { capabilities: TREE });
  await editor.open(name, text);
  const symbols: DocumentSymbol[] | null = await editor.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: editor.uri(name) } });
  return (symbols ?? []).flatMap((symbol) => shown(symbol, text, ''));
}

function shown({ name, detail, tags, selectionRange, children = [] }: DocumentSymbol, text: string, margin: string): readonly string[] {
  const own = `${margin}${name}${detail === undefined ? '' : ` (${detail})`}${tags ? ' deprecated' : ''} ${covered(text, selectionRange)}`;
  return [own, ...children.flatMap((symbol) => shown(symbol, text, `${margin}  `))];
}

test('paths with their operations, components with their properties', async () => {
  const text = `openapi: 3.0.3
info: { title: '😀', version: 1.0.0 }
tags: [{ name: pets }]
paths:
  /pets/{id}:
    parameters: []
    get: { operationId: getPet, responses: {} }
    put: { summary: 'Replaces a pet 😀', deprecated: true, responses: {} }
components:
  schemas:
    Pet:
      properties:
        owner: { properties: { "first name": {} } }
  responses: { None: { description: ok } }
`;
  expect(await outline(text)).toEqual([
    'openapi 1: openapi',
    'info 2: info',
    'tags 3: tags',
    '  pets 3: pets',
    'paths 4: paths',
    '  /pets/{id} 5: /pets/{id}',
    '    get (getPet) 7: get',
    '    put (Replaces a pet 😀) deprecated 8: put',
    'components 9: components',
    '  schemas 10: schemas',
    '    Pet 11: Pet',
    '      owner 13: owner',
    '        first name 13: "first name"',
    '  responses 14: responses',
    '    None 14: None',
  ]);
});

test('half-typed text has the rest of its outline', async () => {
  const text =
    "swagger: '2.0'\r\ninfo: { title: t, version: '1' }\r\npaths:\r\n  /a:\r\n    get:\r\n      resp\r\n    put: { responses: {} }\r\ndefinitions:\r\n  A: { type: object }\r\n";
  const found = await outline(text);
  expect(found).toContain('  /a 4: /a');
  expect(found).toContain('    put 7: put');
  expect(found).toContain('  A 9: A');
});

test('files of a contract have the outline of what they are', async () => {
  const entry = 'openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths: { /a: { $ref: part.yaml } }\n';
  expect(await outline('get:\n  operationId: a\n  responses: {}\n', 'part.yaml', { 'openapi.yaml': entry })).toEqual(['get (a) 1: get']);
  await editor.stop();
  expect(await outline('a: { b: c }\n', 'other.yaml', { 'openapi.yaml': entry })).toEqual([]);
});

test('an editor without trees gets a list', async () => {
  editor = await Editor.start(newFolder(TEXTS));
  await editor.open('openapi.yaml', TEXTS['openapi.yaml'] ?? '');
  const params = { textDocument: { uri: editor.uri('openapi.yaml') } };
  const symbols: SymbolInformation[] = await editor.connection.sendRequest('textDocument/documentSymbol', params);
  expect(symbols.map(({ name, containerName }) => `${containerName} ${name}`)).toContain('schemas Cat');
});

async function found(query: string): Promise<readonly string[]> {
  const symbols: SymbolInformation[] = await editor.connection.sendRequest('workspace/symbol', { query });
  return symbols.map(
    ({ name, containerName, location }) => `${name} in ${containerName}, line ${location.range.start.line + 1} of ${location.uri.split('/').at(-1)}`,
  );
}

test('operations and definitions are found in the whole contract, by path or id', async () => {
  editor = await Editor.start(newFolder(TEXTS));
  await editor.open('openapi.yaml', TEXTS['openapi.yaml'] ?? '');
  expect(await found('ownerid} geto')).toEqual(['GET /owners/{ownerId} getOwner in /owners/{ownerId}, line 27 of openapi.yaml']);
  expect(await found('get /pets')).toEqual([
    'GET /owners/{ownerId}/pets/{id} getPet in /owners/{ownerId}/pets/{id}, line 14 of openapi.yaml',
    'GET /pets/{id} in /pets/{id}, line 37 of openapi.yaml',
  ]);
  expect(await found('CAT')).toContain('Cat in schemas, line 48 of openapi.yaml');
  expect(await found('problem')).toEqual(['Problem in shared/errors.json, line 2 of errors.json']);
  expect(await found('nothing')).toEqual([]);
});

test('those of contracts that nobody has opened are found, too, once they are known', async () => {
  editor = await Editor.start(newFolder({ ...TEXTS, 'other.yaml': OTHER }));
  await expect.poll(() => found('ownerid} geto')).toEqual(['GET /owners/{ownerId} getOwner in /owners/{ownerId}, line 27 of openapi.yaml']);
  await expect.poll(() => found('getother')).toEqual(['GET /other getOther in /other, line 5 of other.yaml']);
  await editor.open('openapi.yaml', TEXTS['openapi.yaml'] ?? '');
  expect(await found('ownerid} geto')).toHaveLength(1);
  await editor.open('other.yaml', OTHER.replace('getOther', 'fetch'));
  expect([await found('/other getOther'), await found('/other fetch')]).toEqual([[], ['GET /other fetch in /other, line 5 of other.yaml']]);
  await editor.close('other.yaml');
  await expect.poll(() => found('/other getOther')).toHaveLength(1);
});

const OTHER = "openapi: 3.1.0\ninfo: { title: Other, version: '1' }\npaths:\n  /other:\n    get: { operationId: getOther, responses: {} }\n";
