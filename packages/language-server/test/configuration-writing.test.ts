import { applyEdits, offsetAt } from '@breakwater/core';
import { afterEach, expect, test } from 'vitest';
import { type CompletionItem, MarkupContent, type TextEdit } from 'vscode-languageserver/node';
import { Editor, newFolder } from './editor.ts';
import { placeOf } from './place.ts';

let editor: Editor;
afterEach(() => editor.stop());

async function open(name: string, text: string): Promise<void> {
  editor = await Editor.start(newFolder({}), { capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } } });
  await editor.open(name, text);
}

async function ask(marked: string, name = 'breakwater.yaml') {
  const text = marked.replace('~', '');
  await open(name, text);
  const items: CompletionItem[] = await editor.connection.sendRequest('textDocument/completion', {
    textDocument: { uri: editor.uri(name) },
    position: placeOf(text, marked),
  });
  const accept = (label: string) => {
    const item = items.find((one) => one.label === label)!;
    const { range, newText } = item.textEdit as TextEdit;
    const file = { uri: '', text };
    return applyEdits(file, [{ uri: '', span: { start: offsetAt(file, range.start), end: offsetAt(file, range.end) }, text: newText }]);
  };
  return { items, labels: items.map(({ label }) => label), accept };
}

test('keys with what they are for, those of a list with what has to be in it', async () => {
  const { items, labels, accept } = await ask('mode: FULL\n~\n');
  expect(labels).toContain('extends');
  expect(labels).not.toContain('mode');
  expect(items.find(({ label }) => label === 'audience')?.documentation).toBe(
    'Whom a break counts for: wire (messages), source (generated code), semantic (meaning).',
  );
  expect(accept('accept')).toBe('mode: FULL\naccept:\n  - fingerprint: $1\n    reason: $2\n');
  expect(accept('ignore')).toBe('mode: FULL\nignore:\n  $1\n');
});

test('rules by id, with their sentence, severities and options', async () => {
  const { items, labels, accept } = await ask('rules:\n  operation-id~\n');
  expect(labels.length).toBeGreaterThan(200);
  expect(items.find(({ label }) => label === 'operation-id-unique')?.documentation).toMatch(/^Two operations|operationId/);
  expect(accept('operation-id-unique')).toBe(`rules:\n  operation-id-unique: \${1|error,warn,info,hint,off|}\n`);
  await editor.stop();
  expect((await ask('rules:\n  operation-id-unique: ~\n')).labels).toEqual(['error', 'warn', 'info', 'hint', 'off']);
  await editor.stop();
  expect((await ask('rules:\n  list-limit-max:\n    ~\n')).labels).toContain('severity');
});

test('values, alone and in lists, and in JSON', async () => {
  expect((await ask('mode: ~\n')).labels).toContain('BACKWARD');
  await editor.stop();
  expect((await ask('extends: [ recommended, ~ ]\n')).labels).toContain('strict');
  await editor.stop();
  expect((await ask('overrides:\n  - ~\n')).labels.slice(0, 1)).toEqual(['rules']);
  await editor.stop();
  expect((await ask('extends:\n  rec~\n')).accept('recommended')).toBe('extends:\n  - recommended\n');
  await editor.stop();
  expect((await ask('{ "fail-on": "bre~" }', 'breakwater.json')).accept('breaking')).toBe('{ "fail-on": "breaking" }');
});

test('nothing where nothing is known', async () => {
  expect((await ask('rulez:\n  ~\n')).labels).toEqual([]);
  await editor.stop();
  expect((await ask('accept:\n  - reason: ~\n')).labels).toEqual([]);
});

async function hover(piece: string, text: string): Promise<string> {
  await open('breakwater.yaml', text);
  const { line, character } = placeOf(text, piece);
  const found = await editor.hover('breakwater.yaml', line, character);
  return found && MarkupContent.is(found.contents) ? found.contents.value : '';
}

test('a hover says what a key is for, and of a rule what it tells', async () => {
  expect(await hover('mo~de', 'mode: FULL\n')).toMatch(/^Which side is upgraded first/);
  await editor.stop();
  const text = 'contracts:\n  - files: [a.yaml]\n    rules: { operation-id-unique: hint }\n';
  expect(await hover('operation-id~-unique', text)).toMatch(/\n\n\[The page of this rule\]\(https:\/\/github\.com\/.*\/operation-id-unique\.md\)$/);
  await editor.stop();
  expect(await hover('a.ya~ml', text)).toBe('');
});

test('a mistake is told before what the key is for', async () => {
  expect(await hover('mo~de', 'mode: NOTHING\n')).toContain('Which side is upgraded first');
  expect(await editor.seen('breakwater.yaml')).toEqual(['1:7 config-valid']);
});
