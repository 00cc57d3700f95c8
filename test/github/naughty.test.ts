import { afterEach, describe, expect, test } from 'vitest';
import { countedContract, naughtyContract } from '../naughty/naughty-contract.ts';
import { NAUGHTY } from '../naughty/naughty-strings.ts';
import { isObject, type Json, listAt, objectAt, textAt } from './json.ts';
import { harmIn } from './markdown-harm.ts';
import type { RunResult } from './runner.ts';
import { BASE, HEAD, type Scenario, startScenario } from './scenario.ts';

/** Strings that have done harm somewhere, wherever a stranger can write one. After each run no command of theirs was in the log. */

let scenario: Scenario;
afterEach(() => scenario.end());

const OURS = 'https://github.com/breakwater-api/breakwater/';
const MARKER = '<!-- breakwater: contract/check -->';
const comment = () => scenario.ours()[0]?.body ?? '';

/** In the summary and in the comment. */
function harmOf({ summary }: RunResult): readonly string[] {
  const { mergeSha, baseSha } = scenario.repository.pull;
  const blobs = [mergeSha, baseSha].map((sha) => `${scenario.github.url}/octo-org/shop/blob/${sha}/`);
  const places = [...blobs, OURS];
  return [summary, comment()].flatMap((markdown) => harmIn(markdown, { places, marker: MARKER }));
}

function reportOf({ files }: RunResult): readonly Json[] {
  const report: unknown = JSON.parse(files['breakwater-report.json'] ?? '');
  return listAt(isObject(report) ? report : {}, 'findings');
}

/** Every string in it, however deep. */
function stringsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Addresses that are not ours, and what a viewer would take for a link in a text (SARIF 2.1.0, section 3.11.6). */
function linksIn(sarif: Json | undefined, key = ''): readonly string[] {
  if (typeof sarif === 'string')
    return (key === 'uri' && sarif !== 'openapi.json') || (key === 'helpUri' && !sarif.startsWith(OURS)) || (key === 'text' && /[^\\]\]\(/.test(sarif))
      ? [sarif]
      : [];
  if (Array.isArray(sarif)) return (sarif as readonly Json[]).flatMap((one) => linksIn(one));
  return isObject(sarif) ? Object.entries(sarif).flatMap(([name, value]) => linksIn(value, name)) : [];
}

const parts = (count: number) => Array.from({ length: count }, (_, i) => [i + 1, NAUGHTY.filter((_text, j) => j % count === i)] as const);

describe('in a contract', () => {
  test.each(parts(2))('that breaks they are text, in proofs and advice too, and each is told: part %i', async (_part, strings) => {
    const { base, head } = naughtyContract(strings, 'breaking');
    scenario = await startScenario({ 'openapi.json': base }, { 'openapi.json': head });
    const result = await scenario.run({ inputs: { 'sarif-upload': 'true', 'check-run': 'true' } });
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, String(strings.length)]);
    expect(harmOf(result)).toEqual([]);
    expect(result.summary).not.toContain('did not fit');
    const told = new Set(reportOf(result).flatMap((finding) => stringsIn(objectAt(isObject(finding) ? finding : {}, 'witness'))));
    expect(strings.filter((text) => !told.has(text))).toEqual([]);
    expect(linksIn(scenario.github.state.sarifUploads[0]?.document)).toEqual([]);
  });

  test('that breaks nothing they are text, in the lines of a changelog too', async () => {
    const [[, strings] = [0, []]] = parts(14);
    const { base, head } = naughtyContract(strings, 'compatible');
    scenario = await startScenario({ 'openapi.json': base }, { 'openapi.json': head });
    const result = await scenario.run();
    expect(result.outputs.compatible).toBe(String(strings.length));
    expect(harmOf(result)).toEqual([]);
    expect(comment()).toContain(`For the changelog (${strings.length})`);
    expect(comment()).not.toContain('did not fit');
  });
});

