import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@breakwater/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/run.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const BEFORE = readFileSync(join(ROOT, 'examples/orders-before.yaml'), 'utf8');
const AFTER = readFileSync(join(ROOT, 'examples/orders-after.yaml'), 'utf8');

let folder = '';
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd: folder });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breakwater-cli-'));
  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'folder.yaml'));
  write('before.yaml', BEFORE);
  write('orders.yaml', BEFORE);
  write('broken.yaml', 'openapi: 3.0.0\npaths: [\n');
  write('other.yaml', 'hello: 1\n');
  write('future.yaml', 'openapi: 4.0.0\npaths: {}\n');
  write('utf16.yaml', Buffer.from([0xff, 0xfe, 0x6f, 0]));
  write(
    'refs.yaml',
    "openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths:\n  /a: { $ref: 'http://example.com/x.yaml' }\n  /b: { $ref: '../x.yaml' }\n  /c: { $ref: 'nothing.yaml#/a' }\n  /d: { $ref: '#/nowhere' }\n",
  );
  write('twice.yaml', "openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: {}\npaths: {}\n");
  const ids = (id: string) => `openapi: 3.0.0\ninfo: { title: t, version: '1' }\npaths: { /a: { get: { operationId: ${id}, responses: {} } } }\n`;
  for (const [i, id] of ['one', 'two', 'two'].entries()) write(`ids-${i + 1}.yaml`, ids(id));
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'one');
  write('orders.yaml', AFTER);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function breakwater(...args: string[]) {
  const result = { out: '', err: '', code: 0 as number | undefined };
  result.code = await run(args, {
    cwd: folder,
    stdin: async () => BEFORE,
    out: (text) => void (result.out += text),
    err: (text) => void (result.err += text),
    color: false,
    interactive: false,
    today: '2026-11-26',
  });
  return result;
}

test('a file that is too large is not read, and it is said what allows it', async () => {
  writeFileSync(join(folder, 'large.yaml'), `${BEFORE}# ${'x'.repeat(1_000_000)}\n`);
  const refused = await breakwater('lint', 'large.yaml', '--max-file-size', '1');
  expect([refused.code, refused.err + refused.out]).toEqual([2, expect.stringContaining('is larger than 1 MB; `--max-file-size` allows more')]);
  for (const args of [[], ['--max-file-size', '2']]) expect((await breakwater('lint', 'large.yaml', '--fail-on', 'never', ...args)).code).toBe(0);
  expect((await breakwater('diff', 'large.yaml', 'large.yaml', '--max-file-size', '1')).code).toBe(2);
  // What may be read is repaired, too.
  const one = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { type: string, nullable: false } } }\n";
  writeFileSync(join(folder, 'larger.yaml'), `${one}# ${'x'.repeat(20_000_000)}\n`);
  await breakwater('lint', 'larger.yaml', '--fix', '--max-file-size', '30');
  expect(readFileSync(join(folder, 'larger.yaml'), 'utf8').slice(0, 200)).toContain('A: { type: string }');
  rmSync(join(folder, 'larger.yaml'));
  const slip = await breakwater('lint', 'large.yaml', '--max-file-size', '1MB');
  expect([slip.code, slip.err]).toEqual([2, expect.stringContaining('It is a number of megabytes')]);
  rmSync(join(folder, 'large.yaml'));
});

