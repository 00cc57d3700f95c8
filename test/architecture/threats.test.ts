import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../github/description.ts';

/** The page that says which tests hold off which threat. */

interface Threat {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly tests: readonly (readonly [name: string, file: string])[];
}

const page = readFileSync(join(PROJECT, 'docs/threats.md'), 'utf8');
const THREATS: readonly Threat[] = page
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    id: text.split(' ')[0] ?? '',
    text,
    state: /\*\*(held|in part|not held|not applicable)\*\*/.exec(text)?.[1] ?? '',
    tests: [...text.matchAll(/^- (.+) \(`([^`]+\.test\.ts)`\)$/gm)].map(([, name = '', file = '']) => [name, file] as const),
  }));

test('the page tells of every threat, and how it stands', () => {
  expect(THREATS.map(({ id }) => id)).toEqual(Array.from({ length: 34 }, (_, i) => `T${i + 1}`));
  expect(THREATS.filter(({ state }) => state === '').map(({ id }) => id)).toEqual([]);
  // What is not held in whole says what is missing.
  expect(THREATS.filter(({ text, state }) => state === 'in part' && !text.includes('**in part**: ')).map(({ id }) => id)).toEqual([]);
});

test('every test that it names exists, and every line of it names one', () => {
  expect(page.match(/^- /gm)).toHaveLength(THREATS.flatMap(({ tests }) => tests).length);
  const missing = THREATS.flatMap(({ tests }) => tests).filter(([name, file]) => !isIn(readFileSync(join(PROJECT, file), 'utf8'), name));
  expect(missing).toEqual([]);
});

test('every threat that reaches the Action is held by a test, and most by one that runs it', () => {
  const reaching = THREATS.filter(({ text }) => /^Action\. /m.test(text));
  expect(reaching.length).toBeGreaterThanOrEqual(30);
  expect(reaching.filter(({ tests }) => tests.length === 0).map(({ id }) => id)).toEqual([]);
  const apart = reaching.filter(({ tests }) => !tests.some(([, file]) => file.startsWith('test/github/'))).map(({ id }) => id);
  // Archives are a matter of what is in the bundle, escapes of a terminal; numbers are read before anything is run.
  expect(apart).toEqual(['T18', 'T25', 'T32']);
});

/** As a literal of either quotes, the whole name. */
function isIn(text: string, name: string): boolean {
  return [`'${name}', `, `"${name}", `, `'${name}',\n`, `'${name}', (`].some((literal) => text.includes(literal)) || text.includes(`describe('${name}', `);
}
