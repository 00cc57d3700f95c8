import { positionAt } from '@breakwater/core';
import { afterEach, expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function hints(text: string, texts: Readonly<Record<string, string>> = {}, lastLine = 1_000): Promise<readonly string[]> {
  editor = await Editor.start(newFolder(texts));
  await editor.open('openapi.yaml', text);
  const range = { start: { line: 0, character: 0 }, end: { line: lastLine, character: 0 } };
  const found: InlayHint[] = await editor.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: editor.uri('openapi.yaml') }, range });
  return found.map(({ position, label }) => `${position.line + 1}:${position.character + 1} ${label}`);
}

test('behind each reference, what it is', async () => {
  expect((await hints(TEXTS['openapi.yaml'] ?? '', TEXTS)).slice(0, 6)).toEqual([
    '13:43 path id: string',
    '20:84 one of Cat, dog',
    '25:55 😀',
    '34:53 😀',
    '36:54 path id: string',
    '44:49 object {kind, friend}',
  ]);
  await editor.stop();
  expect(await hints(TEXTS['openapi.yaml'] ?? '', TEXTS, 13)).toEqual(['13:43 path id: string']);
});

test('schemas of all kinds, and none for what is broken', async () => {
  const schemas = {
    A: '{ type: string, enum: [a, b, c, d] }',
    B: "{ type: array, items: { $ref: '#/components/schemas/A' } }",
    C: '{ type: [string, "null"], format: uuid }',
    D: '{ const: 1 }',
    E: "{ allOf: [{ properties: { a: {} } }, { $ref: '#/components/schemas/F' }] }",
    F: '{ properties: { b: {} } }',
    G: 'true',
    H: "{ $ref: '#/components/schemas/H' }",
  };
  const names = Object.keys(schemas);
  const text = `openapi: 3.1.0
info: { title: t, version: '1' }
components:
  schemas:
${Object.entries(schemas)
  .map(([name, schema]) => `    ${name}: ${schema}\n`)
  .join('')}    Uses:
      prefixItems:
${[...names, 'None'].map((name) => `        - $ref: '#/components/schemas/${name}'\n`).join('')}`;
  const found = await hints(text);
  const line = positionAt({ uri: '', text }, text.indexOf('prefixItems')).line + 2;
  expect(found.filter((hint) => Number(hint.split(':')[0]) >= line).map((hint) => hint.replace(/^\S+ /, ''))).toEqual([
    'string: a | b | c | …',
    'array of A',
    'string or null (uuid)',
    'always 1',
    'object {a, b}',
    'object {b}',
    'anything',
  ]);
});