describe('repairs', () => {
  afterAll(() => {
    for (const name of ['fix.yaml', 'parts.yaml']) rmSync(join(folder, name));
  });
  const CRLF =
    "openapi: 3.1.0\r\nservers: [{ url: https://orders.io }]\r\ninfo: { title: t, version: '1' } # stays\r\npaths:\r\n  /a/: # here too\r\n    get: { responses: { '200': { description: ok } } }\r\ncomponents:\r\n  schemas: { A: { $ref: 'parts.yaml#/B' } }\r\n";
  const PARTS = '# Parts\nB: { type: string, nullable: false }\n';
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  test('safe ones leave the rest byte for byte, also in other files, and the report shows what is left', async () => {
    writeFileSync(join(folder, 'fix.yaml'), CRLF);
    writeFileSync(join(folder, 'parts.yaml'), PARTS);
    const { out, err, code } = await breakwater('lint', 'fix.yaml', '--fix');
    expect(err).toContain('Repaired');
    expect(read('fix.yaml')).toBe(CRLF);
    expect(read('parts.yaml')).toBe('# Parts\nB: { type: string }\n');
    expect(out).toContain('path-no-trailing-slash');
    expect(out).not.toContain('no-nullable-in-31');
    expect(code).toBe(0);
  });

  test('unsafe ones only when they are asked for', async () => {
    writeFileSync(join(folder, 'fix.yaml'), CRLF);
    const { out } = await breakwater('lint', '--fix-unsafe', 'fix.yaml');
    expect(read('fix.yaml')).toContain('  /a: # here too\r\n');
    expect(out).not.toContain('path-no-trailing-slash');
  });

  test('nothing is written where nothing is on disk', async () => {
    const { out, err, code } = await breakwater('lint', '-', '--fix');
    expect(code).toBe(2);
    expect(err + out).toContain('`standard input` is no file on disk, so nothing in it was repaired.');
  });
});

describe('what is wrong with the input is said in one line, with exit code 2', () => {
  test.each<[string, string[], string]>([
    ['no command', [], 'Usage: breakwater'],
    ['a mistyped command', ['dif'], 'Did you mean diff?'],
    ['a mistyped option', ['lint', '--formt', 'json', 'orders.yaml'], 'Did you mean --format?'],
    ['an unknown format', ['lint', '--format', 'xml', 'orders.yaml'], 'Allowed choices are text, json'],
    ['an unknown bar', ['diff', 'before.yaml', 'orders.yaml', '--fail-on', 'error'], 'Allowed are breaking, dangerous, any, never.'],
    ['a missing argument', ['diff', 'orders.yaml'], "missing required argument 'head'"],
    ['a missing file', ['lint', 'nothing.yaml'], '`nothing.yaml` does not exist.'],
    ['a folder', ['lint', 'folder.yaml'], '`folder.yaml` is a folder'],
    ['a glob for nothing', ['lint', '*.yml'], 'No file matches `*.yml`.'],
    ['text in UTF-16', ['lint', 'utf16.yaml'], 'is UTF-16 text'],
    ['no contract', ['lint', 'other.yaml'], '`other.yaml` is no API contract'],
    ['a version to come', ['lint', 'future.yaml'], 'OpenAPI `4.0.0`, which is not supported'],
    ['a missing head', ['diff', 'before.yaml', 'nothing.yaml'], '`nothing.yaml` does not exist.'],
    ['an unknown commit', ['diff', 'nowhere:orders.yaml', 'orders.yaml'], '`nowhere` names no commit'],
    ['an option for a commit', ['diff', 'a --upload-pack=x:orders.yaml', 'orders.yaml'], 'is no name of a git commit'],
    ['a file that a commit lacks', ['diff', 'main:nothing.yaml', 'orders.yaml'], 'The base `nothing.yaml` does not exist.'],
    ['a broken head', ['diff', 'before.yaml', 'broken.yaml'], 'could only be read in part, so nothing was compared'],
    ['a broken base', ['diff', 'broken.yaml', 'before.yaml'], 'could only be read in part, so nothing was compared'],
    ['a head that is no contract', ['diff', 'before.yaml', 'other.yaml'], 'so nothing was compared'],
    ['an unknown rule', ['explain', 'operation-remved'], 'There is no rule or change'],
    ['a server without a way to speak', ['lsp'], 'breakwater lsp --stdio'],
    ['a bundle of something broken', ['bundle', 'refs.yaml'], 'Nothing was bundled.'],
    ['an unknown audience', ['diff', 'before.yaml', 'orders.yaml', '--audience', 'all'], 'Allowed are wire, source, semantic'],
    ['a window that is no number', ['diff', 'before.yaml', 'orders.yaml', '--deprecation-days', 'many'], 'a number of days'],
    ['many versions in a mode for two', ['diff', 'before.yaml', 'orders.yaml', 'orders.yaml'], '--mode BACKWARD_TRANSITIVE'],
    ['a list of acceptances that is not there', ['diff', 'before.yaml', 'orders.yaml', '--accept', 'nothing.yaml'], '`nothing.yaml` could not be read'],
    ['a list of acceptances without a list', ['diff', 'before.yaml', 'orders.yaml', '--accept', 'other.yaml'], '`other.yaml:1`: It has no list `accept`.'],
    ['a changelog with a gap', ['changelog', 'before.yaml', 'broken.yaml', 'orders.yaml'], 'could only be read in part'],
    ['an unknown base', ['check', '--base', 'nowhere'], '`nowhere` names no commit'],
  ])('%s', async (_name, args, expected) => {
    const { out, err, code } = await breakwater(...args);
    expect(code).toBe(2);
    expect(out + err).toContain(expected);
    expect(out + err).not.toMatch(/^\s+at .*:\d+/m);
  });
});

