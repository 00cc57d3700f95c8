/**
 * Scores the verdicts about pairs of OpenAPI descriptions against what other projects expect of theirs. They disagree among
 * themselves, so each disagreement with one of them is listed in `<suite>.md` with its reason; one that is not, and a row that
 * nothing needs, fail. `--list <suite>` prints every disagreement with all that is told.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExplained } from './explained.ts';
import type { Outcome } from './outcome.ts';
import { HEADING, printDisagreements, printScore } from './print-score.ts';
import { readSuite } from './read-suite.ts';
import { runCase } from './run-case.ts';
import { hasFailed, type Score, scoreOf } from './score.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const SUITES = join(HERE, '../../../shared/suites/openapi-breaking');
const NAMES = [
  'oasdiff',
  'openapitools-openapi-diff',
  'optic',
  'atlassian-openapi-diff',
  'swagger-brake',
  'criteo-openapi-comparator',
  'zallek-swagger-diff',
  'azure-openapi-diff',
  'libopenapi-what-changed',
];

if (!existsSync(SUITES)) {
  console.log('SKIPPED: the suites are not here (../shared/suites), so nothing was scored.');
  process.exit(0);
}

const listed = process.argv[process.argv.indexOf('--list') + 1];
console.log(HEADING);
for (const name of NAMES) {
  const score = await scoreSuite(name);
  console.log(printScore(score));
  if (listed === name) console.log(printDisagreements(score));
  if (hasFailed(score)) process.exitCode = 1;
}

async function scoreSuite(name: string): Promise<Score> {
  const outcomes: Outcome[] = [];
  const cases = readSuite(readFileSync(join(SUITES, `${name}.json`), 'utf8'));
  for (const one of cases) {
    if (one.expected) outcomes.push(await runCase(one, one.expected));
  }
  const list = join(HERE, `${name}.md`);
  return scoreOf(name, outcomes, existsSync(list) ? readExplained(readFileSync(list, 'utf8')) : [], cases.length - outcomes.length);
}
