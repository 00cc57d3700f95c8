import { afterEach, expect, test } from 'vitest';
import type { SemanticTokens } from 'vscode-languageserver/node';
import { Editor, newFolder } from './editor.ts';
import { covered } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

const TEXT = `openapi: 3.1.0
info: { title: '😀', version: '1' }
components:
  schemas:
    A: { $ref: '#/components/schemas/B' }
    B: { properties: { "😀": { $ref: "#/components/schemas/None" }, c: { $ref: https://example.com/a.json }, d: { $ref: other.yaml } } }
`;

async function tokens(text: string, range?: { start: number; end: number }): Promise<readonly string[]> {
  editor = await Editor.start(newFolder({}));
  await editor.open('openapi.yaml', text);
  const textDocument = { uri: editor.uri('openapi.yaml') };
  const asked = range && { start: { line: range.start, character: 0 }, end: { line: range.end, character: 0 } };
  const { data }: SemanticTokens = asked
    ? await editor.connection.sendRequest('textDocument/semanticTokens/range', { textDocument, range: asked })
    : await editor.connection.sendRequest('textDocument/semanticTokens/full', { textDocument });
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
    line += data[i]!;
    found.push(
      `${['type', 'unresolvedReference'][data[i + 3]!]} ${covered(text, { start: { line, character }, end: { line, character: character + data[i + 2]! } })}`,
    );
  }
  return found;
}

test('references that lead somewhere, and those that do not; what is on the network is neither', async () => {
  const all = ["type 5: '#/components/schemas/B'", 'unresolvedReference 6: "#/components/schemas/None"', 'unresolvedReference 6: other.yaml'];
  expect(await tokens(TEXT)).toEqual(all);
  await editor.stop();
  expect(await tokens(TEXT, { start: 0, end: 5 })).toEqual(all.slice(0, 1));
});

test('in text that is read only in part, nothing is called broken', async () => {
  expect(await tokens(`${TEXT}x: [\n`)).toEqual(["type 5: '#/components/schemas/B'"]);
});