describe('what could be read is checked', () => {
  test('references that lead nowhere, outside, or to the network', async () => {
    const { out, code } = await breakwater('lint', 'refs.yaml');
    expect(code).toBe(1);
    expect(out.match(/ref-resolves|ref-remote/g)).toHaveLength(4);
  });

  test('duplicate keys', async () => {
    expect((await breakwater('lint', 'twice.yaml')).out).toContain('4:1');
  });

  test('broken YAML', async () => {
    const { out, code } = await breakwater('lint', 'broken.yaml');
    expect([code, out.includes('spec-parse')]).toEqual([1, true]);
  });
});

describe('diff', () => {
  test('two files', async () => {
    const { out, code } = await breakwater('diff', 'before.yaml', 'orders.yaml');
    expect(code).toBe(1);
    expect(out).toContain('proof: "archived" was accepted by base and is rejected by head');
  });

  test('a commit and a file, standard input and a file', async () => {
    expect((await breakwater('diff', 'main:orders.yaml', 'orders.yaml')).code).toBe(1);
    expect((await breakwater('diff', '-', 'orders.yaml')).code).toBe(1);
    expect((await breakwater('diff', '-', 'before.yaml')).code).toBe(0);
  });

  test('the bar', async () => {
    expect((await breakwater('diff', 'before.yaml', 'orders.yaml', '--fail-on', 'never')).code).toBe(0);
    expect((await breakwater('diff', 'orders.yaml', 'before.yaml', '--fail-on', 'any')).code).toBe(1);
  });

  test('nothing to tell', async () => {
    const { out, code } = await breakwater('diff', 'before.yaml', 'before.yaml', '--fail-on', 'any');
    expect([code, out.includes('No findings.')]).toEqual([0, true]);
  });
});

describe('what is judged, and for whom', () => {
  const findingsOf = async (...args: string[]): Promise<readonly Finding[]> => JSON.parse((await breakwater('diff', ...args, '--format', 'json')).out).findings;

  test('an audience makes its breaks count', async () => {
    expect((await breakwater('diff', 'ids-1.yaml', 'ids-2.yaml')).code).toBe(0);
    expect((await breakwater('diff', 'ids-1.yaml', 'ids-2.yaml', '--audience', 'wire,source')).code).toBe(1);
  });

  test('a transitive mode sees what every earlier version was promised', async () => {
    expect((await breakwater('diff', 'ids-2.yaml', 'ids-3.yaml')).code).toBe(0);
    const { out, code } = await breakwater('diff', 'ids-1.yaml', 'ids-2.yaml', 'ids-3.yaml', '--mode', 'BACKWARD_TRANSITIVE', '--audience', 'source');
    expect([code, out.includes('compared with: ids-1.yaml')]).toEqual([1, true]);
  });

  test('what is accepted fails nothing, until its last day', async () => {
    const entries = (await findingsOf('before.yaml', 'orders.yaml')).flatMap(({ fingerprint, verdict }) =>
      verdict === 'breaking' ? [{ fingerprint, reason: 'agreed' }] : [],
    );
    const write = (until: string) => writeFileSync(join(folder, 'accept.json'), JSON.stringify({ accept: entries.map((entry) => ({ ...entry, until })) }));
    write('2026-11-26');
    const { out, code } = await breakwater('diff', 'before.yaml', 'orders.yaml', '--accept', 'accept.json');
    expect([code, out.includes(`${entries.length} accepted`)]).toEqual([0, true]);
    write('2026-11-25');
    expect((await breakwater('diff', 'before.yaml', 'orders.yaml', '--accept', 'accept.json')).out).toContain('acceptance-expired');
    expect((await breakwater('diff', 'before.yaml', 'orders.yaml', '--accept', 'accept.json')).code).toBe(1);
    rmSync(join(folder, 'accept.json'));
  });

  test('a window asks for a deprecation before a removal', async () => {
    expect((await findingsOf('before.yaml', 'orders.yaml')).some(({ ruleId }) => ruleId === 'removed-before-sunset')).toBe(false);
    expect((await findingsOf('before.yaml', 'orders.yaml', '--deprecation-days', '90')).some(({ ruleId }) => ruleId === 'removed-before-sunset')).toBe(true);
  });
});

