import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { diskHost } from '../src/index.ts';
import { temporaryFolder, write } from './repository.ts';

const outer = temporaryFolder();
const root = join(outer, 'root');

beforeAll(() => {
  write(outer, {
    'secret.yaml': 'secret: 1',
    'root-beside/a.yaml': 'beside: 1',
    'root/a.yaml': 'a: €😀\n',
    'root/sub/b.json': '{}',
    'root/UPPER.YML': 'u: 1',
    'root/..hidden/c.yaml': 'c: 1',
    'root/.env': 'TOKEN=1',
    'root/.git/config.yaml': 'g: 1',
    'root/.git/config': 'g',
    'root/.GIT/config.yaml': 'g: 1',
    'root/folder.yaml/inside.txt': '',
    'root/latin.yaml': Uint8Array.of(0x61, 0x3a, 0xe9),
    'root/utf16.yaml': Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
    'root/bom.yaml': '\ufeffa: 1',
    'root/large.yaml': Buffer.alloc(21_000_000, ' '),
  });
  symlinkSync(join(outer, 'secret.yaml'), join(root, 'escape.yaml'));
  symlinkSync('/etc/passwd', join(root, 'passwd.yaml'));
  symlinkSync(outer, join(root, 'out'));
  symlinkSync('.env', join(root, 'env.yaml'));
  symlinkSync('.git/config', join(root, 'git.yaml'));
  symlinkSync('a.yaml', join(root, 'inner.yaml'));
  symlinkSync('loop.yaml', join(root, 'loop.yaml'));
  symlinkSync(root, join(outer, 'link'));
  execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
});

test.each([
  ['a.yaml', 'a: €😀\n'],
  ['./sub/../a.yaml', 'a: €😀\n'],
  [join(root, 'a.yaml'), 'a: €😀\n'],
  ['sub/b.json', '{}'],
  ['UPPER.YML', 'u: 1'],
  ['..hidden/c.yaml', 'c: 1'],
  ['inner.yaml', 'a: €😀\n'],
  ['bom.yaml', '\ufeffa: 1'],
])('%s is read', async (uri, text) => {
  expect(await diskHost(root).readFile(uri)).toEqual({ text });
});

test('the root itself may be behind a link', async () => {
  const host = diskHost(join(outer, 'link'));
  expect(await host.readFile('a.yaml')).toHaveProperty('text');
  expect(await host.readFile(join(root, 'a.yaml'))).toHaveProperty('text');
  expect(await host.readFile(join(outer, 'link/a.yaml'))).toHaveProperty('text');
});

test.each([
  ['missing.yaml', 'does not exist'],
  ['a.yaml/b.yaml', 'does not exist'],
  ['loop.yaml', 'does not exist'],
  ['../secret.yaml', 'is outside the workspace'],
  ['../missing.yaml', 'is outside the workspace'],
  ['../root-beside/a.yaml', 'is outside the workspace'],
  ['out/secret.yaml', 'is outside the workspace'],
  ['escape.yaml', 'is outside the workspace'],
  ['passwd.yaml', 'is outside the workspace'],
  ['/etc/passwd', 'is outside the workspace'],
  ['/proc/self/environ', 'is outside the workspace'],
  ['.env', 'is not read: its name ends in none of .yaml, .yml and .json'],
  ['env.yaml', 'is not read: its name ends in none of .yaml, .yml and .json'],
  ['.git/config', 'is inside `.git`, which is not read'],
  ['.git/config.yaml', 'is inside `.git`, which is not read'],
  ['.GIT/config.yaml', 'is inside `.git`, which is not read'],
  ['sub/../.git/config.yaml', 'is inside `.git`, which is not read'],
  ['git.yaml', 'is inside `.git`, which is not read'],
  ['folder.yaml', 'is not a file'],
  ['pipe.yaml', 'is not a file'],
  ['latin.yaml', 'is not UTF-8 text'],
  ['utf16.yaml', 'is UTF-16 text; save it as UTF-8'],
  ['large.yaml', 'is larger than 20 MB'],
])('%s is refused', async (uri, refusal) => {
  expect(await diskHost(root).readFile(uri)).toEqual({ refusal });
});

test('what can be no name does not exist', async () => {
  for (const name of ['a\0.yaml', `${'x'.repeat(5000)}.yaml`]) expect(await diskHost(root).readFile(name)).toEqual({ refusal: 'does not exist' });
});

test('the limit can be set', async () => {
  expect(await diskHost(root, { maxFileSize: 3 }).readFile('a.yaml')).toHaveProperty('refusal');
  expect(await diskHost(root, { maxFileSize: 30_000_000 }).readFile('large.yaml')).toHaveProperty('text');
  const limits = { maxFileSize: 1_000_000, raisedBy: 'the flag' };
  expect(await diskHost(root, limits).readFile('large.yaml')).toEqual({ refusal: 'is larger than 1 MB; the flag allows more' });
});
