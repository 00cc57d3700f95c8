/**
 * Scores the verdict "valid" against what other projects expect of their documents: a document is invalid if lint with the preset
 * `minimal` tells an error. Each disagreement is listed in `valid-<suite>.md` with its reason; one that is not, and a row whose case
 * agrees, fail. `--list <suite>` prints every disagreement with all that is told.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { readExplained } from './explained.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const SUITES = join(HERE, '../../../shared/suites/openapi-valid');
const NAMES = ['oai-3.0', 'oai-3.1', 'oai-3.2', 'kin-openapi', 'openapi-spec-validator', 'swagger-parser', 'mermade-openapi3-examples'];

interface SuiteCase {
  readonly id: string;
  readonly document?: unknown;
  readonly documentText?: string;
  readonly expected: string;
}

if (!existsSync(SUITES)) {
  console.log('SKIPPED: the suites are not here (../shared/suites), so nothing was scored.');
  process.exit(0);
}

const checker = createChecker(FORMATS);
const listed = process.argv[process.argv.indexOf('--list') + 1];
console.log('Valid or not:'.padEnd(28), ...['agreed', 'explained', 'unexplained'].map((title) => title.padStart(12)));
for (const name of NAMES) await scoreSuite(name);

async function scoreSuite(name: string): Promise<void> {
  const { cases }: { cases: readonly SuiteCase[] } = JSON.parse(readFileSync(join(SUITES, `${name}.json`), 'utf8'));
  const list = join(HERE, `valid-${name}.md`);
  const rows = existsSync(list) ? readExplained(readFileSync(list, 'utf8')) : [];
  const score = { agreed: 0, explained: 0, unexplained: 0 };
  const lines: string[] = [];
  for (const one of cases) {
    const errors = await errorsOf(one.documentText ?? JSON.stringify(one.document));
    const [expected, ours] = [one.expected === 'valid' ? 'valid' : 'invalid', errors.length > 0 ? 'invalid' : 'valid'];
    const row = rows.find(({ id }) => id === one.id);
    const kind = expected === ours ? 'agreed' : row?.expected === expected && row.ours === ours ? 'explained' : 'unexplained';
    score[kind]++;
    if (kind === 'agreed' && row) lines.push(`  STALE row: ${row.id}`);
    if (kind === 'unexplained' || (kind === 'explained' && listed === name))
      lines.push(`  ${kind.toUpperCase()} ${one.id}: expected ${expected}, ours ${ours}`, ...errors.map(toLine));
  }
  console.log(name.padEnd(28), ...Object.values(score).map((count) => String(count).padStart(12)));
  for (const line of lines) console.log(line);
  if (score.unexplained > 0 || lines.some((line) => line.startsWith('  STALE'))) process.exitCode = 1;
}

async function errorsOf(text: string): Promise<readonly Finding[]> {
  const contract = await checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return checker.lint(contract, { preset: 'minimal' }).filter(({ severity }) => severity === 'error');
}

function toLine({ ruleId, message, at }: Finding): string {
  return `      ${at.start.line + 1} ${ruleId}: ${message}`;
}
