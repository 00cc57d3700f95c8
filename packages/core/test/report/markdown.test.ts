import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { encodePath, type Finding, prose, type RuleInfo, toMarkdown } from '../../src/index.ts';
import { changeOf, NASTY, nastyReport, RULES, reportOf } from './sample.ts';

interface Tree {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Tree[];
}

/** An independent reader of what GitHub is given: every node of the Markdown, in order. */
function nodesOf(markdown: string): readonly Tree[] {
  const walk = (node: Tree): readonly Tree[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Tree);
}

const BLOB = 'https://github.example/o/r/blob/';
const linkTo = ({ uri, start }: Finding['at'], version: string) => `${BLOB}${version}/${encodePath(uri)}#L${start.line + 1}`;

/** What GitHub's filters look for in finished text: mentions, references, commits, emoji, mathematics, addresses. */
const ACTIVE = /@\w|#\d|\bgh-\d|\b[\da-f]{7,40}\b|:[\w+-]+:|\$.*\$|www\.|https?:|mailto:/i;

describe.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('%s', (_name, nasty) => {
  test.each([
    ['without links', undefined],
    ['with permalinks', linkTo],
  ] as const)('is no markup in the comment, %s', (_links, to) => {
    const nodes = nodesOf(toMarkdown(nastyReport(nasty), { rules: RULES, ...(to && { linkTo: to }) }));
    const count = (type: string) => nodes.filter((node) => node.type === type).length;
    for (const { url } of nodes.filter(({ type }) => type === 'link')) expect(url === RULES[0]?.helpUri || url?.startsWith(BLOB)).toBe(true);
    expect(count('link')).toBe(to ? 3 : 1);
    for (const { value } of nodes.filter(({ type }) => type === 'html')) expect(value).toMatch(/^<\/?(details|summary|sub|br)>$/);
    for (const { value = '' } of nodes.filter(({ type }) => type === 'text')) expect(value).not.toMatch(ACTIVE);
    for (const type of ['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition', 'delete', 'thematicBreak'])
      expect([type, count(type)]).toEqual([type, 0]);
    expect(['heading', 'list', 'listItem', 'blockquote', 'code', 'table', 'tableRow', 'tableCell'].map(count)).toEqual([3, 1, 1, 1, 1, 1, 2, 8]);
  });
});

test('words stay words, whatever is quoted becomes code', () => {
  expect(prose('The value `a|b` of `x` was removed (see below); it had 3.1 of 4 parts.')).toBe(
    'The value `a\u2502b` of `x` was removed (see below); it had 3.1 of 4 parts.',
  );
  expect(prose('No 4xx in `a`')).toBe('No `4xx` in `a`');
  expect(prose('an odd ` one')).toBe('`an odd \u02CB one`');
  expect(prose('`a``b`')).toBe('`a` `b`');
  expect(nodesOf(`- ${prose('1. not a list')}`).filter(({ type }) => type === 'list')).toHaveLength(1);
});

test('a proof is one fence that no value can end, and reads as JSON', () => {
  const value = { a: '```\n</details>', b: '\u202E`' };
  const [fence] = nodesOf(
    toMarkdown(reportOf([changeOf({ witness: { value, boundary: 'x', acceptedBy: 'base', rejectedBy: 'head' } })]), { rules: [] }),
  ).filter(({ type }) => type === 'code');
  expect(JSON.parse(fence?.value ?? '')).toEqual(value);
});

test('what breaks stands open, by operation; what hurts nobody is folded and short', () => {
  const text = toMarkdown(
    reportOf([
      changeOf({ message: 'first of a', affects: ['GET /a'] }),
      changeOf({ message: 'of b', affects: ['GET /b'] }),
      changeOf({ message: 'second of a', affects: ['GET /a'] }),
      changeOf({ message: 'harmless', verdict: 'compatible', severity: 'info' }),
      changeOf({ message: 'a rule', kind: 'rule', severity: 'warn', ruleId: 'unknown-rule', affects: [] }),
    ]),
    { rules: RULES },
  );
  const at = (part: string) => text.indexOf(part);
  expect([at('#### `GET /a`'), at('first of a'), at('second of a'), at('#### `GET /b`'), at('of b'), at('<details><summary>Warnings (1)')]).toEqual(
    [at('#### `GET /a`'), at('first of a'), at('second of a'), at('#### `GET /b`'), at('of b'), at('<details><summary>Warnings (1)')].sort((a, b) => a - b),
  );
  expect(text.slice(at('harmless'))).not.toContain('proof at');
  expect(text).toContain('`unknown-rule`');
});

test('what concerns no operation stands under none', () => {
  const text = toMarkdown(reportOf([changeOf({ message: 'with one' }), changeOf({ message: 'with none', affects: [] })]), { rules: RULES });
  expect(text.indexOf('with none')).toBeLessThan(text.indexOf('#### '));
});

test('every finding is told, also one that has no verdict', () => {
  const { verdict: _verdict, ...plain } = changeOf({ message: 'undecided' });
  expect(toMarkdown(reportOf([plain]), { rules: RULES })).toContain('undecided');
});