describe('as the name of', () => {
  test('a file or a folder they are text, and what is in it is checked', async () => {
    const names = NAUGHTY.filter(mayBeName).map((text, i) => (i % 2 === 0 ? `api/${text}.json` : `${i}${text}/openapi.json`));
    const { base, head } = naughtyContract(['a'], 'breaking');
    const of = (text: string) => Object.fromEntries(names.map((name) => [name, text]));
    scenario = await startScenario(of(base), of(head), { checkout: { depth: 0 } });
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, String(names.length)]);
    expect(harmOf(result)).toEqual([]);
    const places = reportOf(result).map((finding) => textAt(objectAt(isObject(finding) ? finding : {}, 'at'), 'uri'));
    expect(new Set(places)).toEqual(new Set(names));
    // The runner reads the name of a file back as it is.
    const annotated = result.annotations.flatMap(({ file }) => file ?? []);
    expect(annotated.length).toBeGreaterThan(5);
    expect(annotated.filter((file) => !names.includes(file))).toEqual([]);
  });

  const refs = NAUGHTY.filter((text) => mayBeRef(text) && /[<>`|@#$&;'"()]/.test(text));
  test.each(refs.filter((_text, i) => i % Math.ceil(refs.length / 6) === 0))('a tag, which is the base, they are text: %j', async (tag) => {
    scenario = await startScenario({ 'openapi.yaml': BASE }, { 'openapi.yaml': HEAD });
    await scenario.repository.tag(tag, scenario.repository.pull.baseSha, { message: tag });
    const result = await scenario.run({ inputs: { base: tag } });
    expect([result.exitCode, result.outputs.breaking]).toEqual([1, '5']);
    expect(harmOf(result)).toEqual([]);
  });
});

describe('as the reason of an acceptance', () => {
  const reasons = NAUGHTY.filter((text) => /[^\s\p{C}]/u.test(text));
  const { base, head } = countedContract(reasons.length);
  const idsOf = async () =>
    reportOf(await scenario.run({ inputs: { comment: 'false' } })).flatMap((one) => (isObject(one) && one.kind === 'change' ? [String(one.fingerprint)] : []));

  test('in the configuration they are text', async () => {
    scenario = await startScenario({ 'openapi.yaml': base }, { 'openapi.yaml': head });
    const ids = await idsOf();
    const accept = ids.map((fingerprint, i) => ({ fingerprint, reason: reasons[i], by: reasons[i] }));
    await scenario.repository.push({ 'breakwater.yaml': JSON.stringify({ extends: 'minimal', accept }) });
    await scenario.checkOutAgain();
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([0, '0']);
    expect(result.summary).toContain(`Accepted changes (${ids.length})`);
    expect(harmOf(result)).toEqual([]);
  });

  test('in a reply they are text', async () => {
    scenario = await startScenario({ 'openapi.yaml': base }, { 'openapi.yaml': head });
    const ids = await idsOf();
    const inOneLine = (reason = '') =>
      reason
        .replaceAll(/[\r\n]/g, ' ')
        .trim()
        .toWellFormed()
        .slice(0, 90);
    scenario.github.state.permissions.set('octocat', 'write');
    for (const from of [0, 200, 400, 600])
      scenario.github.state.addComment(
        7,
        ids
          .slice(from, from + 200)
          .map((id, i) => `/breakwater accept ${id} ${inOneLine(reasons[from + i])}`)
          .join('\n'),
      );
    const result = await scenario.run();
    expect([result.exitCode, result.outputs.breaking]).toEqual([0, '0']);
    expect(harmOf(result)).toEqual([]);
  });
});

describe('in the configuration', () => {
  // A new one: what its base has too would be told as that.
  const { head: contract } = naughtyContract(NAUGHTY.slice(0, 3), 'compatible');
  const runWith = async (configuration: object) => {
    scenario = await startScenario({ 'notes.md': 'x' }, { 'openapi.json': contract, 'breakwater.yaml': JSON.stringify(configuration) });
    return scenario.run();
  };

  test('they are no names of rules and settings, and each is told as text', async () => {
    const result = await runWith({
      rules: Object.fromEntries(NAUGHTY.map((text) => [text, 'error'])),
      contracts: [{ files: 'openapi.json', mode: NAUGHTY[1] }],
    });
    expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'unknown']);
    expect(harmOf(result)).toEqual([]);
  });

  test('they are text as what a rule of its own says', async () => {
    const rule = (message: string) => Object.fromEntries([...Object.entries({ message, severity: 'error', given: '$.info' }), ['then', { function: 'falsy' }]]);
    const rules = Object.fromEntries(NAUGHTY.filter((text) => text.trim() !== '').map((text, i) => [`naughty-${i}`, rule(text)]));
    const result = await runWith({ extends: 'minimal', 'custom-rules': rules });
    expect([result.exitCode, Number(result.outputs.errors)]).toEqual([1, Object.keys(rules).length]);
    expect(harmOf(result)).toEqual([]);
  });
});

/** Whether git and a disk can have it; a slash would make a folder of it. */
function mayBeName(text: string): boolean {
  return text.isWellFormed() && text !== '' && !/[/\0]/.test(text) && Buffer.byteLength(text) < 240;
}

/** git-check-ref-format(1). */
function mayBeRef(text: string): boolean {
  return mayBeName(text) && text !== '@' && !/[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^[-.]|\.$|\.lock$/u.test(text);
}
