import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { Editor, newRepository } from './editor.ts';
import { randomOf, Typist } from './typist.ts';

/**
 * Whatever is typed, and in whatever order it arrives: what is said in the end is what a server says that is started on the texts as they
 * are then. `npm run endure` makes 10,000 edits.
 */
const EDITS = Number(process.env.BREAKWATER_EDITS ?? 1_000);
const SEED = Number(process.env.BREAKWATER_SEED ?? 1);
const EDITS_UNTIL_COMPARED = 25;

const FILES: Readonly<Record<string, string>> = {
  'openapi.yaml': `openapi: 3.0.3
info: { title: 'Pets €😀', version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: list
      parameters:
        - { name: tag, in: query, schema: { $ref: 'parts/tag.yaml' } }
      responses:
        default: { description: ok }
        '200':
          description: |
            All pets,
            by name.
          content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
    post:
      responses:
        default: { description: ok }
components:
  schemas:
    Pet: &pet
      type: object
      required: [name]
      properties:
        name: { type: string, maxLength: 20 }
        tag: { $ref: 'parts/tag.yaml' }
    Dog: { allOf: [*pet] }
`,
  'parts/tag.yaml': 'type: string\nmaxLength: 10\n',
  'legacy/swagger.json':
    '{\r\n  "swagger": "2.0",\r\n  "info": { "title": "Old", "version": "1" },\r\n  "paths": { "/a": { "get": { "responses": { "200": { "description": "ok" } } } } }\r\n}\r\n',
  'breakwater.yaml': 'rules: { operation-description: off }\n',
  'beside.yaml': 'replicas: 3\nimage: pets\n',
};
const NAMES = Object.keys(FILES);

const faults: unknown[] = [];
process.on('unhandledRejection', (reason) => faults.push(reason));
const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
  expect(faults).toEqual([]);
});

async function start(folder: string): Promise<Editor> {
  const editor = await Editor.start(folder, { capabilities: { textDocument: { diagnostic: {} } } });
  editors.push(editor);
  return editor;
}

/** All that is said, of every file. */
async function saidBy(editor: Editor): Promise<ReadonlyMap<string, readonly string[]>> {
  const { items }: { items: { uri: string; items: Diagnostic[] }[] } = await editor.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] });
  const told = items.filter(({ items: found }) => found.length > 0);
  return new Map(told.map(({ uri, items: found }) => [uri, found.map((one) => JSON.stringify(one)).sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('after random edits it says what a server says that sees only the end', async () => {
  const random = randomOf(SEED);
  const folder = newRepository({ ...FILES });
  const editor = await start(folder);
  const open = new Map<string, { readonly typist: Typist; version: number }>();
  const openFile = async (name: string, text = FILES[name] ?? '') => {
    open.set(name, { typist: new Typist(text, random), version: 1 });
    await editor.open(name, text, name.endsWith('.json') ? 'json' : 'yaml');
  };
  for (const name of NAMES.slice(0, 3)) await openFile(name);
  for (let i = 1; i <= EDITS; i++) {
    const name = NAMES[random(random(3) === 0 ? NAMES.length : 2)] ?? 'openapi.yaml';
    const known = open.get(name);
    if (!known) await openFile(name);
    else if (random(40) === 0) {
      open.delete(name);
      await editor.close(name);
    } else {
      const others = [...open.values()].map(({ typist }) => typist.text);
      known.version += 1 + random(3);
      await editor.change(name, known.version, [...known.typist.next(others)]);
      // What comes late is no change any more.
      if (random(10) === 0) await editor.change(name, known.version - random(3), [{ text: 'openapi: 3.0.0\n' }]);
    }
    if (random(30) === 0) await changeOnDisk(editor, folder, NAMES[random(NAMES.length)] ?? '', random);
    if (random(5) === 0) askAndCancel(editor, name, random);
    if (i % EDITS_UNTIL_COMPARED > 0 && i < EDITS) continue;
    const fresh = await start(folder);
    for (const [other, { typist }] of open) await fresh.open(other, typist.text, other.endsWith('.json') ? 'json' : 'yaml');
    const [seen, expected] = [await saidBy(editor), await saidBy(fresh)];
    expect(seen, `after ${i} edits, seed ${SEED}: ${JSON.stringify([...open].map(([file, { typist }]) => [file, typist.text]))}`).toEqual(expected);
    editors.pop();
    await fresh.stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Somebody else writes a file, or takes it away. */
async function changeOnDisk(editor: Editor, folder: string, name: string, random: (below: number) => number): Promise<void> {
  const type = random(3) === 0 ? 3 : 2;
  if (type === 3) rmSync(join(folder, name), { force: true });
  else
    writeFileSync(
      join(folder, name),
      new Typist(FILES[name] ?? '', random)
        .next(Object.values(FILES))
        .map(({ text }) => text)
        .join('') + FILES[name],
    );
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri(name), type }] });
}

const QUESTIONS = ['hover', 'completion', 'definition', 'references', 'documentSymbol', 'foldingRange', 'documentLink', 'diagnostic', 'codeAction'];

/** Questions about any place, most of them withdrawn before they are answered. */
function askAndCancel(editor: Editor, name: string, random: (below: number) => number): void {
  const textDocument = { uri: editor.uri(name) };
  const position = { line: random(30), character: random(60) };
  const more = { position, range: { start: position, end: position }, context: { diagnostics: [], includeDeclaration: true } };
  for (let i = random(8); i >= 0; i--) {
    const source = new CancellationTokenSource();
    const question = `textDocument/${QUESTIONS[random(QUESTIONS.length)]}`;
    editor.connection.sendRequest(question, { textDocument, ...more }, source.token).catch(() => undefined);
    if (random(4) > 0) source.cancel();
  }
}
