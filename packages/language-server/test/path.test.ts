import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isBelow, isOnDisk, pathOf, toPath, toRelative, uriOf } from '../src/session/path.ts';

test.each(['/w/a.yaml', '/w/ä €/%41?x=1#b;c.yaml', '/w/[a]{b}/😀\\.json', '/'])('%j is spelled as the system does it', (path) => {
  expect(pathOf(uriOf(path))).toBe(path);
  expect(fileURLToPath(uriOf(path))).toBe(path);
  expect(pathOf(pathToFileURL(path).href)).toBe(path);
});

test.each(['vscode-vfs://github/owner/repository/api.yaml', 'vscode-vfs://github%2B7b22%7D/o/r/a%20b.yaml', 'vscode-remote://127.0.0.1:8080/w/api.yaml'])(
  'a file of another file system keeps where it is from: %s',
  (uri) => {
    const path = pathOf(uri) ?? '';
    expect(uriOf(path)).toBe(uri);
    expect(isOnDisk(path)).toBe(false);
    expect(uriOf(toPath(path, '../b.yaml'))).toBe(uri.replace(/[^/]*$/, 'b.yaml'));
  },
);

test('the letter of a drive is the same in both cases', () => {
  expect(pathOf('file:///C%3A/w/a.yaml')).toBe('/c:/w/a.yaml');
  expect(isOnDisk('/c:/w/a.yaml')).toBe(true);
});

test.each([
  ['/w', '/w/a/b.yaml', 'a/b.yaml'],
  ['/w/x', '/w/a.yaml', '../a.yaml'],
  ['/', '/a.yaml', 'a.yaml'],
  ['/w/ab', '/w/a/c.yaml', '../a/c.yaml'],
])('from %s, %s is %s, and back', (folder, path, uri) => {
  expect(toRelative(folder, path)).toBe(uri);
  expect(toPath(folder, uri)).toBe(path);
  expect(isBelow(folder, path)).toBe(!uri.startsWith('..'));
});
