import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from './description.ts';

/** How many tests run the bundle against the loopback GitHub. A table of cases counts once, so there are more runs than this. */
test('there are at least sixty scenarios', () => {
  const folder = join(PROJECT, 'test/github');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => /from '\.\/scenario\.ts'/.test(text));
  const count = texts.reduce((sum, text) => sum + [...text.matchAll(/^ *test(?:\(|\.each\()/gm)].length, 0);
  console.info(`${count} scenarios run the bundle against the loopback GitHub.`);
  expect(count).toBeGreaterThanOrEqual(60);
});
