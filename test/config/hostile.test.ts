import { findConfiguration, type Host, loadConfiguration, memoryHost, readBaseline, readConfiguration, settingsFor } from '@breakwater/core';
import { language } from '@breakwater/formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** A configuration may come from anybody: whatever its text is, there is an answer, soon. */

const SCHEMA = language().schema;
const WORDS = [
  'rules:',
  'overrides:',
  'files:',
  'paths:',
  'extends:',
  'accept:',
  '- ',
  '  ',
  '\n',
  '{',
  '}',
  '[',
  ']',
  ': ',
  'off',
  '&a ',
  '*a',
  '"',
  "'",
  '|',
  '#',
  '\u0000',
  '\ud800',
  '!!binary',
  '<<: ',
];

test('any text is read, and every mistake has a place in it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
      ),
      (text) => {
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const uri of ['breakwater.yaml', 'breakwater.json']) {
          const { mistakes } = readConfiguration({ uri, text }, SCHEMA);
          for (const { at } of [...mistakes, ...readBaseline({ uri, text }).mistakes]) expect(at.end.line).toBeLessThan(lines);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each<[string, string]>([
  ['aliases that double', `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\noverrides: *a40\n`],
  ['an alias to itself', 'overrides: &a [*a]\n'],
  ['depth', `overrides: ${'['.repeat(10_000)}`],
  ['many unknown rules', `rules:\n${Array.from({ length: 20_000 }, (_, i) => `  rule-${i}: off`).join('\n')}\n`],
  ['many alternatives', `ignore: { files: "${'{a,b}'.repeat(500)}" }\n`],
  ['keys of objects', 'rules: { __proto__: off, constructor: off, toString: off, hasOwnProperty: off }\n'],
])('%s', (_name, text) => {
  const start = performance.now();
  readConfiguration({ uri: 'breakwater.yaml', text }, SCHEMA);
  expect(performance.now() - start).toBeLessThan(3_000);
});

test('files that extend each other in every way end', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `${i}.yaml`);
  const files = Object.fromEntries(names.map((name) => [name, `extends: [${names.join(', ')}]\n`]));
  const start = performance.now();
  const { mistakes } = await loadConfiguration('0.yaml', memoryHost(files), language());
  expect(mistakes.length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(3_000);
});

test('what is outside, on the network or no name is refused without being asked for', async () => {
  const asked: string[] = [];
  const host: Host = {
    readFile: async (uri) => {
      asked.push(uri);
      return uri === 'breakwater.yaml'
        ? { text: 'extends: ["https://example.com/a.yaml", "//host/a.yaml", "/etc/a.yaml", "file:///a.yaml", "..\\\\a.yaml"]\n' }
        : { refusal: 'is outside the workspace' };
    },
  };
  const { mistakes } = await loadConfiguration('breakwater.yaml', host, language());
  expect(mistakes).toHaveLength(5);
  expect(asked).toEqual(['breakwater.yaml']);
});

test('the search goes up to the root and no further', async () => {
  const asked = new Set<string>();
  const host: Host = {
    readFile: async (uri) => {
      asked.add(uri.slice(0, Math.max(uri.lastIndexOf('/'), 0)));
      return memoryHost({}).readFile(uri);
    },
  };
  expect(await findConfiguration('a/b/c.yaml', host)).toBeUndefined();
  expect([...asked]).toEqual(['a/b', 'a', '']);
  asked.clear();
  expect(await findConfiguration('../x/c.yaml', host, '..')).toBeUndefined();
  expect([...asked]).toEqual(['../x', '..']);
});

test('a configuration that cannot be read is found, so that it is not passed over', async () => {
  const host: Host = { readFile: async (uri) => (uri === 'breakwater.yaml' ? { refusal: 'is larger than 20 MB' } : memoryHost({}).readFile(uri)) };
  const found = await findConfiguration('api/a.yaml', host);
  expect(found).toEqual({ uri: 'breakwater.yaml', mistakes: [] });
  const { mistakes, configuration } = await loadConfiguration('breakwater.yaml', host, language());
  expect(mistakes.map(({ message }) => message)).toEqual(['The configuration `breakwater.yaml` is larger than 20 MB.']);
  expect(settingsFor(configuration, 'a.yaml').severities?.size).toBe(0);
});
