import { describe, expect, test, vi } from 'vitest';
import { readText } from '../../src/tree/read-text.ts';
import { MAX_DEPTH } from '../../src/tree/reader.ts';
import { misplaced } from './tree-law.ts';

const many = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');

/** Reads, and checks what holds for every text: places inside the text, parents around children, few problems, nothing printed. */
function read(text: string, uri = 'a.yaml'): ReturnType<typeof readText> {
  const stderr = vi.spyOn(process.stderr, 'write');
  const result = readText({ uri, text });
  expect(stderr).not.toHaveBeenCalled();
  stderr.mockRestore();
  expect(misplaced(result.root, text.length)).toEqual([]);
  expect(result.problems.filter(({ code }) => code === 'syntax').length).toBeLessThanOrEqual(21);
  if (result.problems.some(({ code }) => code === 'limit')) expect(result.damaged).toBe(true);
  return result;
}

function codes(text: string, uri?: string): string[] {
  return [...new Set(read(text, uri).problems.map(({ code }) => code))];
}

const DEEP: Readonly<Record<string, string>> = {
  'brackets of JSON': '['.repeat(100_000),
  'brackets of JSON, closed': '['.repeat(500_000) + ']'.repeat(500_000),
  'braces of JSON': '{"a":'.repeat(100_000),
  'brackets of YAML': `x: ${'['.repeat(100_000)}`,
  'brackets of YAML, closed': `x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'brackets after a fault': `a: b: c\nx: ${'['.repeat(5_000)}`,
  dashes: '- '.repeat(100_000),
  'pairs on a line': 'a: '.repeat(50_000),
  indentation: many(1_000, (depth) => `${' '.repeat(depth)}a:\n`),
};

describe('nesting', () => {
  test.each(Object.entries(DEEP))('%s: one problem, and a tree down to the limit', (_, text) => {
    const { root, problems, damaged } = read(text);
    expect(problems.map(({ code }) => code)).toEqual(['limit']);
    expect(damaged).toBe(true);
    let depth = 0;
    for (let at = root; at && at.kind !== 'scalar'; at = at.kind === 'map' ? at.entries.at(-1)?.value : at.items.at(-1)) depth++;
    expect(depth).toBeGreaterThan(MAX_DEPTH - 3);
    expect(depth).toBeLessThanOrEqual(MAX_DEPTH);
  });

  test('the limit itself is no problem, in JSON and in YAML', () => {
    const text = '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH);
    expect(codes(text)).toEqual([]);
    expect(codes(`# YAML\n${text}`)).toEqual([]);
    expect(codes(`[${text}]`)).toEqual(['limit']);
    expect(codes(`# YAML\n[${text}]`)).toEqual(['limit']);
  });
});

