/**
 * Scores the verdicts about pairs of OpenAPI descriptions against what other projects expect of theirs.
 * They disagree among themselves: this prints agreement per suite and, with `--list <suite>`, each disagreement.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';

const SUITES = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/suites/openapi-breaking');
const NAMES = [
  'oasdiff',
  'openapitools-openapi-diff',
  'optic',
  'atlassian-openapi-diff',
  'swagger-brake',
  'criteo-openapi-comparator',
  'zallek-swagger-diff',
  'azure-openapi-diff',
];

interface SuiteCase {
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly beforeText?: string;
  readonly afterText?: string;
  readonly expected?: string;
  readonly expectBreaking?: boolean;
}

if (!existsSync(SUITES)) {
  console.log('SKIPPED: the suites are not here (../shared/suites), so nothing was scored.');
  process.exit(0);
}

const checker = createChecker(FORMATS);
const listed = process.argv[process.argv.indexOf('--list') + 1];

for (const name of NAMES) {
  const { cases }: { cases: readonly SuiteCase[] } = JSON.parse(readFileSync(join(SUITES, `${name}.json`), 'utf8'));
  const score = { agree: 0, stricter: 0, laxer: 0, unread: 0 };
  for (const one of cases) {
    const expected = one.expected ?? (one.expectBreaking ? 'incompatible' : 'compatible');
    if (expected !== 'compatible' && expected !== 'incompatible') continue;
    const found = await verdictOf(one);
    const kind = found.verdict === 'unread' ? 'unread' : found.verdict === expected ? 'agree' : found.verdict === 'incompatible' ? 'stricter' : 'laxer';
    score[kind]++;
    if (kind !== 'agree' && listed === name) console.log(kind, one.id, found.told.join('; '));
  }
  console.log(name.padEnd(28), JSON.stringify(score));
}

async function verdictOf(one: SuiteCase): Promise<{ verdict: string; told: readonly string[] }> {
  const [base, head] = await Promise.all(
    [textOf(one.beforeText, one.before), textOf(one.afterText, one.after)].map((text) => checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }))),
  );
  if (!base || !head || 'refusal' in base || 'refusal' in head) return { verdict: 'unread', told: [] };
  const comparison = checker.compare(base, head);
  if (!comparison.compared) return { verdict: 'unread', told: [comparison.reason] };
  const told = comparison.findings.map(({ ruleId, verdict, unproved }) => `${ruleId} ${verdict}${unproved === undefined ? '' : ` (${unproved})`}`);
  return { verdict: comparison.findings.some(({ verdict }) => verdict === 'breaking') ? 'incompatible' : 'compatible', told };
}

function textOf(text: string | undefined, data: unknown): string {
  return text ?? JSON.stringify(data);
}
