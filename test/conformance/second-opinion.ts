/**
 * Asks swagger-parser and the schemas of the OpenAPI Initiative about every real contract of the corpus, and prints where they and
 * we differ on whether it is valid: `second-opinion.md` says why.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SwaggerParser from '@apidevtools/swagger-parser';
import { type Contract, createChecker, rootOf, toValue } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { officialOf } from '../structure/official.ts';

const CORPUS = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus');

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

if (!existsSync(CORPUS)) {
  console.log('SKIPPED: the corpus is not here (../shared/corpus), so nobody was asked.');
  process.exit(0);
}

const { items }: { items: readonly Item[] } = JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'));
const checker = createChecker(FORMATS);
const host = diskHost(CORPUS);
const official = new Map(['2.0', '3.0', '3.1', '3.2'].map((version) => [version, officialOf(version)]));
const counts = { documents: 0, 'as swagger-parser': 0, 'as the schema': 0 };

for (const { id, kind, path } of items) {
  if (kind !== 'openapi' || path.startsWith('broken/') || !/\.(ya?ml|json)$/.test(path) || !statSync(join(CORPUS, path)).isFile()) continue;
  const contract = await checker.load(path, host);
  if (!('refusal' in contract) && contract.model) await ask(id, path, contract);
}
console.log(JSON.stringify(counts));

async function ask(id: string, path: string, contract: Contract): Promise<void> {
  counts.documents++;
  const errors = checker.lint(contract, { preset: 'minimal' }).filter(({ severity }) => severity === 'error');
  const parser = await parserSays(path);
  const schema = schemaSays(contract);
  if ((parser === undefined) === (errors.length === 0)) counts['as swagger-parser']++;
  if ((schema === undefined) === (errors.length === 0)) counts['as the schema']++;
  if (new Set([parser, schema, errors[0]].map((said) => said === undefined)).size === 1) return;
  const ours = new Set(errors.map(({ ruleId }) => ruleId));
  console.log(`${id}\n  ours: ${[...ours].join(', ') || 'valid'}\n  swagger-parser: ${parser ?? 'valid'}\n  schema: ${schema ?? 'valid'}`);
}

async function parserSays(path: string): Promise<string | undefined> {
  try {
    await SwaggerParser.validate(join(CORPUS, path));
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ').slice(0, 200);
  }
}

function schemaSays({ snapshot, detection }: Contract): string | undefined {
  const root = rootOf(snapshot);
  const says = official.get(detection?.label.split(' ').at(-1) ?? '');
  // Through JSON, since maps have no prototype here.
  return root && says?.(JSON.parse(JSON.stringify(toValue(root)))).find((complaint) => complaint !== '');
}
