import { describe, expect, test } from 'vitest';
import { type Report, toGithubCommands, toHtml, toJson, toMarkdown, toSarif, toText } from '../../src/index.ts';
import { changeOf, NASTY, nastyReport, RULES, reportOf } from './sample.ts';

const REPORTERS: Readonly<Record<string, (report: Report) => string>> = {
  text: (report) => toText(report),
  json: toJson,
  markdown: (report) => toMarkdown(report, { rules: RULES }),
  sarif: (report) => toSarif(report, { rules: RULES }),
  html: (report) => toHtml(report, { rules: RULES }),
  github: toGithubCommands,
};

/** As the runner splits and reads what is printed (actions/runner, ActionCommand.cs). */
function foreignCommands(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.includes('##[') || /^\s*::(?!(error|warning|notice) )/.test(line));
}

describe.each(Object.entries(REPORTERS))('%s', (name, print) => {
  test('tells a change with its proof, place and what to do', () => {
    const text = print(reportOf([changeOf()]));
    for (const part of ['archived', 'POST /orders request body', 'api/a.yaml']) expect(text).toContain(part);
    if (name !== 'sarif') expect(text).toContain('Keep the value.');
  });

  test('an empty report is no empty text, and a failure is never left out', () => {
    if (name === 'github') return expect(print(reportOf([]))).toBe('');
    expect(print(reportOf([]))).not.toBe('');
    expect(print(reportOf([], { failures: [{ message: 'x.yaml does not exist.' }] }))).toContain('does not exist');
  });

  test('the same report gives the same bytes, and the order of findings is kept', () => {
    const [a, b] = ['first one', 'second one'].map((message) => changeOf({ message }));
    if (!a || !b) throw new Error('Both are made above.');
    expect(print(reportOf([a, b]))).toBe(print(structuredClone(reportOf([a, b]))));
    const text = print(reportOf([b, a]));
    expect(text.indexOf('second one')).toBeLessThan(text.indexOf('first one'));
  });

  test.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('printed to a log or a terminal, %s stays text', (_name, nasty) => {
    const text = print(nastyReport(nasty));
    expect(foreignCommands(text)).toEqual([]);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});
