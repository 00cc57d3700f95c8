import { afterEach, expect, test } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver/node';
import { Editor, newFolder } from './editor.ts';
import { covered, placeOf } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function selections(text: string, piece: string): Promise<readonly string[]> {
  editor = await Editor.start(newFolder({}));
  await editor.open('a.yaml', text);
  const params = { textDocument: { uri: editor.uri('a.yaml') }, positions: [placeOf(text, piece)] };
  const [first]: SelectionRange[] = await editor.connection.sendRequest('textDocument/selectionRange', params);
  const found: string[] = [];
  for (let at = first; at; at = at.parent) found.push(covered(text, at.range));
  return found;
}

test('from a word outward', async () => {
  const text = "openapi: 3.0.0\ninfo: { title: '😀 api', version: '1' }\n";
  expect(await selections(text, '😀 a~pi')).toEqual([
    '2: 😀 api',
    "2: '😀 api'",
    "2: title: '😀 api'",
    "2: { title: '😀 api', version: '1' }",
    "2: info: { title: '😀 api', version: '1' }",
    `1: ${text.trimEnd()}`,
    `1: ${text}`,
  ]);
  await editor.stop();
  expect((await selections(text, 'tit~le')).slice(0, 2)).toEqual(['2: title', "2: title: '😀 api'"]);
});
