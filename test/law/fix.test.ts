import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, type Contract, createChecker, type Finding, type Fix, memoryHost, readText, type Settings, toValue } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { diskHost } from '@breakwater/node';
import { expect, test } from 'vitest';
import { type Case, parsePage, takeMarks } from '../page/page.ts';
import { changedBesides } from './changed-besides.ts';

/**
 * A repair removes its finding and adds none that is as severe, of the rules that most teams have on; and what it does not replace
 * stays as it is: the text, and what the text means there. (Opinions contradict each other: what closes a schema for one rule is what another one tells of.)
 * Asked of every case of every page, and of real contracts.
 */
const HERE = dirname(fileURLToPath(import.meta.url));
const RULES = join(HERE, '../../packages/openapi/src/rules');
const CORPUS = join(HERE, '../../../shared/corpus');
const checker = createChecker(FORMATS);
const fixable = new Set(FORMATS.flatMap(({ rules }) => rules.filter(({ fixes }) => fixes).map(({ id }) => id)));

const cases = readdirSync(RULES)
  .filter((name) => name.endsWith('.md') && fixable.has(name.slice(0, -3)))
  .flatMap((name) => parsePage(readFileSync(join(RULES, name), 'utf8')).cases.map((one) => [name.slice(0, -3), one.title, one] as const));

test.each(cases)('%s: %s', async (id, _title, one) => {
  const texts = Object.fromEntries([...one.after].map(([name, text]) => [name, takeMarks(name, text).text]));
  const entry = Object.keys(texts)[0] ?? '';
  expect(await brokenBy(entry, texts, settingsOf(id, one))).toEqual([]);
});

function settingsOf(id: string, { options }: Case): Settings {
  const { root } = readText({ uri: 'options.yaml', text: options ?? '' });
  return { preset: 'full', ...(root && { options: new Map([[id, Object(toValue(root))]]) }) };
}

if (!existsSync(CORPUS)) console.log('SKIPPED: the corpus is not here (../shared/corpus), so only the pages are repaired.');

/** Of a rule, so many findings of a contract. */
const PER_RULE = 2;
const MAX_BYTES = 120_000;

test.skipIf(!existsSync(CORPUS))('real contracts', { timeout: 300_000 }, async () => {
  const { items }: { items: readonly { kind: string; path: string }[] } = JSON.parse(readFileSync(join(CORPUS, 'MANIFEST.json'), 'utf8'));
  const paths = items.filter(({ kind, path }) => kind === 'openapi' && /\/(histories|specs)\/.*\.(ya?ml|json)$/.test(path)).map(({ path }) => path);
  const wrong: string[] = [];
  for (const path of paths.filter((name) => statSync(join(CORPUS, name)).size < MAX_BYTES).filter((_name, i) => i % 6 === 0)) {
    const contract = await checker.load(path, diskHost(CORPUS));
    if ('refusal' in contract) continue;
    const texts = Object.fromEntries([...contract.snapshot.files].map(([uri, { source }]) => [uri, source.text]));
    wrong.push(...(await brokenBy(path, texts, { preset: 'full' }, PER_RULE)).map((what) => `${path}: ${what}`));
  }
  expect(wrong).toEqual([]);
});

/** What the repairs of a contract break, each made alone. */
async function brokenBy(
  entry: string,
  texts: Readonly<Record<string, string>>,
  settings: Settings,
  perRule = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  const before = await loaded(entry, texts);
  if (!before) return [];
  const all = checker.lint(before, settings);
  const usual = checker.lint(before, { ...settings, preset: 'recommended' });
  const counts = new Map<string, number>();
  const chosen = all.filter(({ ruleId, fixable: can }) => can && (counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1).get(ruleId) ?? 0) <= perRule);
  const wrong: string[] = [];
  for (const [finding, fixes] of checker.fixes(before, chosen, settings))
    for (const fix of fixes)
      wrong.push(
        ...(await faultsOf(fix, finding, { entry, texts, before, all: [...usual, ...all.filter(({ ruleId }) => ruleId === finding.ruleId)], settings })),
      );
  return wrong;
}

interface Situation {
  readonly entry: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly before: Contract;
  readonly all: readonly Finding[];
  readonly settings: Settings;
}

async function faultsOf(fix: Fix, finding: Finding, { entry, texts, before, all, settings }: Situation): Promise<readonly string[]> {
  const name = `${finding.ruleId} (${fix.title}) of ${finding.message}`;
  const repaired = Object.fromEntries(
    Object.entries(texts).map(([uri, text]) => {
      const source = before.snapshot.files.get(uri)?.source;
      return [uri, source ? applyEdits(source, fix.edits) : text];
    }),
  );
  if (Object.entries(texts).every(([uri, text]) => repaired[uri] === text)) return [`${name} changes nothing`];
  const after = await loaded(entry, repaired);
  const own2 = after ? checker.lint(after, settings) : [];
  const usual = after ? checker.lint(after, { ...settings, preset: 'recommended' }) : [];
  const now = [...usual, ...own2.filter(({ ruleId }) => ruleId === finding.ruleId)];
  const isTold = (findings: readonly Finding[]) => findings.filter(({ ruleId, message }) => ruleId === finding.ruleId && message === finding.message).length;
  const added = [...new Set(now.map(({ ruleId }) => ruleId))].filter((ruleId) => ruleId !== finding.ruleId && worseThan(ruleId, now, all, finding));
  const files = [...before.snapshot.files];
  const changed = files.flatMap(([uri, { root }]) =>
    changedBesides(
      root,
      after?.snapshot.files.get(uri)?.root,
      fix.edits.filter((edit) => edit.uri === uri),
    ),
  );
  return [
    ...(isTold(now) < isTold(all) ? [] : [`${name} leaves its finding`]),
    ...added.map((ruleId) => `${name} adds ${ruleId}`),
    ...changed.map((what) => `${name}: ${what}`),
  ];
}

const SEVERITIES: readonly string[] = ['off', 'hint', 'info', 'warn', 'error'];

/** More findings of a rule than before, at least as severe as what was repaired: behind an error there may be something to be warned of. */
function worseThan(ruleId: string, now: readonly Finding[], before: readonly Finding[], { severity }: Finding): boolean {
  const severe = (findings: readonly Finding[]) =>
    findings.filter((one) => one.ruleId === ruleId && SEVERITIES.indexOf(one.severity) >= SEVERITIES.indexOf(severity)).length;
  return severe(now) > severe(before);
}

async function loaded(entry: string, texts: Readonly<Record<string, string>>): Promise<Contract | undefined> {
  const contract = await checker.load(entry, memoryHost(texts));
  return 'refusal' in contract ? undefined : contract;
}
