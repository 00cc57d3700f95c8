import { positionAt } from '@breakwater/core';
import { afterEach, expect, test } from 'vitest';
import { TEXTS } from './contract.ts';
import { Editor, newFolder } from './editor.ts';

/** What is answered after many small edits is what a server answers that has seen only the last text. */
const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

async function start(text: string): Promise<Editor> {
  const editor = await Editor.start(newFolder(TEXTS));
  editors.push(editor);
  await editor.open('openapi.yaml', text);
  return editor;
}

/** Every answer, without the folder that differs. */
async function answers(editor: Editor, text: string): Promise<readonly string[]> {
  const textDocument = { uri: editor.uri('openapi.yaml') };
  const range = { start: { line: 0, character: 0 }, end: positionAt({ uri: '', text }, text.length) };
  const cat = positionAt({ uri: '', text }, text.indexOf('    Cat:') + 5);
  const asked: readonly (readonly [string, object])[] = [
    ['documentSymbol', {}],
    ['documentLink', {}],
    ['foldingRange', {}],
    ['semanticTokens/full', {}],
    ['inlayHint', { range }],
    ['references', { position: cat, context: { includeDeclaration: true } }],
    ['rename', { position: cat, newName: 'Tom' }],
    ['hover', { position: cat }],
    ['selectionRange', { positions: [cat] }],
    ['completion', { position: range.end }],
  ];
  const found: string[] = [];
  const shown = (answer: unknown) =>
    JSON.stringify(answer)
      .replaceAll(editor.uri('').replace(/\/$/, ''), '')
      .split(/(?<=\}),/);
  for (const [method, more] of asked)
    found.push(
      method,
      ...shown(
        await editor.connection
          .sendRequest<{ resultId?: string }>(`textDocument/${method}`, { textDocument, ...more })
          .then((answer) => (answer?.resultId === undefined ? answer : { ...answer, resultId: '' }))
          .catch(({ message }: Error) => message),
      ),
    );
  return found;
}

/** Long enough to be read again in parts. */
const MORE = Array.from({ length: 30 }, (_, i) => i);
const TEXT = (TEXTS['openapi.yaml'] ?? '')
  .replace(
    'components:\n',
    `${MORE.map((i) => `  /more/${i}/{id}:\n    parameters: [{ $ref: '#/components/parameters/Id' }]\n    get: { operationId: more${i}, responses: { default: { description: ok } } }\n`).join('')}components:\n`,
  )
  .replace(
    '  schemas:\n',
    `  schemas:\n${MORE.map((i) => `    More${i}:\n      type: object\n      properties:\n        next: { $ref: '#/components/schemas/More${(i + 1) % 30}' }\n        cat: { $ref: '#/components/schemas/Cat' }\n`).join('')}`,
  );

const PIECES = ['\n', '# 😀\n', '    ', 'x', "'", '{ $ref: "#/components/schemas/Cat" }', '\n    New: { type: string }\n', ': ', '- ', ''];

test.each([1, 2, 3])('after edits at random places (%i)', { timeout: 120_000 }, async (seed) => {
  let state = seed;
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  let text = TEXT;
  const editor = await start(text);
  for (let i = 1; i <= 40; i++) {
    const file = { uri: '', text };
    const from = random(text.length);
    const to = Math.min(text.length, from + random(4));
    const piece = PIECES[random(PIECES.length)] ?? '';
    // Every other edit is taken back, so that the text does not fall apart.
    const range = { start: positionAt(file, from), end: positionAt(file, to) };
    const edited = text.slice(0, from) + piece + text.slice(to);
    await editor.type('openapi.yaml', { range, text: piece });
    await answers(editor, edited);
    if (i % 2 === 1) {
      const after = { uri: '', text: edited };
      await editor.type('openapi.yaml', { range: { start: positionAt(after, from), end: positionAt(after, from + piece.length) }, text: text.slice(from, to) });
    } else text = edited;
    if (i % 10 === 0) expect(await answers(editor, text)).toEqual(await answers(await start(text), text));
  }
});