test.each([
  ['markdown', '## `1.5.0`'],
  ['json', '"version": "1.5.0"'],
  ['html', '<h2>1.5.0</h2>'],
])('a changelog as %s', async (format, expected) => {
  const { out, code } = await breakwater('changelog', 'before.yaml', 'orders.yaml', '--format', format);
  expect([code, out.includes(expected), out.includes('Stop sending the value')]).toEqual([0, true, true]);
});

test('JSON follows the published schema', async () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'packages/core/schema/report.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  for (const args of [
    ['diff', 'before.yaml', 'orders.yaml'],
    ['lint', 'refs.yaml', 'twice.yaml', 'other.yaml'],
    ['check', 'orders.yaml'],
    ['diff', 'before.yaml', 'broken.yaml'],
    ['diff', 'ids-1.yaml', 'ids-2.yaml', 'ids-3.yaml', '--mode', 'BACKWARD_TRANSITIVE', '--audience', 'source', '--deprecation-days', '90'],
  ]) {
    const { out } = await breakwater(...args, '--format', 'json');
    expect([args, validate(JSON.parse(out)), validate.errors]).toEqual([args, true, null]);
  }
});

test.each(['markdown', 'sarif', 'html', 'github'])('%s is printed', async (format) => {
  const { out, code } = await breakwater('diff', 'before.yaml', 'orders.yaml', '--format', format);
  expect([code, out.includes('archived')]).toEqual([1, true]);
});

test('check finds the contracts, and compares them with the default branch', async () => {
  const { out, code } = await breakwater('check', '--format', 'json');
  const { contracts } = JSON.parse(out);
  expect(code).toBe(2);
  expect(contracts.map(({ uri }: { uri: string }) => uri)).toEqual([
    'before.yaml',
    'broken.yaml',
    'future.yaml',
    'ids-1.yaml',
    'ids-2.yaml',
    'ids-3.yaml',
    'orders.yaml',
    'refs.yaml',
    'twice.yaml',
  ]);
  expect(contracts.find(({ uri }: { uri: string }) => uri === 'orders.yaml')).toMatchObject({
    compared: true,
    needs: 'major',
    base: expect.stringMatching(/^main \([0-9a-f]{7}, merge base\)$/),
  });
});

test('check fails for what is new and tells the rest, lint fails for all', async () => {
  const was = await breakwater('check', 'twice.yaml', '--base', 'main');
  expect([was.code, was.out]).toEqual([0, expect.stringContaining('in the base already: it fails nothing')]);
  expect((await breakwater('lint', 'twice.yaml')).code).toBe(1);
  const file = join(folder, 'twice.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}info: {}\n`);
  const now = await breakwater('check', 'twice.yaml', '--base', 'main');
  writeFileSync(file, text);
  expect([now.code, now.out]).toEqual([1, expect.stringContaining('1 error')]);
});

test('explain and bundle print', async () => {
  expect((await breakwater('bundle', 'before.yaml')).out).toContain('openapi: 3.1.0');
  expect((await breakwater('--help')).out).toContain('Examples:');
  expect((await breakwater('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
});
