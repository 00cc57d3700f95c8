import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { applyEdits, createChecker, type Finding, ignoreComment, memoryHost, readText, toValue } from '@breakwater/core';
import { FORMATS } from '@breakwater/formats';
import { expect, test } from 'vitest';
import { parsePage, takeMarks } from '../page/page.ts';

const RULES = join(dirname(fileURLToPath(import.meta.url)), '../../packages/openapi/src/rules');
const checker = createChecker(FORMATS);

async function told(text: string): Promise<readonly Finding[]> {
  const contract = await checker.load('openapi.yaml', memoryHost({ 'openapi.yaml': text }));
  return 'refusal' in contract ? [] : checker.lint(contract, { preset: 'full' });
}

const keyOf = ({ ruleId, message, at }: Finding) => `${ruleId} ${at.pointer} ${message}`;

test('a comment that ignores says nothing to a parser, and silences its own finding and none of another rule', async () => {
  let written = 0;
  for (const name of readdirSync(RULES).filter((file) => file.endsWith('.md'))) {
    const text = takeMarks('openapi.yaml', parsePage(readFileSync(join(RULES, name), 'utf8')).cases[0]?.after.get('openapi.yaml') ?? '').text;
    const { root } = readText({ uri: 'openapi.yaml', text });
    const before = (await told(text)).filter(({ kind, at }) => kind === 'rule' && at.uri === 'openapi.yaml');
    const [finding] = before;
    const edit = root && finding && ignoreComment(root, finding.at.start.line, finding.ruleId);
    if (!edit) continue;
    const after = applyEdits({ uri: 'openapi.yaml', text }, [edit]);
    const again = readText({ uri: 'openapi.yaml', text: after });
    expect([name, again.problems]).toEqual([name, []]);
    expect([name, again.root && toValue(again.root)]).toEqual([name, toValue(root)]);
    const now = (await told(after)).filter(({ kind, suppressed }) => kind === 'rule' && suppressed === undefined).map(keyOf);
    expect([name, now.includes(keyOf(finding))]).toEqual([name, false]);
    const others = before.filter(({ ruleId }) => ruleId !== finding.ruleId).map(keyOf);
    expect([name, others.filter((key) => !now.includes(key))]).toEqual([name, []]);
    written++;
  }
  expect(written).toBeGreaterThan(100);
});

test.each([
  ['a: |\n  text\nb: 1', 0, '# breakwater-ignore r\na: |\n  text\nb: 1'],
  ['a: |\n  text\nb: 1', 1, undefined],
  ['a: "one\n  two"\nb: 1', 0, '# breakwater-ignore r\na: "one\n  two"\nb: 1'],
  ['a: { b: 1,\r\n  c: 2 }', 1, 'a: { b: 1,\r\n  c: 2 } # breakwater-ignore r'],
  ['a: 1 # why', 0, 'a: 1 # why # breakwater-ignore r'],
  ['a: 1 # breakwater-ignore q', 0, undefined],
  ['{ "a": 1 }', 0, undefined],
  ['a: 1', 7, undefined],
])('%j, line %i', (text, line, expected) => {
  const { root } = readText({ uri: 'a.yaml', text });
  const edit = root && ignoreComment(root, line, 'r');
  expect(root && edit && applyEdits(root.file, [edit])).toBe(expected);
});
