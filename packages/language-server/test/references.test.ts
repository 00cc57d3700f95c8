import { afterEach, expect, test } from 'vitest';
import type { DocumentHighlight } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';
import { covered, placeOf, shownLocations } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function start(): Promise<void> {
  editor = await Editor.start(newFolder(TEXTS));
  await editor.open('openapi.yaml', TEXTS['openapi.yaml'] ?? '');
}

async function references(name: string, piece: string, includeDeclaration = false): Promise<readonly string[]> {
  const position = placeOf(TEXTS[name] ?? '', piece);
  const params = { textDocument: { uri: editor.uri(name) }, position, context: { includeDeclaration } };
  return shownLocations(TEXTS, await editor.connection.sendRequest('textDocument/references', params));
}

const OF_CAT = ['openapi.yaml 44: Cat', 'openapi.yaml 47: Cat', 'openapi.yaml 52: Cat', 'shared/dog.yaml 5: Cat', 'shared/errors.json 4: Cat'];

test('all places of a component, from its key, from a reference in another file and from a mapping', async () => {
  await start();
  expect((await references('openapi.yaml', '\n    C~at:')).toSorted()).toEqual([...OF_CAT, 'openapi.yaml 47: Cat'].toSorted());
  await editor.open('shared/dog.yaml', TEXTS['shared/dog.yaml'] ?? '');
  expect((await references('shared/dog.yaml', 'schemas/C~at')).toSorted()).toEqual([...OF_CAT, 'openapi.yaml 47: Cat'].toSorted());
  expect((await references('openapi.yaml', '{ cat: C~at', true)).toSorted()).toEqual([...OF_CAT, 'openapi.yaml 47: Cat', 'openapi.yaml 48: Cat'].toSorted());
});

test('what is defined in a file of its own, and a file as a whole', async () => {
  await start();
  await editor.open('shared/errors.json', TEXTS['shared/errors.json'] ?? '', 'json');
  expect(await references('shared/errors.json', '"Prob~lem"')).toEqual(['openapi.yaml 25: Problem', 'openapi.yaml 34: Problem']);
  expect(await references('openapi.yaml', 'dog: shared/do~g.yaml')).toEqual([
    "openapi.yaml 44: 'shared/dog.yaml'",
    'openapi.yaml 47: shared/dog.yaml',
    "shared/dog.yaml 4: 'dog.yaml'",
  ]);
});

test('a place inside of a component that references lead to', async () => {
  await start();
  expect(await references('openapi.yaml', '\n        ki~nd: { type')).toEqual(["openapi.yaml 52: '#/components/schemas/Cat/properties/kind'"]);
});

test('operations, tags, security schemes and path parameters', async () => {
  await start();
  expect(await references('openapi.yaml', '\n      operationId: getO~wner')).toEqual(['openapi.yaml 23: getOwner']);
  expect(await references('openapi.yaml', 'name: pe~ts')).toEqual(['openapi.yaml 16: pets']);
  expect(await references('openapi.yaml', "tags: [pets, 'oth~er'")).toEqual(["openapi.yaml 16: 'other'", 'openapi.yaml 29: other']);
  expect(await references('openapi.yaml', "'api k~ey': { type")).toEqual(["openapi.yaml 7: 'api key'"]);
  expect(await references('openapi.yaml', '\n    oau~th:')).toEqual(['openapi.yaml 8: oauth', 'openapi.yaml 30: oauth']);
  expect(await references('openapi.yaml', 'Id: { name: i~d', true)).toEqual(['openapi.yaml 41: id', 'openapi.yaml 10: id', 'openapi.yaml 35: id']);
  expect(await references('openapi.yaml', 'name: owner~Id')).toEqual(['openapi.yaml 10: ownerId', 'openapi.yaml 24: ownerId']);
});

test('nothing refers to what nobody names', async () => {
  await start();
  expect(await references('openapi.yaml', 'ver~sion: 1')).toEqual([]);
  expect(await references('openapi.yaml', 'type: ob~ject')).toEqual([]);
});

test('the same in the document alone', async () => {
  await start();
  const text = TEXTS['openapi.yaml'] ?? '';
  const params = { textDocument: { uri: editor.uri('openapi.yaml') }, position: placeOf(text, '\n    C~at:') };
  const found: DocumentHighlight[] = await editor.connection.sendRequest('textDocument/documentHighlight', params);
  expect(found.map(({ range, kind }) => `${kind} ${covered(text, range)}`)).toEqual(['3 48: Cat', '2 44: Cat', '2 47: Cat', '2 47: Cat', '2 52: Cat']);
});

test('those in contracts that nobody has opened', async () => {
  const texts = {
    'a.yaml': "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: {}\ncomponents: { schemas: { Own: { $ref: 'shared.yaml#/Money' } } }\n",
    'b/b.yaml': "openapi: 3.1.0\ninfo: { title: B, version: '1' }\npaths: {}\ncomponents: { schemas: { Price: { $ref: '../shared.yaml#/Money' } } }\n",
    'c.yaml': "openapi: 3.1.0\ninfo: { title: C, version: '1' }\npaths: {}\n",
    'shared.yaml': 'Money: { type: string }\n',
  };
  editor = await Editor.start(newFolder(texts));
  await editor.open('a.yaml', texts['a.yaml']);
  const params = {
    textDocument: { uri: editor.uri('a.yaml') },
    position: placeOf(texts['a.yaml'], 'shared.yaml#/Mo~ney'),
    context: { includeDeclaration: true },
  };
  const found = shownLocations(texts, await editor.connection.sendRequest('textDocument/references', params));
  expect(found.toSorted()).toEqual(['a.yaml 4: Money', 'b/b.yaml 4: Money', 'shared.yaml 1: Money']);
});
