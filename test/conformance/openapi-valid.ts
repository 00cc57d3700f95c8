/**
 * Scores the verdict "valid" against what other projects expect of their documents: a document is invalid if lint with the preset
 * `minimal` tells an error. `--list <suite>` prints each disagreement with what was found.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';

const SUITES = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/suites/openapi-valid');
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
for (const name of NAMES) {
  const { cases }: { cases: readonly SuiteCase[] } = JSON.parse(readFileSync(join(SUITES, `${name}.json`), 'utf8'));
  const score = { agree: 0, stricter: 0, laxer: 0 };
  for (const one of cases) {
    const errors = await errorsOf(one.documentText ?? JSON.stringify(one.document));
    const ours = errors.length > 0 ? 'invalid' : 'valid';
    const kind = (one.expected === 'valid') === (ours === 'valid') ? 'agree' : ours === 'invalid' ? 'stricter' : 'laxer';
    score[kind]++;
    if ((kind !== 'agree' || process.argv.includes('--all')) && (listed === name || listed === 'all'))
      console.log(
        kind,
        one.id,
        '\n     ',
        errors
          .map(({ ruleId, message, at }) => `${ruleId} ${at.start.line + 1} ${message}`)
          .slice(0, 6)
          .join('\n      '),
      );
  }
  console.log(name.padEnd(28), JSON.stringify(score));
}

async function errorsOf(text: string): Promise<readonly Finding[]> {
  const contract = await checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return checker.lint(contract, { preset: 'minimal' }).filter(({ severity }) => severity === 'error');
}
