import { afterEach, expect, test } from 'vitest';
import type { DocumentLink, LocationLink, Position } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';
import { covered, placeOf, shownLocations } from './place.ts';

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function start(texts: Readonly<Record<string, string>> = TEXTS, capabilities = {}): Promise<Editor> {
  const editor = await Editor.start(newFolder(texts), { capabilities });
  editors.push(editor);
  for (const [name, text] of Object.entries(texts)) await editor.open(name, text, name.endsWith('json') ? 'json' : 'yaml');
  return editor;
}

async function definitions(texts: Readonly<Record<string, string>>, name: string, piece: string, editor?: Editor): Promise<readonly string[]> {
  const asked = editor ?? (await start(texts));
  const position: Position = placeOf(texts[name] ?? '', piece);
  return shownLocations(texts, await asked.connection.sendRequest('textDocument/definition', { textDocument: { uri: asked.uri(name) }, position }));
}

test('from a reference to what it means, in any file', async () => {
  const editor = await start();
  const from = (name: string, piece: string) => definitions(TEXTS, name, piece, editor);
  expect(await from('openapi.yaml', "$ref: '#/comp~onents/schemas/Pet'")).toEqual(['openapi.yaml 43: Pet']);
  expect(await from('openapi.yaml', '$ref: "#/components/parameters/Id~"')).toEqual(['openapi.yaml 41: Id']);
  expect(await from('openapi.yaml', 'shared/errors~.json#/Problem')).toEqual(['shared/errors.json 2: "Problem"']);
  expect(await from('openapi.yaml', "$ref: '~shared/dog.yaml")).toEqual(['shared/dog.yaml 1: ']);
  expect(await from('openapi.yaml', 'Cat/properties/ki~nd')).toEqual(['openapi.yaml 51: kind']);
  expect(await from('shared/errors.json', '../openapi.yaml~')).toEqual(['openapi.yaml 48: Cat']);
  expect(await from('shared/dog.yaml', 'schemas/C~at')).toEqual(['openapi.yaml 48: Cat']);
  expect(await from('shared/dog.yaml', "'dog~.yaml'")).toEqual(['shared/dog.yaml 1: ']);
});

test('from a name to where it is declared', async () => {
  const editor = await start();
  const from = (piece: string) => definitions(TEXTS, 'openapi.yaml', piece, editor);
  expect(await from('mapping: { cat: C~at')).toEqual(['openapi.yaml 48: Cat']);
  expect(await from("tom: '#/components/schemas/C~at")).toEqual(['openapi.yaml 48: Cat']);
  expect(await from("- 'api k~ey': []")).toEqual(["openapi.yaml 54: 'api key'"]);
  expect(await from('security: [{ oa~uth: []')).toEqual(['openapi.yaml 55: oauth']);
  expect(await from('operationId: getO~wner\n              parameters')).toEqual(['openapi.yaml 28: getOwner']);
  expect(await from('tags: [pe~ts')).toEqual(['openapi.yaml 4: pets']);
  expect(await from('/pets/{i~d}')).toEqual(['openapi.yaml 41: id']);
  expect(await from('parameters: { owner~Id')).toEqual(['openapi.yaml 32: ownerId']);
  expect(await from('$request.path.own~erId')).toEqual(['openapi.yaml 12: ownerId']);
});

test('nothing is meant by other text, by a name that nobody declares and by a broken reference', async () => {
  const texts = {
    'openapi.yaml':
      "openapi: 3.0.0\ninfo: { title: t, version: '1' }\ntags: [{ name: a }]\npaths:\n  /a: { get: { tags: [b], responses: { default: { $ref: '#/nowhere' } } } }\n",
  };
  const editor = await start(texts);
  const from = (piece: string) => definitions(texts, 'openapi.yaml', piece, editor);
  expect(await from('tags: [~b')).toEqual([]);
  expect(await from("'#/no~where")).toEqual([]);
  expect(await from('title: t~')).toEqual([]);
  expect(await from('na~me: a')).toEqual([]);
  expect(await from('name: ~a')).toEqual(['openapi.yaml 3: a']);
});

test('an editor that shows links is told the whole of both', async () => {
  const editor = await start(TEXTS, { textDocument: { definition: { linkSupport: true } } });
  const text = TEXTS['openapi.yaml'] ?? '';
  const position = placeOf(text, "$ref: '#/comp~onents/schemas/Cat'");
  const params = { textDocument: { uri: editor.uri('openapi.yaml') }, position };
  const [link]: LocationLink[] = await editor.connection.sendRequest('textDocument/definition', params);
  expect(covered(text, link!.originSelectionRange!)).toBe("44: '#/components/schemas/Cat'");
  expect(covered(text, link!.targetSelectionRange)).toBe('48: Cat');
  expect(covered(text, link!.targetRange)).toMatch(/^48: Cat:\n {6}type: object\n(.*\n)* {8}friend: .*properties\/kind' }$/);
});

test('lines may end otherwise, and what is half typed does not hide the rest', async () => {
  const whole = (TEXTS['openapi.yaml'] ?? '').replace('      operationId: getPet\n', '      operationId: getPet\n      desc\n').replaceAll('\n', '\r\n');
  const texts = { ...TEXTS, 'openapi.yaml': whole };
  expect(await definitions(texts, 'openapi.yaml', "$ref: '#/comp~onents/schemas/Pet'")).toEqual(['openapi.yaml 44: Pet']);
});

async function links(editor: Editor, name: string): Promise<readonly string[]> {
  const found: DocumentLink[] = await editor.connection.sendRequest('textDocument/documentLink', { textDocument: { uri: editor.uri(name) } });
  return found.map(({ range, target }) => `${covered(TEXTS[name] ?? '', range)} -> ${target?.replace(/^.*\/(?=[^/]*$)/, '')}`);
}

test('references are links', async () => {
  const editor = await start();
  expect((await links(editor, 'openapi.yaml')).slice(0, 3)).toEqual([
    '13: #/components/parameters/Id -> openapi.yaml#L41,5',
    '20: #/components/schemas/Pet -> openapi.yaml#L43,5',
    '25: shared/errors.json#/Problem -> errors.json#L2,3',
  ]);
  expect(await links(editor, 'shared/dog.yaml')).toEqual(['4: dog.yaml -> dog.yaml#L1,1', '5: ../openapi.yaml#/components/schemas/Cat -> openapi.yaml#L48,5']);
});