describe('aliases', () => {
  const bomb = many(9, (i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`);

  test('a bomb is one problem, at the alias that is too much', () => {
    const text = `a0: &a0 [${Array(9).fill('x').join(', ')}]\n${bomb}`;
    const { problems } = read(text);
    expect(problems.map(({ code }) => code)).toEqual(['limit']);
    expect(text.slice(problems[0]?.span.start, problems[0]?.span.end)).toMatch(/^\*a\d$/);
  });

  test.each([
    ['an alias of what it stands in', 'a: &a [*a]', ['limit']],
    ['an alias with an anchor', 'a: &a *a', ['syntax']],
    ['an alias of nothing', 'a: *b', ['syntax']],
    ['merging what it stands in', 'a: &a { <<: *a }', ['limit']],
    ['a chain that is deep only when it is followed', `- &a0 [x]\n${many(1_000, (i) => `- &a${i + 1} [*a${i}]\n`)}`, ['limit']],
    ['merge keys that multiply', `a: &a {${many(3_000, (i) => `k${i}: 1, `)}}\n${many(3_000, (i) => `m${i}: {<<: *a}\n`)}`, ['limit']],
    ['many honest aliases', `a: &a [x]\n${many(20_000, (i) => `b${i}: *a\n`)}`, []],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('odd texts', () => {
  test.each([
    ['nothing', '', ['syntax']],
    ['spaces', ' \n\t\n', ['syntax']],
    ['a comment', '# nothing', ['syntax']],
    ['a percent sign', '%', ['syntax']],
    ['a percent sign in a value', 'a: %b', ['syntax']],
    ['a tab as indentation', 'a:\n\tb: 1', ['syntax']],
    ['a byte order mark', '\ufeffa: 1', []],
    ['a byte order mark before JSON', '\ufeff{"a": 1}', []],
    ['a lone high surrogate', 'a: \ud800 b', ['syntax']],
    ['a lone surrogate in JSON', '{"a": "\udc00"}', []],
    ['an escaped lone surrogate', '{"a": "\\ud800"}', []],
    ['NUL', 'a: \0', ['syntax']],
    ['NUL in JSON', '{"a": "\0"}', ['syntax']],
    ['CRLF', 'a: 1\r\nb: "x\r\n  y"\r\n', []],
    ['CR', 'a: 1\rb: 2\r', []],
    ['U+2028', 'a: "\u2028"', []],
    ['a number beyond all bounds', '{"a": 1e400, "b": -1e400}', []],
    ['a thousand second documents', 'a: 1\n---\n'.repeat(1_000), ['syntax']],
    ['a key of a megabyte', `"${'k'.repeat(1_000_000)}": 1`, []],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('`__proto__` and its like are keys as any other', () => {
    for (const text of ['__proto__: {polluted: 1}\nconstructor: 2\ntoString: 3', '{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3}']) {
      const { root, problems } = read(text);
      expect(problems).toEqual([]);
      expect(root?.kind === 'map' && root.entries.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'toString']);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a text full of faults has twenty of them told, and the number of the others', () => {
    const { problems } = read(many(200, (i) => `- k${i}: *none\n`));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toContain('180 more places');
  });

  test('no message holds text of the document', () => {
    for (const text of [
      'a: *SECRET',
      'a: "SECRET',
      '? [SECRET]\n: SECRET',
      'SECRET\nSECRET: SECRET',
      '!SECRET! a',
      '"\\SECRET"',
      '[SECRET',
      '%SECRET\n',
      '{"a": SECRET}',
      'a: SECRET: SECRET',
    ]) {
      for (const uri of ['a.yaml', 'a.json']) for (const { message } of read(text, uri).problems) expect(message).not.toContain('SECRET');
    }
  });
});

/** Two seconds for a megabyte is the promise; a shared machine gets twice that here. */
describe('time grows with the text', () => {
  test.each([
    ['keys', many(80_000, (i) => `k${i}: v\n`)],
    ['one key again and again', 'k: v\n'.repeat(80_000)],
    ['keys before a fault', `${many(80_000, (i) => `k${i}: v\n`)}x: [`],
    ['anchors and aliases', many(20_000, (i) => `a${i}: &a${i} {x: 1}\nb${i}: *a${i}\n`)],
    ['lines that are indented too little', many(20_000, (i) => `k${i}: "x\ny"\n`)],
    ['faults', `a: ${']'.repeat(50_000)}`],
    ['faults of JSON', `{${'"a" '.repeat(100_000)}`],
    ['brackets that do not match', '[}'.repeat(50_000)],
    ['merge keys', '<<: {a: 1}\n'.repeat(50_000)],
    ['comments', '# c\n'.repeat(200_000)],
  ])('%s', (_, text) => {
    // Of this thread: a machine that is busy with something else is no fault of ours.
    const { user } = process.threadCpuUsage();
    read(text);
    read(text, 'a.json');
    expect(process.threadCpuUsage().user - user).toBeLessThan(2 * 4_000_000 * Math.max(0.25, text.length / 1_000_000));
  });
});
