import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Audience,
  accept,
  applyEdits,
  beyondBaseline,
  type Contract,
  createChecker,
  type Finding,
  type Host,
  loadConfiguration,
  memoryHost,
  readAcceptances,
  readBaseline,
  readText,
  type Settings,
  settingsFor,
  toValue,
} from '@breakwater/core';
import { FORMATS, language } from '@breakwater/formats';
import { describe, expect, test } from 'vitest';
import { type Case, type Mark, parsePage, takeMarks } from './page.ts';

/**
 * Every rule, change and problem has a page, and the page is its test: what it marks is reported exactly there and so,
 * and nothing of that id is reported elsewhere. Findings of other ids count only where the page marks them.
 */
const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), '../../packages');
const FOLDERS = ['core/src/problems', 'core/src/policy', 'json-schema/src/changes', 'openapi/src/changes', 'openapi/src/rules'];
const checker = createChecker(FORMATS);
const TODAY = '2026-11-26';
/** Policies that are asked for by setting a deprecation window. */
const WINDOWED = ['removed-before-sunset', 'sunset-too-soon'];

const declared = new Map<string, { readonly fixable: boolean; readonly only?: Audience | undefined }>([
  ...FORMATS.flatMap(({ rules }) => rules.map((rule) => [rule.id, { fixable: rule.fixes !== undefined }] as const)),
  ...FORMATS.flatMap(({ changes }) => changes.map(({ id, only }) => [id, { fixable: false, only }] as const)),
]);

const isChange = new Set(FORMATS.flatMap(({ changes }) => changes.map(({ id }) => id)));

const pages = FOLDERS.flatMap((folder) =>
  readdirSync(join(PACKAGES, folder), { withFileTypes: true })
    .filter(({ name }) => name.endsWith('.md'))
    .map(({ name }) => ({ id: name.slice(0, -3), text: readFileSync(join(PACKAGES, folder, name), 'utf8') })),
);

test('every rule and every change has a page', () => {
  const written = new Set(pages.map(({ id }) => id));
  expect([...declared.keys()].filter((id) => !written.has(id))).toEqual([]);
});

describe.each(pages)('$id', ({ id, text }) => {
  const page = parsePage(text);

  test('has a sentence, a why, an advice and a reported case', () => {
    expect(page.title).toBe(id);
    expect(text).toMatch(/^# .+\n\n[^\n#*`].*[.]\n/);
    expect(text).toMatch(/^\*\*Why\.\*\* \S/m);
    expect(text).toMatch(/^\*\*What to do\.\*\* \S/m);
    if (isChange.has(id)) expect(text).toMatch(/^\*\*Consumers\.\*\* \S/m);
    expect(page.cases.some((one) => marksOf(one).some(({ ruleId }) => ruleId === id))).toBe(true);
    if (declared.get(id)?.fixable) expect(page.cases.some(({ fixed }) => fixed.size > 0)).toBe(true);
  });

  test.each(page.cases.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    const configured = one.isConfigured ? await loadConfiguration('breakwater.yaml', hostOf(one.after), language()) : undefined;
    if (configured && id === 'config-valid') return void expectMarks(id, one, configured.mistakes);
    if (one.after.size === 0) return void expectMarks(id, one, checker.removed(await contractOf(one.before)));
    const head = await contractOf(one.after);
    const all = one.compares
      ? compared(id, await contractOf(one.before), head, one.accept)
      : checker.lint(head, configured ? settingsFor(configured.configuration, head.snapshot.entry) : lintSettings(id, one));
    const found = one.after.has('baseline.json') ? withBaseline(all, one) : all;
    const relevant = expectMarks(id, one, found);
    if (one.fixed.size > 0) expectFixed(id, one, head, relevant);
  });
});

function withBaseline(findings: readonly Finding[], { after }: Case): readonly Finding[] {
  const { baseline, mistakes } = readBaseline({ uri: 'baseline.json', text: takeMarks('baseline.json', after.get('baseline.json') ?? '').text });
  expect(mistakes).toEqual([]);
  const beyond = beyondBaseline(findings, baseline, new Set(['openapi.yaml']), new Set());
  return [...beyond.findings, ...beyond.stale];
}

/** The findings that the page marks, and all of its own id. */
function expectMarks(id: string, one: Case, found: readonly Finding[]): readonly Finding[] {
  const marks = marksOf(one);
  const ids = new Set([id, ...marks.map(({ ruleId }) => ruleId)]);
  const relevant = found.filter(({ ruleId, suppressed }) => ids.has(ruleId) && suppressed === undefined);
  expect(relevant.map(toMark).sort(byPlace)).toEqual([...marks].sort(byPlace));
  return relevant;
}

/** Every rule is on, so that its page shows it whichever preset it is in. */
function lintSettings(id: string, { options }: Case): Settings {
  const { root } = readText({ uri: 'options.yaml', text: options ?? '' });
  return { preset: 'full', options: new Map(root && [[id, Object(toValue(root))]]) };
}

/** Of what is gone as a whole, the places are those of the base. */
function marksOf({ before, after }: Case): readonly Mark[] {
  return [...(after.size > 0 ? after : before)].flatMap(([name, text]) => takeMarks(name, text).marks);
}

function hostOf(files: ReadonlyMap<string, string>): Host {
  return memoryHost(Object.fromEntries([...files].map(([name, text]) => [name, takeMarks(name, text).text])));
}

async function contractOf(files: ReadonlyMap<string, string>): Promise<Contract> {
  const contract = await checker.load([...files.keys()][0] ?? '', hostOf(files));
  if ('refusal' in contract) throw new Error(contract.refusal);
  return contract;
}

/** What only one audience is told, it is asked for here; the day is one that the pages can speak of. */
function compared(id: string, base: Contract, head: Contract, list: string | undefined): readonly Finding[] {
  const only = declared.get(id)?.only;
  const settings: Settings = { today: TODAY, audiences: only ? ['wire', only] : ['wire'], ...(WINDOWED.includes(id) && { deprecationDays: 90 }) };
  const comparison = checker.compare(base, head, settings);
  if (!comparison.compared && comparison.findings.length === 0) throw new Error(comparison.reason);
  if (!comparison.compared) return comparison.findings;
  const { findings } = checker.decide(base, head, comparison.findings, settings);
  if (list === undefined) return findings;
  const { entries, mistakes } = readAcceptances({ uri: 'accept.yaml', text: takeMarks('accept.yaml', list).text });
  expect(mistakes).toEqual([]);
  return accept(findings, entries, TODAY);
}

function toMark({ at, severity, ruleId, message }: Finding): Mark {
  const end = at.end.line === at.start.line ? at.end.character : -1;
  return { file: at.uri, line: at.start.line, start: at.start.character, end, severity, ruleId, message };
}

function byPlace(a: Mark, b: Mark): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.start - b.start || a.ruleId.localeCompare(b.ruleId) || a.message.localeCompare(b.message);
}

/** The fixes of every finding of the rule, applied together, give the fixed text and leave the rest byte for byte. */
function expectFixed(id: string, one: Case, head: Contract, findings: readonly Finding[]): void {
  const own = findings.filter(({ ruleId }) => ruleId === id);
  const edits = [...checker.fixes(head, own, lintSettings(id, one)).values()].flatMap(([fix]) => fix?.edits ?? []);
  expect(edits.length).toBeGreaterThan(0);
  for (const [name, text] of one.fixed) {
    const source = head.snapshot.files.get(name)?.source;
    expect(source && applyEdits(source, edits)).toBe(text);
  }
}
