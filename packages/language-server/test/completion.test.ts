import { applyEdits, offsetAt } from '@breakwater/core';
import { afterEach, describe, expect, test } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver/node';
import { Editor, newFolder } from './editor.ts';
import { placeOf } from './place.ts';

const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1 as const, 2 as const] } } } } };

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

interface Asked {
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  /** The text with a proposal accepted. */
  accept(label: string): string;
}

/** Asks at the `~` of a text. */
async function ask(marked: string, { name = 'openapi.yaml', others = {}, capabilities = SNIPPETS as object } = {}): Promise<Asked> {
  const text = marked.replace('~', '');
  const editor = await Editor.start(newFolder(others), { capabilities });
  editors.push(editor);
  await editor.open(name, text);
  const params = { textDocument: { uri: editor.uri(name) }, position: placeOf(text, marked) };
  const items: CompletionItem[] = (await editor.connection.sendRequest('textDocument/completion', params)) ?? [];
  const edited = (edits: readonly TextEdit[]) => {
    const file = { uri: '', text };
    return applyEdits(
      file,
      edits.map(({ range, newText }) => ({ uri: '', span: { start: offsetAt(file, range.start), end: offsetAt(file, range.end) }, text: newText })),
    );
  };
  return {
    items,
    labels: items.map(({ label }) => label),
    accept(label) {
      const item = items.find((one) => one.label === label);
      if (!item) throw new Error(`${label} is not among ${items.map((one) => one.label).join(', ')}.`);
      return edited([item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
    },
  };
}

const HEAD = "openapi: 3.0.3\ninfo: { title: '😀', version: 1.0.0 }\n";

describe('keys', () => {
  test('by the structure, what is required first, without those that are there', async () => {
    const { labels, items } = await ask('openapi: 3.0.3\ninfo:\n  title: t\n  ~\n');
    expect(labels).toEqual(['version', 'description', 'termsOfService', 'contact', 'license']);
    expect(items[0]).toMatchObject({ detail: 'required, a text', documentation: 'The version of this description, which is not that of the specification.' });
  });

  test('of each version', async () => {
    expect((await ask('openapi: 3.0.3\n~\n')).labels).not.toContain('webhooks');
    expect((await ask('openapi: 3.1.0\n~\n')).labels).toContain('webhooks');
    expect((await ask('openapi: 3.2.0\npaths:\n  /a:\n    ~\n')).labels).toContain('query');
    expect((await ask("swagger: '2.0'\n~\n")).labels).toContain('securityDefinitions');
    expect((await ask('a: b\n~\n')).labels).toEqual([]);
  });

  test('with what is required in them', async () => {
    const { accept } = await ask(`${HEAD}paths:\n  /a:\n    ~\n`);
    expect(accept('get')).toBe(`${HEAD}paths:\n  /a:\n    get:\n      operationId: $1\n      responses:\n        '200':\n          description: $2\n`);
    expect(accept('parameters')).toBe(
      `${HEAD}paths:\n  /a:\n    parameters:\n      - name: $1\n        in: \${2|query,header,path,cookie|}\n        schema:\n          type: \${3|array,boolean,integer,number,object,string|}\n`,
    );
    expect(accept('$ref')).toBe(`${HEAD}paths:\n  /a:\n    \\$ref: $1\n`);
    expect(accept('summary')).toBe(`${HEAD}paths:\n  /a:\n    summary: $1\n`);
  });

  test('half typed, between others, and where a key stands already', async () => {
    const half = await ask(`${HEAD}paths:\n  /a:\n    get:\n      oper~\n      responses: {}\n    put: { responses: {} }\n`);
    expect(half.labels).toContain('operationId');
    expect(half.labels).not.toContain('responses');
    expect(half.accept('operationId')).toContain('    get:\n      operationId: $1\n      responses: {}\n');
    const named = await ask(`${HEAD}paths:\n  /a:\n    get:\n      descr~iptio: 'a'\n      responses: {}\n`);
    expect(named.accept('description')).toContain("    get:\n      description: 'a'\n      responses: {}\n");
  });

  test('after a dash', async () => {
    const { accept, labels } = await ask(`${HEAD}paths:\n  /a:\n    parameters:\n    - ~\n`);
    expect(labels.slice(0, 2)).toEqual(['name', 'in']);
    expect(accept('schema')).toContain('\n    - schema:\n        type: ');
    const next = await ask(`${HEAD}paths:\n  /a:\n    parameters:\n      - name: a\n        in: path\n        ~\n`);
    expect(next.labels.slice(0, 1)).toEqual(['required']);
    expect(next.accept('required')).toContain('        required: true\n');
    expect((await ask(`${HEAD}tags:\n  -~\n`)).accept('name')).toBe(`${HEAD}tags:\n  - name: $1\n`);
  });

  test('where a list is to begin', async () => {
    const { accept } = await ask(`${HEAD}paths:\n  /a:\n    parameters:\n      ~\n`);
    expect(accept('schema')).toContain('\n      - schema:\n          type: ');
    expect((await ask(`${HEAD}tags: [{ name: a }]\npaths:\n  /a:\n    get:\n      tags:\n        a~\n`)).accept('a')).toContain('      tags:\n        - a\n');
  });

  test('between brackets', async () => {
    const { accept, labels } = await ask(`${HEAD}paths: { /a: { get: { responses: {}, ~ } } }\n`);
    expect(labels).not.toContain('responses');
    expect(accept('tags')).toBe(`${HEAD}paths: { /a: { get: { responses: {}, tags: [ $1 \\] } } }\n`.replace('[ $1 \\]', '[$1]'));
    const lines = await ask(`${HEAD}paths:\n  /a: {\n    get: {\n      summary: 'a { b',\n      ~\n    }\n  }\n`);
    expect(lines.labels).toContain('responses');
    expect(lines.labels).not.toContain('summary');
  });

  test('with lines that end otherwise', async () => {
    const { accept } = await ask(`${HEAD}paths:\n  /a:\n    ~\n`.replaceAll('\n', '\r\n'));
    expect(accept('get')).toContain('    get:\r\n      operationId: $1\r\n      responses:\r\n');
  });

  test('in JSON, with quotes and commas', async () => {
    const { accept, labels } = await ask('{\n  "openapi": "3.0.3",\n  "info": { "title": "😀", "version": "1" },\n  "pa~\n  "components": {}\n}\n', {
      name: 'a.json',
    });
    expect(labels).not.toContain('info');
    expect(accept('paths')).toBe(
      '{\n  "openapi": "3.0.3",\n  "info": { "title": "😀", "version": "1" },\n  "paths": {\n    $1\n  \\},\n  "components": {}\n}\n'.replace('\\}', '\\}'),
    );
    const later = await ask('{\n  "openapi": "3.0.3",\n  "info": {\n    "title": "t"\n    ~\n  }\n}\n', { name: 'a.json' });
    expect(later.accept('version')).toBe('{\n  "openapi": "3.0.3",\n  "info": {\n    "title": "t",\n    "version": "$1"\n  }\n}\n');
    const flat = await ask('{"openapi":"3.0.3","info":{"title":"t",~}}', { name: 'a.json' });
    expect(flat.accept('version')).toBe('{"openapi":"3.0.3","info":{"title":"t","version":"$1"}}');
  });

  test('an editor without snippets gets text', async () => {
    const { accept, items } = await ask(`${HEAD}paths:\n  /a:\n    ~\n`, { capabilities: {} });
    expect(items[0]?.insertTextFormat).toBe(1);
    expect(accept('summary')).toBe(`${HEAD}paths:\n  /a:\n    summary: \n`);
  });

  test('statuses, media types and security schemes', async () => {
    const statuses = await ask(`${HEAD}paths:\n  /a:\n    get:\n      responses:\n        '200': { description: ok }\n        ~\n`);
    expect(statuses.labels).toContain('404');
    expect(statuses.labels).not.toContain('200');
    expect(statuses.accept('404')).toContain("        '404':\n          description: $1\n");
    const types = await ask(
      `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        default:\n          description: a\n          content:\n            ~\n`,
    );
    expect(types.accept('application/json')).toContain('            application/json:\n              schema:\n                type: ');
    const schemes = await ask(`${HEAD}security:\n  - ~\ncomponents:\n  securitySchemes:\n    key 1: { type: http, scheme: basic }\n`);
    expect(schemes.labels).toEqual(['key 1']);
    expect(schemes.accept('key 1')).toContain("  - 'key 1': []\n");
  });
});

describe('values', () => {
  const PET = 'components:\n  schemas:\n    Pet: { title: A pet }\n    Cat: {}\n  parameters:\n    Id: { name: id, in: path, required: true, schema: {} }\n';

  test('of fields that have only some', async () => {
    const place = await ask(`${HEAD}paths:\n  /a:\n    parameters:\n      - name: a\n        in: ~\n`);
    expect(place.labels).toEqual(['query', 'header', 'path', 'cookie']);
    expect(place.accept('query')).toContain('        in: query\n');
    expect((await ask(`${HEAD}paths:\n  /a:\n    get:\n      deprecated:~\n`)).accept('true')).toContain('      deprecated: true\n');
    expect((await ask(`${HEAD}components: { schemas: { A: { type: "str~" } } }\n`)).accept('string')).toContain('A: { type: "string" }');
    expect((await ask(`${HEAD}components:\n  schemas:\n    A:\n      type: integer\n      format: ~\n`)).labels).toEqual(['int32', 'int64']);
  });

  test('references to what fits, in this file and others', async () => {
    const others = { 'shared/more.yaml': 'Dog: { type: object }\nFish: { type: object }\n', 'shared/bird.yaml': 'type: object\n' };
    const uses = 'x: 1\n'.replace('x: 1\n', `${PET}    Zoo: { schema: { $ref: 'shared/more.yaml#/Dog' } }\n`);
    const whole = `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        default:\n          description: a\n          content:\n            application/json:\n              schema:\n                $ref: ~\n${PET.replace('    Cat: {}\n', "    Cat: { properties: { d: { $ref: 'shared/more.yaml#/Dog' }, b: { $ref: shared/bird.yaml } } }\n")}`;
    const { labels, accept, items } = await ask(whole, { others });
    expect(uses).toContain('Zoo');
    expect(labels).toEqual(['#/components/schemas/Pet', '#/components/schemas/Cat', 'shared/more.yaml#/Dog', 'shared/more.yaml#/Fish', 'shared/bird.yaml']);
    expect(accept('#/components/schemas/Pet')).toContain("                $ref: '#/components/schemas/Pet'\n");
    expect(items[0]?.documentation).toBe('A pet');
  });

  test('a reference without its quotes, and between those that the editor has closed', async () => {
    const at = (written: string) => ask(`${HEAD}paths:\n  /a:\n    parameters:\n      - $ref: ${written}\n${PET}`);
    expect((await at('#/comp~')).accept('#/components/parameters/Id')).toContain("      - $ref: '#/components/parameters/Id'\n");
    expect((await at('"~"')).accept('#/components/parameters/Id')).toContain('      - $ref: "#/components/parameters/Id"\n');
    expect((await at("'#/~'")).labels).toEqual(['#/components/parameters/Id']);
  });

  test('references as seen from another file', async () => {
    const others = { 'openapi.yaml': `${HEAD}paths:\n  /a: { $ref: 'paths/a.yaml' }\n${PET}` };
    const { labels } = await ask("parameters:\n  - $ref: '#~'\nget:\n  responses: {}\n", { name: 'paths/a.yaml', others });
    expect(labels).toEqual(['../openapi.yaml#/components/parameters/Id']);
  });

  test('names: tags, operations, properties, path parameters', async () => {
    expect((await ask(`${HEAD}tags: [{ name: a }]\npaths:\n  /a:\n    get:\n      tags: [b, ~]\n`)).labels).toEqual(['a', 'b']);
    expect((await ask(`${HEAD}tags: [{ name: 'a b' }]\npaths:\n  /a:\n    get:\n      tags:\n        - ~\n`)).accept('a b')).toContain("        - 'a b'\n");
    const link = `${HEAD}paths:\n  /a:\n    get:\n      operationId: getA\n      responses:\n        default:\n          description: a\n          links:\n            next:\n              operationId: ~\n`;
    expect((await ask(link)).labels).toEqual(['getA']);
    expect((await ask(`${HEAD}components:\n  schemas:\n    A:\n      required: [b, ~]\n      properties: { a: {}, b: {} }\n`)).labels).toEqual(['a']);
    expect((await ask(`${HEAD}paths:\n  /a/{b}/{c}:\n    parameters:\n      - in: path\n        name: ~\n`)).labels).toEqual(['b', 'c']);
  });
});

describe('nothing', () => {
  test.each([
    ['in comments', `${HEAD}# pa~\n`],
    ['behind a value', `${HEAD}paths: {} # ~\n`],
    ['in a text of several lines', `${HEAD}paths:\n  /a:\n    description: |\n      get~\n      more: less\n`],
    ['below a text', `openapi: 3.0.3\ninfo:\n  title: t\n    ~\n`],
    ['in a free text', `openapi: 3.0.3\ninfo:\n  title: t~\n`],
    ['in data', `${HEAD}components:\n  schemas:\n    A:\n      example:\n        ~\n`],
    ['in an extension', `${HEAD}x-own:\n  ~\n`],
    ['behind what is closed', `${HEAD}components: {}~\n`],
  ])('%s', async (_where, text) => {
    expect((await ask(text)).labels).toEqual([]);
  });
});
