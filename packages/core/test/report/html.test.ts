import { describe, expect, test } from 'vitest';
import { type Finding, toHtml } from '../../src/index.ts';
import { changeOf, NASTY, nastyReport, RULES, reportOf } from './sample.ts';

const VOID = new Set(['meta', 'input', '!doctype']);

/** Every tag of the page, in order. Throws if they do not nest. */
function tagsOf(html: string): readonly string[] {
  const open: string[] = [];
  const tags: string[] = [];
  for (const [tag, slash, name = ''] of html.replace(/<style>[^<]*<\/style>/, '').matchAll(/<(\/?)([!\w]+)(?:\s+[\w-]+(?:="[^"<>]*")?)*\s*>/g)) {
    tags.push(tag);
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!VOID.has(name)) open.push(name);
  }
  expect(open).toEqual([]);
  return tags;
}

const pageOf = (findings: readonly Finding[]) => toHtml(reportOf(findings), { rules: RULES });
const skeletonOf = (html: string) => tagsOf(html).map((tag) => (tag.startsWith('<a ') ? tag : tag.replace(/<(\/?[!\w]+).*/, '$1')));

describe.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('%s', (_name, nasty) => {
  test('is no markup in the page', () => {
    const html = toHtml(nastyReport(nasty), { rules: RULES });
    // What backticks quote is code; apart from that, text does not change the structure.
    const structure = skeletonOf(html).filter((tag) => !/^\/?code$/.test(tag));
    expect(structure).toEqual(skeletonOf(toHtml(nastyReport('plain'), { rules: RULES })).filter((tag) => !/^\/?code$/.test(tag)));
    // Every other `<` would be one that came from the contract.
    expect(html.replace(/<style>[^<]*<\/style>/, '').match(/</g)).toHaveLength(tagsOf(html).length);
  });
});

test('nothing is loaded from anywhere, and there is no script', () => {
  const html = pageOf([changeOf()]);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`);
  expect(html).not.toMatch(/<(script|link|img|iframe)|\ssrc=|\son\w+=|url\(|@import/);
  expect(html.match(/href="[^"]*"/g)).toEqual([`href="${RULES[0]?.helpUri}"`]);
});

test('both places, the proof, why and what to do', () => {
  const html = pageOf([changeOf({ reason: 'It is refused.' })]);
  for (const part of [
    'api/a.yaml:4:1',
    'api/a.yaml:5:7',
    '<pre>{&quot;status&quot;:&quot;archived&quot;}</pre>',
    '<b>Why.</b> It is refused.',
    '<b>What to do.</b> Keep',
  ])
    expect(html).toContain(part);
});

test('cards are grouped by section and operation, each with its switch; what hurts nobody is folded', () => {
  const html = pageOf([
    changeOf({ affects: ['GET /a'] }),
    changeOf({ affects: ['GET /b'] }),
    changeOf({ affects: ['GET /a'] }),
    changeOf({ verdict: 'compatible', severity: 'info' }),
  ]);
  expect(html.match(/<h3>[^<]*/g)).toEqual(['<h3>GET /a', '<h3>GET /b', '<h3>POST /orders request body']);
  expect(html.match(/<details class="\w+"( open)?>/g)).toEqual(['<details class="breaking" open>', '<details class="compatible">']);
  for (const kind of ['breaking', 'compatible']) {
    expect(html).toContain(`id="show-${kind}" checked`);
    expect(html).toContain(`#show-${kind}:not(:checked)~main details.${kind}{display:none}`);
  }
});

test.each([
  ['Breaking', reportOf([changeOf()])],
  ['Dangerous', reportOf([changeOf({ verdict: 'dangerous', severity: 'warn' })])],
  ['Errors', reportOf([changeOf({ kind: 'rule' })])],
  ['Warnings', reportOf([changeOf({ kind: 'rule', severity: 'warn' })])],
  ['Compatible', reportOf([changeOf({ verdict: 'compatible', severity: 'info' })])],
  ['Clean', reportOf([])],
  ['Not all checked', reportOf([changeOf()], { failures: [{ message: 'x' }] })],
])('the badge says %s', (word, report) => {
  expect(toHtml(report, { rules: RULES })).toContain(`<span class="badge">${word}</span>`);
});

test('every mark that HTML acts on stands in the page as itself, in text, in code and in lines of a proof', () => {
  const marks = `&<>"' & < > " '`;
  const shown = '&amp;&lt;&gt;&quot;&#39; &amp; &lt; &gt; &quot; &#39;';
  const html = pageOf([
    changeOf({
      message: `plain ${marks} end`,
      unproved: `odd \` ${marks} end`,
      reason: `of \`${marks}\` end`,
      witness: { value: [marks, 'x'.repeat(70)], boundary: 'b', acceptedBy: 'base', rejectedBy: 'head' },
    }),
  ]);
  expect(html).toContain(`<h4>plain ${shown} end</h4>`);
  expect(html).toContain(`odd \` ${shown} end`);
  expect(html).toContain(`of <code>${shown}</code> end`);
  expect(html).toMatch(/<pre>\[\n {2}&quot;&amp;&lt;&gt;\\&quot;&#39; &amp;/);
});

test('what backticks quote is code, each pair of them', () => {
  expect(pageOf([changeOf({ message: 'a `b` c `d` e' })])).toContain('<h4>a <code>b</code> c <code>d</code> e</h4>');
});

test('text that is unsafe in a log is so in no page', () => {
  expect(pageOf([changeOf({ message: '##[error]a\u202eb' })])).toContain('<h4>#\\u0023[error]a\\u202eb</h4>');
});
