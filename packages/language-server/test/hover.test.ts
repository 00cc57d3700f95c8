import { afterEach, expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver/node';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';
import { placeOf } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function hover(
  piece: string,
  text = TEXTS['openapi.yaml'] ?? '',
  texts: Readonly<Record<string, string>> = TEXTS,
  name = 'openapi.yaml',
): Promise<string> {
  editor = await Editor.start(newFolder(texts));
  await editor.open(name, text);
  const { line, character } = placeOf(text, piece);
  const found = await editor.hover(name, line, character);
  return found && MarkupContent.is(found.contents) ? found.contents.value : '';
}

test('what stands behind a reference, in brief and as it is written', async () => {
  const value = await hover("[{ $ref: '#/components/schemas/C~at' }");
  expect(value).toContain(
    "`object {kind, friend}`\n\n```yaml\nCat:\n  type: object\n  properties:\n    kind: { type: string }\n    friend: { $ref: '#/components/schemas/Cat/properties/kind' }\n```",
  );
});

test('in other files and other notations', async () => {
  expect(await hover("$ref: 'shared/err~ors.json#/Problem'")).toContain('```json\n"Problem": {\n  "description": "😀",\n');
  await editor.stop();
  expect(await hover("{ $ref: 'shared/do~g.yaml'")).toContain('`object {kind, next, cat}`\n\n```yaml\ntype: object\n');
});

test('what a name is given to', async () => {
  expect(await hover('tags: [pe~ts')).toContain("```yaml\nname: pets\ndescription: 'All 😀 about pets.'\n```");
  await editor.stop();
  expect(await hover('security: [{ oau~th')).toContain('`oauth2`\n\n```yaml\noauth: { type: oauth2');
  await editor.stop();
  expect(await hover('operationId: getO~wner\n              parameters')).toContain('`getOwner`\n\n```yaml\nget:\n  operationId: getOwner\n');
  await editor.stop();
  expect(await hover('/pets/{i~d}')).toContain('`path id: string`\n\n```yaml\nId: { name: id');
});

test('what the specification says of a key, and that something is deprecated', async () => {
  expect(await hover('sec~urity:\n')).toBe('What callers have to show, unless an operation says otherwise. One entry of the list is enough.');
  await editor.stop();
  const text =
    "openapi: 3.0.0\r\ninfo: { title: t, version: '1' }\r\npaths:\r\n  /a:\r\n    get:\r\n      deprecated: true\r\n      x-sunset: '2030-01-01'\r\n      operationId: a\r\n      responses: { '200': { description: ok } }\r\n";
  expect(await hover('ge~t:', text)).toContain('Reads, and changes nothing.\n\nDeprecated, until `2030-01-01`.');
});

test('findings come first', async () => {
  const text = "openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: { /a: { get: { responses: {} } } }\n";
  expect(await hover('resp~onses', text, {})).toMatch(/^\*\*[\s\S]+\n\n---\n\nWhat can come back, by status\. /);
});

test('a name of an author has no meaning in the specification, and nothing is said of other text', async () => {
  const text =
    "openapi: 3.1.0\ninfo: { title: t, version: '1' }\ncomponents:\n  schemas:\n    A: { properties: { title: { type: string } } }\nx-a: { description: b }\n";
  for (const piece of ['ti~tle: { type', 'version: ~', 'descr~iption: b']) {
    expect(await hover(piece, text)).not.toMatch(/A name for people|What people should know/);
    await editor.stop();
  }
  editor = await Editor.start(newFolder({}));
});

test('text of a contract cannot leave its code block, and a long one is cut', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `      p${i}: { type: string }\n`).join('');
  const text = `openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B:\n     description: "\`\`\` [x](command:evil) \u202e"\n     properties:\n${lines}`;
  const value = await hover("A: { $ref: '#/comp~onents", text);
  const block = value.slice(value.indexOf('````'));
  expect(block.split('\n')[0]).toBe('````yaml');
  expect(block.split('\n').length).toBeLessThan(30);
  expect(block).toContain('\n…\n````');
  expect(value).not.toContain('\u202e');
  expect(value).toContain('`object {p0, p1, p2, …}`');
});
