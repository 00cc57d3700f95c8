import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contract, createChecker, type Finding, memoryHost, sourceOf } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { type Case, parsePage, takeMarks } from '../page/page.ts';

/** What holds of every case on every page, whatever it is about. */
const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../packages');
const FOLDERS = ['json-schema/src/changes', 'openapi/src/changes', 'openapi/src/rules'];
const checker = createChecker(FORMATS);

const cases: readonly (readonly [string, Case])[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(PACKAGES, folder))
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => parsePage(readFileSync(join(PACKAGES, folder, name), 'utf8')).cases.map((one) => [`${name}: ${one.title}`, one] as const)),
);
const pairs = cases.filter(([, one]) => one.compares);

async function contractOf(files: ReadonlyMap<string, string>): Promise<Contract> {
  const texts = Object.fromEntries([...files].map(([name, text]) => [name, takeMarks(name, text).text]));
  const contract = await checker.load(Object.keys(texts)[0] ?? '', memoryHost(texts));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

function findingsOf(base: Contract, head: Contract, mode: 'BACKWARD' | 'FORWARD' | 'FULL'): readonly Finding[] {
  return checker.compare(base, head, { mode }).findings.filter(({ kind }) => kind === 'change');
}

test('there are pages to hold the laws against', () => {
  expect(pairs.length).toBeGreaterThan(40);
});

test.each(cases)('%s: compare(x, x) is empty', async (_name, { before, after }) => {
  for (const files of [before, after]) if (files.size > 0) expect(findingsOf(await contractOf(files), await contractOf(files), 'FULL')).toEqual([]);
});

test.each(pairs)('%s: FULL is the worse of BACKWARD and FORWARD', async (_name, { before, after }) => {
  const [base, head] = [await contractOf(before), await contractOf(after)];
  for (const { impact, audiences } of findingsOf(base, head, 'FULL'))
    expect(audiences?.wire).toBe(
      [impact?.backward, impact?.forward].includes('breaking')
        ? 'breaking'
        : [impact?.backward, impact?.forward].includes('dangerous')
          ? 'dangerous'
          : 'compatible',
    );
});

test.each(pairs)('%s: a breaking change of a schema carries its proof', async (_name, { before, after }) => {
  for (const finding of findingsOf(await contractOf(before), await contractOf(after), 'BACKWARD')) {
    if (finding.witness) expect(finding.witness.acceptedBy).not.toBe(finding.witness.rejectedBy);
  }
});

test.each(cases)('%s: a contract that is only spelled differently gives no change', async (_name, { after }) => {
  const contract = await contractOf(after);
  const asJson = await contractOf(new Map([...after].map(([name, text]) => [name, jsonOf(takeMarks(name, text).text, contract, name)])));
  expect(findingsOf(contract, asJson, 'FULL')).toEqual([]);
});

function jsonOf(text: string, { snapshot }: Contract, name: string): string {
  const root = snapshot.files.get(name)?.root;
  return root ? JSON.stringify(plain(root), null, 2).replaceAll(/"\\u0000([^"]*)"/g, '$1') : text;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

function plain(node: NonNullable<ReturnType<Contract['snapshot']['files']['get']>>['root']): unknown {
  // With all its digits: a number of JavaScript would be another one.
  if (node?.kind === 'scalar' && typeof node.value === 'number' && NUMBER.test(sourceOf(node))) return `\u0000${sourceOf(node)}`;
  if (!node || node.kind === 'scalar') return node?.value;
  return node.kind === 'seq' ? node.items.map(plain) : Object.fromEntries(node.entries.map(({ name, value }) => [name, plain(value)]));
}
