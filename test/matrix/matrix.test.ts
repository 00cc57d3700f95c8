import { type Contract, createChecker, type Finding, type Impact, impactOf, memoryHost, type Verdict } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { KEYWORDS, type Keyword } from './keyword.ts';
import { LOCATIONS, type Location, type Schema, type Version } from './location.ts';

/** Every place of a description × every keyword × both moves: what the table of locations says of it is what is told. */
type Move = 'narrowed' | 'widened';
const MOVES: readonly Move[] = ['narrowed', 'widened'];
const checker = createChecker(FORMATS);
const rows = LOCATIONS.flatMap((location) => location.versions.map((version) => ({ name: location.name, location, version })));

test.each(rows)('$name in $version', async ({ location, version }) => {
  const wrong: string[] = [];
  const keywords = KEYWORDS.filter((keyword) => exists(keyword, location, version));
  expect(keywords.length).toBeGreaterThan(20);
  for (const keyword of keywords) for (const move of MOVES) wrong.push(...(await check(location, version, keyword, move)));
  expect(wrong).toEqual([]);
});

function exists({ versions, values }: Keyword, location: Location, version: Version): boolean {
  return (versions?.includes(version) ?? true) && (values?.includes(location.values(version)) ?? false);
}

async function check(location: Location, version: Version, keyword: Keyword, move: Move): Promise<readonly string[]> {
  const spelled = version === '3.1' ? keyword : { ...keyword, ...keyword.before31 };
  const wide = await contractOf(location, version, spelled.wide);
  const narrow = await contractOf(location, version, spelled.narrow);
  const [base, head] = move === 'narrowed' ? [wide, narrow] : [narrow, wide];
  const { direction } = location;
  const logic = impactOf(move, direction);
  const back = move === 'narrowed' ? 'widened' : 'narrowed';
  const expected: Impact = {
    backward: keyword.policy?.(move, direction) ?? logic.backward,
    // Forward compatibility is the same question with before and after exchanged.
    forward: keyword.forward?.(move, direction) ?? keyword.policy?.(back, direction) ?? logic.forward,
  };
  return complaints(checker.compare(base, head, { mode: 'FULL' }).findings, expected).map((complaint) => `${keyword.name}, ${move}: ${complaint}`);
}

function complaints(findings: readonly Finding[], expected: Impact): readonly string[] {
  const told = findings.map(({ ruleId, impact, unproved }) => `${ruleId} ${JSON.stringify(impact)} ${unproved ?? ''}`).join(', ');
  if (findings.length === 0 || findings.some(({ kind }) => kind !== 'change')) return [`told is: ${told}`];
  const sides = (['backward', 'forward'] as const).filter((side) => worst(findings.map(({ impact }) => impact?.[side])) !== expected[side]);
  return [
    ...sides.map((side) => `${side} is ${expected[side]}, and told is: ${told}`),
    ...findings.filter(({ verdict, witness }) => verdict === 'breaking' && !witness).map(({ ruleId }) => `${ruleId} breaks without a witness: ${told}`),
  ];
}

function worst(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return (['breaking', 'dangerous', 'compatible'] as const).find((verdict) => verdicts.includes(verdict));
}

async function contractOf(location: Location, version: Version, { components = {}, ...schema }: Schema): Promise<Contract> {
  const schemas = { Text: { type: 'string' }, ...(components as object) }; // The table puts maps there.
  const claim = version === '2.0' ? { swagger: '2.0' } : { openapi: `${version}.0` };
  const definitions = version === '2.0' ? { definitions: schemas } : { components: { schemas } };
  const text = JSON.stringify({ ...claim, info: { title: 'Orders', version: '1' }, ...location.describe(schema, version), ...definitions });
  const written = version === '2.0' ? text.replaceAll('#/components/schemas/', '#/definitions/') : text;
  const contract = await checker.load('openapi.json', memoryHost({ 'openapi.json': written }));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}
