import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Contract, createChecker, type Finding, type Fix, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { parsePage, takeMarks } from '../page/page.ts';
import { changedBesides } from './changed-besides.ts';

/**
 * Whatever is offered against a change takes its finding away, and brings none that hurts somebody and none of a rule that
 * the base did not have either; and what it does not replace stays as it is. Asked of every case of every page of a change.
 */
const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../packages');
const checker = createChecker(FORMATS);

const cases = ['json-schema/src/changes', 'openapi/src/changes'].flatMap((folder) =>
  readdirSync(join(PACKAGES, folder))
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      parsePage(readFileSync(join(PACKAGES, folder, name), 'utf8'))
        .cases.filter(({ compares }) => compares)
        .map((one) => [`${name}: ${one.title}`, one] as const),
    ),
);

type Texts = Readonly<Record<string, string>>;

function textsOf(files: ReadonlyMap<string, string>): Texts {
  return Object.fromEntries([...files].filter(([name]) => name !== 'accept.yaml').map(([name, text]) => [name, takeMarks(name, text).text]));
}

async function loaded(texts: Texts): Promise<Contract | undefined> {
  const contract = await checker.load(Object.keys(texts)[0] ?? '', memoryHost(texts));
  return 'refusal' in contract ? undefined : contract;
}

function harmIn(base: Contract, head: Contract): readonly Finding[] {
  return checker.compare(base, head).findings.filter(({ kind, verdict }) => kind === 'change' && verdict !== 'compatible');
}

/** What is announced to go is asked until when it will be there, which only its author knows. */
const ASKS_FOR_A_DAY = 'deprecated-has-sunset';

async function brokenBy(fix: Fix, finding: Finding, base: Contract, head: Contract, texts: Texts): Promise<readonly string[]> {
  const repaired = Object.fromEntries(
    Object.entries(texts).map(([uri, text]) => {
      const source = head.snapshot.files.get(uri)?.source;
      return [uri, source ? applyEdits(source, fix.edits) : text];
    }),
  );
  const now = await loaded(repaired);
  if (!now?.model) return ['cannot be read any more'];
  const [old, left] = [harmIn(base, head), harmIn(base, now)];
  const known = new Set(old.map(({ fingerprint }) => fingerprint));
  const wrong = new Set([base, head].flatMap((one) => checker.lint(one).map(({ ruleId, message }) => `${ruleId} ${message}`)));
  const besides = [...head.snapshot.files].flatMap(([uri, { root }]) =>
    changedBesides(
      root,
      now.snapshot.files.get(uri)?.root,
      fix.edits.filter((edit) => edit.uri === uri),
    ),
  );
  return [
    ...(left.some(({ fingerprint }) => fingerprint === finding.fingerprint) ? ['leaves its finding'] : []),
    ...left.filter(({ fingerprint }) => !known.has(fingerprint)).map(({ message }) => `brings: ${message}`),
    ...checker
      .lint(now)
      .filter(
        ({ severity, ruleId, message }) => (severity === 'error' || severity === 'warn') && ruleId !== ASKS_FOR_A_DAY && !wrong.has(`${ruleId} ${message}`),
      )
      .map(({ ruleId, message }) => `brings ${ruleId}: ${message}`),
    ...besides,
  ];
}

const offered = new Map<string, number>();
let raised = 0;

test.each(cases)('%s', async (_name, { before, after }) => {
  const texts = textsOf(after);
  const [base, head] = [await loaded(textsOf(before)), await loaded(texts)];
  if (!base || !head) return;
  const wrong: string[] = [];
  for (const finding of harmIn(base, head)) {
    for (const fix of checker.remedies(base, head, finding)) {
      offered.set(finding.ruleId, (offered.get(finding.ruleId) ?? 0) + 1);
      wrong.push(...(await brokenBy(fix, finding, base, head, texts)).map((what) => `${fix.title} (${finding.ruleId}) ${what}`));
    }
  }
  expect(wrong).toEqual([]);
});

const POLICY = join(PACKAGES, 'core/src/policy/version-bump.md');

test.each(parsePage(readFileSync(POLICY, 'utf8')).cases.map((one) => [one.title, one] as const))('version-bump.md: %s', async (_title, { before, after }) => {
  const texts = textsOf(after);
  const [base, head] = [await loaded(textsOf(before)), await loaded(texts)];
  if (!base || !head) throw new Error('a case of the page cannot be read');
  const asked = (now: Contract) => checker.decide(base, now, checker.compare(base, now).findings).findings.filter(({ kind }) => kind === 'policy');
  for (const finding of asked(head)) {
    for (const { edits } of checker.remedies(base, head, finding, { today: '2100-01-01' })) {
      raised++;
      const now = await loaded({ ...texts, [finding.at.uri]: applyEdits(head.snapshot.files.get(finding.at.uri)?.source ?? { uri: '', text: '' }, edits) });
      expect(now && asked(now)).toEqual([]);
    }
  }
});

test('there is something to hold the law against', () => {
  expect(offered.size).toBeGreaterThan(25);
  expect(raised).toBeGreaterThan(2);
});