describe('the budget', () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text).length;
  const wide = (i: number) => `${i}${'\u20ac\u{1F600}'.repeat(90)}`;

  test('5,000 findings fit, and what is cut is said', () => {
    const findings = Array.from({ length: 5_000 }, (_, i) => changeOf({ message: `The value \`${wide(i)}\` was removed.`, affects: [`POST /${wide(i)}`] }));
    const text = toMarkdown(reportOf(findings), { rules: RULES });
    expect(bytesOf(text)).toBeLessThanOrEqual(60_000);
    expect(bytesOf(text)).toBeGreaterThan(55_000);
    const shown = text.match(/^- The value/gm)?.length ?? 0;
    expect(text).toContain(`…and ${5_000 - shown} more that did not fit here.`);
  });

  test('what breaks is kept before what only might', () => {
    const findings = [
      ...Array.from({ length: 900 }, (_, i) => changeOf({ verdict: 'dangerous', severity: 'warn', message: `danger ${i}` })),
      changeOf({ message: 'this breaks' }),
    ];
    expect(toMarkdown(reportOf(findings), { rules: RULES, maxBytes: 8_000 })).toContain('this breaks');
  });

  test('from the first finding that does not fit, all are counted: no small one jumps the queue, and none stands under a foreign heading', () => {
    const big = changeOf({ affects: ['GET /big'], witness: { value: Array(600).fill('x'), boundary: 'b', acceptedBy: 'base', rejectedBy: 'head' } });
    const small = changeOf({ message: 'small', verdict: 'breaking', affects: ['GET /big'] });
    const findings = [changeOf({ message: 'one' }), big, small];
    const text = toMarkdown(reportOf(findings), { rules: RULES, maxBytes: 2_900 });
    expect(text.match(/^#### .*/gm)).toEqual(['#### `POST /orders request body`']);
    expect(text).toContain('…and 2 more that did not fit here.');
  });

  test('thousands of contracts and failures crowd nothing out, and are counted', () => {
    const contracts = Array.from({ length: 3_000 }, (_, i) => ({ uri: wide(i), base: wide(i), compared: true, proved: 0, undecided: 0 }));
    const failures = Array.from({ length: 3_000 }, (_, i) => ({ message: `\`${wide(i)}\` does not exist.` }));
    const text = toMarkdown(reportOf([changeOf({ message: 'this breaks' })], { contracts, failures }), { rules: RULES });
    expect(bytesOf(text)).toBeLessThanOrEqual(60_000);
    expect(text).toContain('this breaks');
    const rows = text.match(/^\| `\d/gm)?.length ?? 0;
    const told = text.match(/^> \*\*Could not check:\*\* `\d+\u20ac/gm)?.length ?? 0;
    expect(text).toContain(`…and ${3_000 - rows} more contracts.`);
    expect(text).toContain(`> **Could not check:** ${3_000 - told} more.`);
    expect([rows, told].every((n) => n > 5)).toBe(true);
  });

  test.each([2_000, 2_500, 4_000, 10_000, 60_000])('%i bytes are never exceeded', (maxBytes) => {
    const findings = (['breaking', 'dangerous', 'compatible'] as const).flatMap((verdict) =>
      Array.from({ length: 40 }, (_, i) => [changeOf({ verdict, message: wide(i) }), changeOf({ kind: 'rule', severity: i % 2 ? 'error' : 'info' })]).flat(),
    );
    expect(bytesOf(toMarkdown(reportOf(findings, { failures: [{ message: wide(1) }] }), { rules: RULES, maxBytes }))).toBeLessThanOrEqual(maxBytes);
  });
});

test('a link to a rule is ours, whatever its address holds', () => {
  const rules: readonly RuleInfo[] = RULES.map((rule) => ({ ...rule, helpUri: 'https://x.example/a) b' }));
  const links = nodesOf(toMarkdown(reportOf([changeOf()]), { rules })).filter(({ type }) => type === 'link');
  expect(links.map(({ url }) => url)).toEqual(['https://x.example/a%29%20b']);
});

describe('for who reviews', () => {
  const compared = { uri: 'a.yaml', compared: true, proved: 0, undecided: 0, needs: 'major' } as const;
  const still = { ...compared, versions: { base: '1.0.0', head: '1.0.0' }, raised: false };
  const risen = { ...compared, uri: 'b.yaml', versions: { base: '1.0.0', head: '2.0.0' }, raised: true };
  const text = (findings: readonly Finding[], more: Parameters<typeof reportOf>[1], maxBytes = 60_000) =>
    toMarkdown(reportOf(findings, more), { rules: RULES, forReview: true, maxBytes });

  test('the version bump is one sentence', () => {
    expect(text([changeOf()], { contracts: [still] })).toContain('ask for a **major** version bump, which was not made: the version is still `1.0.0`.');
    expect(text([changeOf()], { contracts: [risen] })).toContain('which was made: the version went from `1.0.0` to `2.0.0`.');
    expect(text([changeOf()], { contracts: [still, risen] })).toContain(
      '1 of 2 contracts that changed do not have the version that their changes ask for: `a.yaml`.',
    );
    expect(text([changeOf()], { contracts: [compared] })).not.toContain('version bump, which');
  });

  test('what the machine knows is ticked, and the rest is left to people', () => {
    const red = text([changeOf()], { contracts: [still] });
    for (const line of ['- [x] The rules find no error.', '- [ ] No change breaks', '- [ ] The version rose', '- [ ] Consumers know'])
      expect(red).toContain(line);
    const accepted = { fingerprint: 'f', reason: 'meant' };
    const green = text([changeOf({ accepted })], { contracts: [risen] });
    for (const line of ['- [x] No change breaks', '- [x] The version rose', '- [ ] The reasons for what is accepted hold.']) expect(green).toContain(line);
    expect(text([changeOf()], { failures: [{ message: 'no' }] })).toContain('- [ ] Every contract could be read');
    expect(text([], {})).not.toContain('Review checklist');
  });

  test('the changelog takes what is left, and what is cut is said', () => {
    const many = Array.from({ length: 200 }, (_, i) => changeOf({ message: `number ${i}`, verdict: 'compatible', affects: [] }));
    expect(text(many, {})).toContain('For the changelog (200)');
    const short = text(many, {}, 22_000);
    expect(short).toMatch(/For the changelog \(200\)[\s\S]*…and \d+ more that did not fit here|What a changelog would say did not fit here/);
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(22_000);
  });
});
