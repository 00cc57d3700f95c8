import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { type Finding, type Report, type RuleInfo, toAnnotation, toGithubCommands, toHtml, toJson, toMarkdown, toSarif, toText } from '../../src/index.ts';
import { changeOf, NASTY, reportOf } from './sample.ts';

const RULES: readonly RuleInfo[] = [
  {
    id: 'enum-value-removed',
    kind: 'change',
    severity: 'error',
    summary: 's',
    why: 'w',
    advice: 'a',
    helpUri: 'https://github.com/breakwater-api/breakwater/blob/main/x.md',
  },
];

const REPORTERS: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => toText(report),
  json: toJson,
  markdown: (report) => toMarkdown(report, { rules: RULES }),
  sarif: (report) => toSarif(report, { rules: RULES }),
  html: (report) => toHtml(report, { rules: RULES }),
  github: toGithubCommands,
};

/** Every place of a finding that text from a contract can get to. */
function nastyFinding(text: string): Finding {
  return changeOf({
    message: `The value \`${text}\` of \`${text}\` was removed.`,
    at: { uri: `api/${text}.yaml`, start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: `/${text}` },
    witness: { value: { [text]: text }, boundary: `POST /${text} request body`, acceptedBy: 'base', rejectedBy: 'head' },
    affects: [`POST /${text}`, text],
    unproved: text,
  });
}

const nastyReport = (text: string) =>
  reportOf([nastyFinding(text)], {
    failures: [{ message: `\`${text}\` does not exist.` }],
    contracts: [{ uri: text, base: text, format: text, compared: false, proved: 0, undecided: 0 }],
  });

describe.each(Object.entries(REPORTERS))('%s', (name, print) => {
  test('tells a change with its proof, place and what to do', () => {
    const text = print(reportOf([changeOf()]));
    for (const part of ['archived', 'POST /orders request body', 'api/a.yaml']) expect(text).toContain(part);
    if (name !== 'json' && name !== 'sarif') expect(text).toContain('Keep the value.');
  });

  test('an empty report is no empty text, and a failure is never left out', () => {
    if (name !== 'github') expect(print(reportOf([]))).not.toBe('');
    if (name !== 'github') expect(print(reportOf([], { failures: [{ message: 'x.yaml does not exist.' }] }))).toContain('does not exist');
  });

  test('the same report gives the same bytes', () => {
    expect(print(reportOf([changeOf()]))).toBe(print(reportOf([changeOf()])));
  });
});

describe.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('%s', (_name, nasty) => {
  test('reaches no terminal and no runner as anything but text', () => {
    for (const text of [toText(nastyReport(nasty)), toGithubCommands(nastyReport(nasty))]) {
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u2028\u2029]|\p{Cs}/u);
      expect(text).not.toContain('##[');
    }
    expect(toText(nastyReport(nasty))).not.toMatch(/^\s*::/m);
    expect(toGithubCommands(nastyReport(nasty)).trim().split('\n')).toHaveLength(1);
  });

  test('is no markup in the comment', () => {
    const text = toMarkdown(nastyReport(nasty), { rules: RULES });
    const kinds = new Map<string, number>();
    const walk = (node: { type: string; value?: string; url?: string; children?: readonly unknown[] }): void => {
      kinds.set(node.type, (kinds.get(node.type) ?? 0) + 1);
      if (node.type === 'link') expect(node.url).toBe(RULES[0]?.helpUri);
      if (node.type === 'html') expect(node.value).toMatch(/^<\/?(details|summary|sub|br)>.*$/s);
      if (node.type === 'text' && nasty.trim().length > 3) expect(node.value).not.toContain('@octocat');
      for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
    };
    walk(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
    for (const kind of ['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition', 'delete'])
      expect(kinds.get(kind) ?? 0).toBe(0);
    expect(kinds.get('table')).toBe(1);
    expect(kinds.get('tableRow')).toBe(2);
    expect(kinds.get('tableCell')).toBe(8);
  });

  test('is no markup in the page', () => {
    const html = toHtml(nastyReport(nasty), { rules: RULES });
    expect(html).not.toMatch(/<(img|script|a href="javascript)/);
    expect(html.match(/<article>/g)).toHaveLength(1);
  });

  test('is data in JSON and SARIF', () => {
    expect(JSON.parse(toJson(nastyReport(nasty))).findings).toHaveLength(1);
    expect(JSON.parse(toSarif(nastyReport(nasty), { rules: RULES })).runs[0].results).toHaveLength(1);
  });
});

test('JSON follows its schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  expect([validate(JSON.parse(toJson(reportOf([changeOf(), nastyFinding('x')])))), validate.errors]).toEqual([true, null]);
});

test('5,000 findings stay within the budget of a comment, and what is cut is said', () => {
  const findings = Array.from({ length: 5_000 }, (_, i) => changeOf({ message: `The value \`${i}\u20ac\u{1F600}\` was removed.`, affects: [`POST /${i}`] }));
  const text = toMarkdown(reportOf(findings), { rules: RULES });
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(60_000);
  expect(text).toMatch(/…and [\d]+ more that did not fit here\./);
});

test('what breaks is kept before what only might', () => {
  const findings = [
    ...Array.from({ length: 900 }, (_, i) => changeOf({ verdict: 'dangerous', severity: 'warn', message: `danger ${i}` })),
    changeOf({ message: 'this breaks' }),
  ];
  expect(toMarkdown(reportOf(findings), { rules: RULES, maxBytes: 8_000 })).toContain('this breaks');
});

test('an annotation is one-based, and has columns only on one line', () => {
  expect(toAnnotation(changeOf()).properties).toEqual({
    title: 'enum-value-removed',
    file: 'api/a.yaml',
    startLine: 5,
    endLine: 5,
    startColumn: 7,
    endColumn: 11,
  });
  const { at } = changeOf();
  expect(toAnnotation(changeOf({ at: { ...at, end: { line: 6, character: 1 } } })).properties).toEqual({
    title: 'enum-value-removed',
    file: 'api/a.yaml',
    startLine: 5,
    endLine: 7,
  });
});

test('the worst annotation is printed first', () => {
  const text = toGithubCommands(reportOf([changeOf({ severity: 'info' }), changeOf({ severity: 'warn' }), changeOf()]));
  expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::notice', '']);
});

test('SARIF counts columns as UTF-16 and names the rule', () => {
  const { runs } = JSON.parse(toSarif(reportOf([changeOf()]), { rules: RULES }));
  expect(runs[0].columnKind).toBe('utf16CodeUnits');
  expect(runs[0].results[0]).toMatchObject({
    ruleId: 'enum-value-removed',
    ruleIndex: 0,
    level: 'error',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'api/a.yaml' }, region: { startLine: 5, startColumn: 7, endLine: 5, endColumn: 11 } } }],
  });
});
