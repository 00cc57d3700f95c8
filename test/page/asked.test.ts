import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES } from '@breakwater/formats';
import { expect, test } from 'vitest';

/** Every rule that is asked for of OpenAPI and of policies has a page, or stands with a reason on the page of what is not decided. */
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const ASKED = join(ROOT, '../shared/design/rules.md');
const SECTIONS = /^(Validity|Design rules|Version policy)/;

if (!existsSync(ASKED)) console.log('SKIPPED: the list of rules that are asked for is not here (../shared/design/rules.md).');

test.skipIf(!existsSync(ASKED))('every rule that is asked for is here, or it is said why not', () => {
  const told = readFileSync(join(ROOT, 'docs/rules-not-decided.md'), 'utf8');
  const missing: string[] = [];
  let rows = 0;
  for (const section of readFileSync(ASKED, 'utf8')
    .split('\n## ')
    .filter((text) => SECTIONS.test(text))) {
    for (const [, id = ''] of section.matchAll(/^\| ([a-z0-9-]+) \| (?:openapi|policy|jsonschema) \|/gm)) {
      rows++;
      if (!PAGES.has(id) && !told.includes(`\`${id}\``)) missing.push(id);
    }
  }
  expect(rows).toBeGreaterThan(150);
  expect(missing).toEqual([]);
});
