import { expect, test } from 'vitest';
import { itemOf } from '../../src/report/markdown-item.ts';
import { changeOf, RULES } from './sample.ts';

/** One finding as an item, to the letter. */

const rules = new Map(RULES.map((rule) => [rule.id, rule]));
const HELP = RULES.find(({ id }) => id === 'enum-value-removed')?.helpUri ?? '';
const { witness: _witness, affects: _affects, advice: _advice, ...bare } = changeOf();

test('what breaks: what, where before and now, whom, the proof, and what to do', () => {
  expect(itemOf(changeOf(), { rules })).toBe(
    [
      `- The value \`archived\` of \`Status\` was removed. \`api/a.yaml:5\` [enum-value-removed](${HELP}), id \`f\`<br>`,
      '  before: `api/a.yaml:4`<br>',
      '  affects `POST /orders request body`, `GET /orders response 200`',
      '',
      '  proof at `POST /orders request body`, a value that was accepted by base and is rejected by head:',
      '',
      '  ```json',
      '  {"status":"archived"}',
      '  ```',
      '',
      '  **what to do:** Keep the value.',
      '',
    ].join('\n'),
  );
});

test('without a proof all is one paragraph, and what there is not is not mentioned', () => {
  expect(itemOf({ ...bare, related: [], advice: 'Keep it.' }, { rules })).toBe(
    `- The value \`archived\` of \`Status\` was removed. \`api/a.yaml:5\` [enum-value-removed](${HELP}), id \`f\`<br>\n  **what to do:** Keep it.\n`,
  );
  for (const advice of [{}, { advice: '' }])
    expect(itemOf({ ...bare, ...advice, related: [], affects: ['one'] }, { rules })).toBe(
      `- The value \`archived\` of \`Status\` was removed. \`api/a.yaml:5\` [enum-value-removed](${HELP}), id \`f\`\n`,
    );
});

test('why it is not proved, and what else is to be said, stand before what to do', () => {
  const item = itemOf({ ...bare, related: [], unproved: 'too `large`', caveat: 'mind', advice: 'Keep it.' }, { rules });
  expect(item.split('<br>\n  ').slice(1)).toEqual(['note: mind', 'not proved: too `large`', '**what to do:** Keep it.\n']);
});

test('what hurts nobody is one line, with the reason where it was excused', () => {
  const head = `- The value \`archived\` of \`Status\` was removed. \`api/a.yaml:5\` [enum-value-removed](${HELP})`;
  expect(itemOf(changeOf({ verdict: 'compatible' }), { rules })).toBe(`${head}\n`);
  expect(itemOf(changeOf({ verdict: 'compatible', excused: 'it is `beta`' }), { rules })).toBe(`${head}<br>\n  not counted: it is \`beta\`\n`);
});

test('a rule without a page is a word', () => {
  expect(itemOf({ ...bare, related: [], ruleId: '@evil' }, { rules })).toContain('`api/a.yaml:5` `@evil`, id `f`\n');
});

test('a rule of the project is a word, also where one of ours has its name: our page is not about it', () => {
  expect(itemOf({ ...bare, related: [], ofRuleset: true }, { rules })).toContain('`api/a.yaml:5` `enum-value-removed`, id `f`\n');
});

test('of many operations the first five are named, and the others counted', () => {
  const named = (count: number) => Array.from({ length: count }, (_, i) => `GET /${i}`);
  const five = 'affects `GET /0`, `GET /1`, `GET /2`, `GET /3`, `GET /4`';
  expect(itemOf({ ...bare, affects: named(5) }, { rules })).toContain(`${five}\n`);
  expect(itemOf({ ...bare, affects: named(7) }, { rules })).toContain(`${five} and 2 more\n`);
});

test('places are links where there is somewhere to go, each into its own version', () => {
  const linkTo = ({ uri, start }: { uri: string; start: { line: number } }, version: string) => `http://x/${version}/${uri}#L${start.line + 1}`;
  const item = itemOf({ ...bare, affects: [] }, { rules, linkTo });
  expect(item).toContain('[`api/a.yaml:5`](http://x/head/api/a.yaml#L5) ');
  expect(item).toContain('before: [`api/a.yaml:4`](http://x/base/api/a.yaml#L4)\n');
});

test('nothing in an address ends the link that it stands in', () => {
  const linkTo = () => 'http://x/a)b(c]d[e<f>g h"i\'j*k!l\ud800m|n`o\\p{q}r^s例?t=u&v;w@x$y+z,-._~%20';
  expect(itemOf({ ...bare, related: [] }, { rules, linkTo })).toContain(
    '](http://x/a%29b%28c%5Dd%5Be%3Cf%3Eg%20h%22i%27j%2Ak!l%EF%BF%BDm%7Cn%60o%5Cp%7Bq%7Dr%5Es%E4%BE%8B?t=u&v;w@x$y+z,-._~%20) ',
  );
});

test('a long value is a block, each line of it within the item', () => {
  const value = { first: 'x'.repeat(60), second: 'y'.repeat(60) };
  const witness = { value, boundary: 'GET /a response 200', acceptedBy: 'head', rejectedBy: 'base' } as const;
  const item = itemOf({ ...bare, related: [], witness }, { rules });
  expect(item).toContain('proof at `GET /a response 200`, a value that is possible in head and was not accepted by base:\n\n  ```json\n  {\n    "first": ');
  expect(item.endsWith('\n  }\n  ```\n')).toBe(true);
});
