import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Contract, createChecker, type Finding, type Fix, memoryHost } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { expect, test } from 'vitest';
import { parsePage, takeMarks } from '../page/page.ts';
import { changedBesides } from './changed-besides.ts';

/**
 * Whatever is offered against a change takes its finding away, and brings none that is as bad and none of a rule that
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
    ...left.filter(({ fingerprint, verdict }) => !known.has(fingerprint) && isAsBad(verdict, finding.verdict)).map(({ message }) => `brings: ${message}`),
    ...checker
      .lint(now)
      .filter(
        ({ severity, ruleId, message }) => (severity === 'error' || severity === 'warn') && ruleId !== ASKS_FOR_A_DAY && !wrong.has(`${ruleId} ${message}`),
      )
      .map(({ ruleId, message }) => `brings ${ruleId}: ${message}`),
    ...besides,
  ];
}

/** What takes the place of a break may still be dangerous, and is told. */
function isAsBad(verdict: Finding['verdict'], repaired: Finding['verdict']): boolean {
  return verdict === 'breaking' || repaired !== 'breaking';
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

const CORPUS = join(PACKAGES, '../../shared/corpus');
if (!existsSync(CORPUS)) console.log('SKIPPED: the corpus is not here (../shared/corpus), so only the pages are asked.');

/** Of a change, so many findings of a pair; of the pairs that are not too large, only some. */
const PER_CHANGE = 2;
const MAX_BYTES = 250_000;
const EVERY = 6;

interface History {
  readonly kind: string;
  readonly pairs: readonly { readonly base: string; readonly head: string }[];
}

/** In real versions examples and shared definitions changed as well, so that what comes back may not fit them: that is another finding's cause. */
test.skipIf(!existsSync(CORPUS))('real versions', { timeout: 120_000 }, async () => {
  const { histories, items }: { histories: readonly History[]; items: readonly { id: string; path: string }[] } = JSON.parse(
    readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'),
  );
  const paths = new Map(items.map(({ id, path }) => [id, path]));
  const pairs = histories
    .filter(({ kind }) => kind === 'openapi')
    .flatMap(({ pairs: own }) => own.map(({ base, head }) => [paths.get(base) ?? base, paths.get(head) ?? head] as const))
    .filter((pair) => pair.every((path) => statSync(join(CORPUS, path)).size < MAX_BYTES));
  const wrong: string[] = [];
  let asked = 0;
  for (const [old, now] of pairs.filter((_pair, i) => i % EVERY === 0)) {
    const [base, head] = [await loadedFrom(old), await loadedFrom(now)];
    if (!base || !head) continue;
    const texts = Object.fromEntries([...head.snapshot.files].map(([uri, { source }]) => [uri, source.text]));
    const counts = new Map<string, number>();
    for (const finding of harmIn(base, head)) {
      const count = (counts.get(finding.ruleId) ?? 0) + 1;
      counts.set(finding.ruleId, count);
      for (const fix of count > PER_CHANGE ? [] : checker.remedies(base, head, finding)) {
        asked++;
        const broken = await brokenBy(fix, finding, base, head, texts);
        wrong.push(...broken.filter((what) => !/^brings(:| [a-z-]*example)/.test(what)).map((what) => `${now}: ${fix.title} (${finding.ruleId}) ${what}`));
      }
    }
  }
  expect(asked).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

/** Under one name in all versions, as it would be in one repository. */
async function loadedFrom(path: string): Promise<Contract | undefined> {
  const contract = await checker.load(path, diskHost(CORPUS));
  if ('refusal' in contract) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const texts = [...contract.snapshot.files].map(([uri, { source }]) => [uri === path ? 'openapi.yaml' : uri.replace(folder, ''), source.text] as const);
  return loaded(Object.fromEntries(texts));
}
