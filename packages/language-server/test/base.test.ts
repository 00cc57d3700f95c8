import { createChecker } from '@breakwater/core';
import { FORMATS, guideOf } from '@breakwater/formats';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { commit, Editor, git, newFolder, newRepository, write } from './editor.ts';

/** An API with one operation for each method, none of which asks for more than it did. */
function api(...methods: readonly string[]): string {
  const operations = methods.map((method) => `    ${method}:\n      responses:\n        default: { description: ok }\n`);
  return `openapi: 3.0.3\ninfo:\n  title: Pets\n  version: 9.0.0\npaths:\n  /pets:\n${operations.join('')}`;
}

const editors: Editor[] = [];
/** Without rules, so that what is seen are the changes, whatever rules there will be. */
const checker = createChecker(
  FORMATS.map((format) => ({ ...format, rules: [] })),
  { guideOf },
);

async function start(folder: string, base: string): Promise<Editor> {
  const settings = { breakwater: { base } };
  const editor = await Editor.start(folder, {
    checker,
    capabilities: { workspace: { configuration: true } },
    settings,
    initializationOptions: { baseDocuments: true },
  });
  editors.push(editor);
  return editor;
}

afterEach(async () => {
  for (const editor of editors.splice(0)) await editor.stop();
});

/** `main` has lost `put` and `post` one after the other, with a release before each and a later one on a branch that nobody merged. */
function withReleases(): string {
  const folder = newRepository({ 'api.yaml': api('get', 'post', 'put', 'delete') });
  git(folder, 'checkout', '--quiet', '-b', 'beside');
  commit(folder);
  git(folder, 'tag', 'v3.0.0');
  git(folder, 'checkout', '--quiet', 'topic');
  git(folder, 'tag', 'v1.9.0');
  write(folder, { 'api.yaml': api('get', 'post', 'delete') });
  commit(folder);
  git(folder, 'tag', 'v1.10.0');
  git(folder, 'tag', 'v2.0.0-rc.1');
  git(folder, 'tag', 'client/7.0.0', 'v1.9.0');
  git(folder, 'branch', '--force', 'main', 'topic');
  return folder;
}

test.each([
  ['', ['DELETE']],
  ['tag:', ['DELETE']],
  ['tag:v*', ['DELETE']],
  ['tag:v1.9.*', ['DELETE', 'PUT']],
  ['tag:client/*', ['DELETE', 'PUT']],
  ['tag:v3.*', ['DELETE', 'PUT']],
  ['v1.9.0', ['DELETE', 'PUT']],
])('compared with %j', async (base, removed) => {
  const editor = await start(withReleases(), base);
  await editor.open('api.yaml', api('get', 'post'));
  await editor.settle('api.yaml');
  const messages = editor.diagnosticsOf('api.yaml').flatMap(({ code, message }) => (code === 'operation-removed' ? [message] : []));
  expect(messages).toEqual(removed.map((method) => `The operation \`${method} /pets\` was removed.`));
});

test('a pattern that no release matches is told', async () => {
  const editor = await start(withReleases(), 'tag:x*');
  await editor.open('api.yaml', api('get'));
  expect(await editor.seen('api.yaml')).toEqual([]);
  expect(editor.log).toEqual(['`tag:x*`, which the setting `breakwater.base` names, matches no tag that is a version; nothing is compared.']);
});

test('a file is a base too, with or without a repository, and is read again when it changed', async () => {
  const folder = newFolder({ 'released/api.yaml': api('get', 'post') });
  const editor = await start(folder, 'file:released/api.yaml');
  await editor.open('api.yaml', api('get'));
  expect(await editor.seen('api.yaml')).toContain('6:3 operation-removed');
  const [related] = editor.diagnosticsOf('api.yaml').find(({ code }) => code === 'operation-removed')?.relatedInformation ?? [];
  expect(related?.location.uri).toBe(`${editor.uri('released/api.yaml').replace('file://', 'breakwater-base:')}?file`);
  expect(await editor.connection.sendRequest('breakwater/baseText', { uri: related?.location.uri })).toEqual({ text: api('get', 'post') });
  write(folder, { 'released/api.yaml': api('get') });
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: editor.uri('released/api.yaml'), type: 2 }] });
  expect(await editor.seen('api.yaml')).toEqual([]);
});

test.each([
  ['file:nowhere.yaml', 'does not exist'],
  ['file:../outside.yaml', 'is outside the workspace'],
])('%s is told', async (base, refusal) => {
  const editor = await start(newFolder({}), base);
  await editor.open('api.yaml', api('get'));
  expect(await editor.seen('api.yaml')).toEqual([]);
  expect(editor.log).toEqual([`\`${base}\`, which the setting \`breakwater.base\` names, ${refusal}; nothing is compared.`]);
});

test('a branch that moves is noticed with the next edit, which does not wait for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = newRepository({ 'api.yaml': api('get', 'post') });
  const editor = await start(folder, '');
  await editor.open('api.yaml', api('get'));
  expect(await editor.seen('api.yaml')).toContain('6:3 operation-removed');
  write(folder, { 'api.yaml': api('get') });
  commit(folder);
  git(folder, 'branch', '--force', 'main', 'topic');
  vi.advanceTimersByTime(10_000);
  await editor.type('api.yaml', { text: `${api('get')}# Nothing else.\n` });
  await vi.waitFor(() => expect(editor.diagnosticsOf('api.yaml').map(({ code }) => code)).not.toContain('operation-removed'), 10_000);
});
