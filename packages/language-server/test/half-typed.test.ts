import { positionAt, readText, toValue } from '@breakwater/core';
import { afterEach, expect, test } from 'vitest';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';

let editor: Editor;
afterEach(() => editor.stop());

const YAML = TEXTS['openapi.yaml'] ?? '';
const JSON_TEXT = JSON.stringify(toValue(readText({ uri: '', text: YAML }).root!), null, 2);

/** Everything that an editor asks while somebody types, at the end of what is typed. */
async function askAll(name: string, text: string): Promise<readonly unknown[]> {
  const textDocument = { uri: editor.uri(name) };
  const position = positionAt({ uri: '', text }, text.length);
  const range = { start: { line: 0, character: 0 }, end: position };
  const ask = (method: string, more: object) => editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });
  return Promise.all([
    ask('completion', { position }),
    ask('hover', { position }),
    ask('definition', { position }),
    ask('references', { position, context: { includeDeclaration: true } }),
    ask('documentHighlight', { position }),
    ask('prepareRename', { position }).catch(({ message }: Error) => expect(message).toContain('read in part')),
    ask('documentSymbol', {}),
    ask('documentLink', {}),
    ask('foldingRange', {}),
    ask('selectionRange', { positions: [position] }),
    ask('semanticTokens/full', {}),
    ask('inlayHint', { range }),
  ]);
}

test.each([
  ['openapi.yaml', YAML],
  ['openapi.json', JSON_TEXT],
  ['swagger.yaml', `swagger: '2.0'\ndefinitions:\n  A: { $ref: '#/definitions/A' }\n  B: &b\n    allOf: [*b, { $ref: '#/definitions' }]\n    <<: *b\n`],
])('every question is answered while %s is typed', { timeout: 120_000 }, async (name, text) => {
  editor = await Editor.start(newFolder({ ...TEXTS, 'openapi.yaml': YAML }));
  await editor.open(name, '');
  const step = Math.ceil(text.length / 60);
  for (let end = 10; end <= text.length; end += step) {
    const typed = text.slice(0, end);
    await editor.type(name, { text: typed });
    expect(await askAll(name, typed)).toHaveLength(12);
  }
  expect(editor.log.filter((line) => line.includes('could not'))).toEqual([]);
});
