import { afterEach, expect, test } from 'vitest';
import type { FoldingRange } from 'vscode-languageserver/node';
import { Editor, newFolder } from './editor.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function folds(name: string, text: string, rangeLimit?: number): Promise<readonly string[] | null> {
  const capabilities = rangeLimit === undefined ? {} : { textDocument: { foldingRange: { rangeLimit } } };
  editor = await Editor.start(newFolder({}), { capabilities });
  await editor.open(name, text);
  const ranges: FoldingRange[] | null = await editor.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: editor.uri(name) } });
  return ranges?.map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`) ?? null;
}

const YAML = `openapi: 3.0.0
info:
  title: t
  description: |
    😀

    two
  version: '1'
tags:
- name: a
  description: b
- name: c
paths: {
  /a: {} }
`;

test('from the line of a key to the end of what it holds', async () => {
  expect(await folds('a.yaml', YAML)).toEqual(['2-8', '4-7', '9-12', '10-11']);
  await editor.stop();
  expect(await folds('a.yaml', YAML.replaceAll('\n', '\r\n'))).toEqual(['2-8', '4-7', '9-12', '10-11']);
});

test('in JSON the closing bracket stays', async () => {
  expect(await folds('a.json', '{\n  "openapi": "3.0.0",\n  "info": {\n    "title": "t"\n  },\n  "paths": { "/a": {\n    "get": {}\n  } }\n}\n')).toEqual([
    '1-8',
    '3-4',
    '6-7',
  ]);
});

test('a limit leaves out what is deep', async () => {
  expect(await folds('a.yaml', YAML, 2)).toEqual(['2-8', '9-12']);
});

test('what is no contract is left to others', async () => {
  expect(await folds('a.yaml', 'a:\n  b: c\n')).toBeNull();
});
