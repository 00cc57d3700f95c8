import { applyEdits, type Contract, createChecker, type Finding, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { GRAMMARS } from '../../packages/openapi/src/grammar/grammars.ts';
import { createRandom } from '../rewrite/random.ts';
import { mutate } from './mutate.ts';
import { randomDescription } from './random-description.ts';

/** On random descriptions, whole and mutated: a repair of the structure removes its finding, and adds no error. */
const STRUCTURE = /^(?:oas-|info-(?:title|version)|path-item-|schema-is|operation-responses)/;
const checker = createChecker(FORMATS.map((format) => ({ ...format, rules: format.rules.filter(({ id }) => STRUCTURE.test(id)) })));

async function contractOf(text: string): Promise<Contract> {
  const contract = await checker.load('api.json', memoryHost({ 'api.json': text }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

const errorsOf = (contract: Contract) => checker.lint(contract, { preset: 'full' }).filter(({ severity }) => severity === 'error');
const keyOf = ({ ruleId, message, at }: Finding) => `${ruleId} ${at.pointer} ${message}`;

test.each(['2.0', '3.0', '3.1', '3.2'] as const)('OpenAPI %s', async (version) => {
  const failures: unknown[] = [];
  let repaired = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const random = createRandom(seed);
    const data = randomDescription(random, GRAMMARS[version], version);
    for (let step = 0; step < 3; step++) mutate(random, data);
    const contract = await contractOf(JSON.stringify(data, null, 1 + (seed % 3)));
    const source = contract.snapshot.files.get('api.json')?.source;
    const errors = errorsOf(contract);
    for (const [finding, fixes] of checker.fixes(contract, errors)) {
      for (const { title, edits } of source ? fixes : []) {
        const left = errorsOf(await contractOf(source ? applyEdits(source, edits) : ''));
        repaired++;
        if (left.length >= errors.length || left.some((one) => keyOf(one) === keyOf(finding)))
          failures.push({ seed, title, finding: keyOf(finding), left: left.map(keyOf) });
      }
    }
  }
  expect(failures).toEqual([]);
  expect(repaired).toBeGreaterThan(20);
});
