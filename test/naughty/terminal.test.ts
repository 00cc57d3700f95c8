import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../packages/cli/src/run.ts';
import { harmIn } from '../github/markdown-harm.ts';
import { parseLog } from '../github/workflow-command.ts';
import { naughtyContract } from './naughty-contract.ts';
import { NAUGHTY } from './naughty-strings.ts';

/** What the command line prints of a contract full of them, in a terminal or in the log of a job. */

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'naughty-'));
  const { base, head } = naughtyContract(NAUGHTY, 'breaking');
  writeFileSync(join(folder, 'base.json'), base);
  writeFileSync(join(folder, 'head.json'), head);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function printed(...args: readonly string[]): Promise<string> {
  let text = '';
  const out = (part: string) => void (text += part);
  const code = await run(args, { cwd: folder, stdin: async () => '', out, err: out, color: false, interactive: false, today: '2026-11-26' });
  expect(code).toBeLessThan(2);
  return text;
}

test.each(['text', 'json', 'sarif', 'markdown', 'html'])('as %s nothing is for the terminal, and nothing for the runner', async (format) => {
  const text = await printed('diff', 'base.json', 'head.json', '--format', format);
  expect(text.length).toBeGreaterThan(10_000);
  expect(text.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)).toBeNull();
  expect(parseLog(text)).toEqual([]);
});

test('as workflow commands they are ours only', async () => {
  const commands = parseLog(await printed('diff', 'base.json', 'head.json', '--format', 'github'));
  expect(commands.length).toBeGreaterThan(NAUGHTY.length);
  expect(
    commands.filter(({ name, properties }) => !['error', 'warning', 'notice'].includes(name) || !['head.json', undefined].includes(properties.file)),
  ).toEqual([]);
});

test('a changelog in Markdown is made of words and code', async () => {
  const text = await printed('changelog', 'base.json', 'head.json', '--format', 'markdown');
  expect(text.length).toBeGreaterThan(10_000);
  // Its own title.
  expect(harmIn(text, { places: [] })).toEqual(['heading of depth 1']);
});

test('by rules the same holds', async () => {
  const text = await printed('lint', 'head.json', '--preset', 'full');
  expect(text.length).toBeGreaterThan(10_000);
  expect(text.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)).toBeNull();
  expect(parseLog(text)).toEqual([]);
});
