import { createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { GRAMMARS } from '../../packages/openapi/src/grammar/grammars.ts';
import { createRandom } from '../rewrite/random.ts';
import { mutate } from './mutate.ts';
import { fieldsOf, officialOf } from './official.ts';
import { randomDescription } from './random-description.ts';

/**
 * The tables of the grammar beside the schemas of the OpenAPI Initiative: on random descriptions, whole and mutated, both say
 * valid or both say invalid.
 */
const RULES = new Set([
  'oas-structure',
  'oas-required-fields',
  'oas-version-supported',
  'info-title',
  'info-version',
  'path-item-is-object',
  'path-item-other-keys',
  'schema-is-object',
  'operation-responses-required',
  'ref-position',
  'querystring-alone',
  'tags-unique',
  'parameters-unique',
  'enum-duplicate',
]);

const checker = createChecker(FORMATS.map((format) => ({ ...format, rules: format.rules.filter(({ id }) => RULES.has(id)) })));

async function faultsOf(data: unknown): Promise<readonly Finding[]> {
  const contract = await checker.load('api.json', memoryHost({ 'api.json': JSON.stringify(data) }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return checker.lint(contract, { preset: 'full' });
}

const COUNT = Number(process.env.STRUCTURE_COUNT ?? 150);

test.each(['2.0', '3.0', '3.1', '3.2'] as const)('OpenAPI %s', async (version) => {
  const complaintsOf = officialOf(version);
  const disagreements: unknown[] = [];
  const seen = { valid: 0, invalid: 0 };
  for (let seed = 1; seed <= COUNT; seed++) {
    const random = createRandom(seed);
    const data = randomDescription(random, GRAMMARS[version], version);
    for (let step = 0; step < 4; step++) {
      if (step > 0) mutate(random, data);
      const complaints = complaintsOf(data);
      const official = complaints.length === 0;
      const all = await faultsOf(data);
      const faults = official ? all.filter((fault) => !isStricter(fault, version)) : all;
      seen[official ? 'valid' : 'invalid']++;
      if (official === (faults.length === 0)) continue;
      disagreements.push({ seed, step, ours: faults.map(({ message, at }) => `${at.pointer} ${message}`), theirs: complaints.slice(0, 3) });
      break;
    }
  }
  expect(disagreements.slice(0, 5)).toEqual([]);
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(COUNT / 10);
});

test.each(['2.0', '3.0', '3.1', '3.2'] as const)('OpenAPI %s has every field that its schema has', (version) => {
  const known = new Set(
    [...GRAMMARS[version].values()].flatMap(({ fields, variants }) =>
      [fields, ...variants.flatMap(({ of }) => [...of.values()])].flatMap((some) => [...some.keys()]),
    ),
  );
  const official = fieldsOf(version);
  expect(official.size).toBeGreaterThan(60);
  expect([...official].filter((name) => !known.has(name))).toEqual([]);
});

/** Where the specification says more than its schema. */
function isStricter({ ruleId, message, data, at }: Finding, version: string): boolean {
  // Names have to be unique, not only whole objects.
  if (ruleId === 'tags-unique' || ruleId === 'parameters-unique') return true;
  if (ruleId === 'enum-duplicate') return version !== '2.0';
  // Formats say nothing to the schema, and what is empty is the address of nothing.
  if (data.fault === 'syntax' && (data.value === '' || data.syntax === 'email')) return true;
  // Also beside the parameters of the path item (OpenAPI 3.2.0, section 4.12.1).
  if (ruleId === 'querystring-alone') return true;
  // "All the fixed fields declared above are objects that MUST use keys that match the regular expression" (OpenAPI 3.0.4, section 4.7.7.1).
  if (version === '3.0' && ((data.fault === 'name' && data.names === 'component') || /^\/components\/\w+\/[^/]*[^\w./-]/.test(at.pointer.replaceAll('~', ' '))))
    return true;
  // "The Responses Object MUST contain at least one response code" (OpenAPI 3.0.4, section 4.7.16): an extension is none.
  if (version === '3.0' && data.fault === 'empty') return true;
  // "A linked operation MUST be identified using either an operationRef or operationId" (OpenAPI 3.0.4, section 4.7.20); the value and the address of an example exclude each other.
  if (version === '3.0') return (data.fault === 'some' && data.object === 'link') || message.includes('in an example');
  // Also beside `content` "its value MUST be true" (OpenAPI 3.1.2, section 4.8.12.1).
  if (version !== '2.0') return data.fault === 'choice' && message.startsWith('`required`');
  // "Values outside the range 100..599 are invalid" (RFC 9110, section 15), and "type: Required" (OpenAPI 2.0, Items Object).
  return version === '2.0' && ((data.fault === 'name' && data.names === 'status2') || (data.fault === 'missing' && data.object === 'items'));
}
