import { createChecker, type Element, type Rule } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { afterEach, expect, test } from 'vitest';
import { Editor, newFolder, write } from './editor.ts';

const OPERATIONS = 500;

const editors: Editor[] = [];
afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

/** How often a rule is asked is what an edit costs, on every machine. */
let asked = 0;
const counting: Rule<Element, object> = { id: 'counting', on: 'operation', severity: 'warn', message: () => '', check: () => void asked++ };
const checker = createChecker(FORMATS.map((format) => ({ ...format, rules: [counting] })));

async function start(folder: string): Promise<Editor> {
  const editor = await Editor.start(folder, {
    checker,
    settings: { breakwater: { checkWorkspace: false } },
    capabilities: { workspace: { configuration: true } },
  });
  editors.push(editor);
  return editor;
}

const paths = (operation: (i: number) => string) => Array.from({ length: OPERATIONS }, (_, i) => `  /p${i}:\n    ${operation(i)}\n`).join('');
const head = "openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths:\n";

test('an edit in a long contract is checked where it was made', async () => {
  const text = head + paths((i) => `get: { summary: s${i}, responses: { default: { description: ok } } }`);
  const editor = await start(newFolder({ 'api.yaml': text }));
  await editor.open('api.yaml', text);
  await editor.settle('api.yaml');
  expect(asked).toBeGreaterThanOrEqual(OPERATIONS);
  asked = 0;
  const line = 3 + 2 * 250 + 1;
  await editor.type('api.yaml', { range: { start: { line, character: 20 }, end: { line, character: 20 } }, text: 'x' });
  await editor.settle('api.yaml');
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10);
});

test('a file that is added, or edited, makes nobody look at all the others again', async () => {
  const part = (summary: string) => `paths:\n${paths((i) => `get: { summary: ${summary}${i}, responses: { default: { description: ok } } }`)}`;
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`parts/p${i}.yaml`, part(`s${i}`)]));
  const references = Object.keys(files).map((name, i) => `  /p${i}: { $ref: '${name}#/paths/~1p3' }\n`);
  const folder = newFolder({ ...files, 'api.yaml': head + references.join('') });
  const editor = await start(folder);
  await editor.open('api.yaml', head + references.join(''));
  await editor.settle('api.yaml');
  expect(asked).toBeGreaterThanOrEqual(5);
  asked = 0;
  write(folder, { 'parts/new.yaml': part('new') });
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('parts/new.yaml'), type: 1 }] });
  await editor.settle('api.yaml');
  expect(asked).toBe(0);
  await editor.open('parts/p2.yaml', part('s2'));
  await editor.type('parts/p2.yaml', { text: part('other') });
  await editor.settle('parts/p2.yaml');
  expect(asked).toBe(1);
});
