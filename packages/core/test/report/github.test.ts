import { describe, expect, test } from 'vitest';
import { toAnnotation, toGithubCommands } from '../../src/index.ts';
import { changeOf, NASTY, nastyFinding, nastyReport, reportOf } from './sample.ts';

describe('an annotation', () => {
  test('is one-based, and has columns only on one line', () => {
    const place = { title: 'enum-value-removed', file: 'api/a.yaml', startLine: 5 };
    expect(toAnnotation(changeOf()).properties).toEqual({ ...place, endLine: 5, startColumn: 7, endColumn: 11 });
    const at = { ...changeOf().at, end: { line: 6, character: 1 } };
    expect(toAnnotation(changeOf({ at })).properties).toEqual({ ...place, endLine: 7 });
  });

  test('says the message alone on its first line, then proof and advice', () => {
    expect(toAnnotation(changeOf()).message.split('\n')).toEqual([
      'The value `archived` of `Status` was removed.',
      'Proof: {"status":"archived"} was accepted by base and is rejected by head (POST /orders request body).',
      'What to do: Keep the value.',
    ]);
  });

  test.each(['x', '\u20ac', '\u{1F600}', 'a\u{1F600}'])('is cut where the runner would cut it, and says so: %s', (part) => {
    const { message } = toAnnotation(changeOf({ message: part.repeat(5_000) }));
    expect([message.length <= 4_096, message.length >= 4_094, message.endsWith('…')]).toEqual([true, true, true]);
    expect(message).not.toMatch(/\p{Cs}/u);
  });
});

test('an annotation is cut exactly where it has to be', () => {
  const { advice: _advice, witness: _witness, ...bare } = changeOf();
  const messageOf = (length: number) => toAnnotation({ ...bare, message: 'x'.repeat(length) }).message;
  expect([messageOf(4_096), messageOf(4_097)]).toEqual(['x'.repeat(4_096), `${'x'.repeat(4_095)}…`]);
});

test.each([
  ['error', 'error'],
  ['warn', 'warning'],
  ['info', 'notice'],
  ['hint', 'notice'],
  ['off', 'notice'],
] as const)('what is of severity %s is annotated as %s', (severity, level) => {
  expect(toAnnotation(changeOf({ severity })).level).toBe(level);
});

test('what was agreed to, or was there before, is no alarm', () => {
  expect(toAnnotation(changeOf({ accepted: { fingerprint: 'f', reason: 'nobody uses it' } })).level).toBe('notice');
  expect(toAnnotation(changeOf({ inBase: true })).level).toBe('notice');
});

test('an annotation says why something is not proved, and gives no advice where there is none', () => {
  const { advice: _advice, witness: _witness, ...bare } = changeOf({ unproved: 'too large' });
  const lines = ['The value `archived` of `Status` was removed.', 'Not proved: too large.'];
  expect(toAnnotation(bare).message.split('\n')).toEqual(lines);
  expect(toAnnotation({ ...bare, advice: '' }).message.split('\n')).toEqual(lines);
  const { unproved: _unproved, ...proved } = bare;
  expect(toAnnotation(proved).message).toBe(lines[0]);
});

describe('workflow commands', () => {
  test('are printed the worst first, within a level what breaks', () => {
    const findings = [
      changeOf({ severity: 'info', verdict: 'compatible', message: 'compatible' }),
      changeOf({ severity: 'warn', verdict: 'dangerous', message: 'dangerous' }),
      changeOf({ kind: 'rule', message: 'rule' }),
      changeOf({ message: 'breaking' }),
    ];
    const said = toGithubCommands(reportOf(findings)).trim().split('\n');
    expect(said.map((line) => /^::(\w+) .*::(\w+)/.exec(line)?.slice(1))).toEqual([
      ['error', 'breaking'],
      ['error', 'rule'],
      ['warning', 'dangerous'],
      ['notice', 'compatible'],
    ]);
  });

  test('one, byte for byte', () => {
    const at = { ...changeOf().at, uri: 'a,b,:c:%d%.yaml' };
    const { witness: _witness, ...plain } = changeOf({ message: '100% a,b:c', at });
    expect(toGithubCommands(reportOf([plain]))).toBe(
      '::error title=enum-value-removed,file=a%2Cb%2C%3Ac%3A%25d%25.yaml,line=5,endLine=5,col=7,endColumn=11::100%25 a,b:c%0AWhat to do: Keep the value.\n',
    );
  });

  test('beyond `max` are counted', () => {
    const lines = toGithubCommands(reportOf(Array.from({ length: 15 }, () => changeOf())), { max: 10 })
      .trim()
      .split('\n');
    expect([lines.length, lines[10]]).toEqual([11, '::notice title=breakwater::…and 5 more findings that are not listed here.']);
  });

  test.each([14, 15, 16])('of fifteen are as many as may be: %i', (max) => {
    const report = reportOf(Array.from({ length: 15 }, () => changeOf()));
    const lines = toGithubCommands(report, { max }).trim().split('\n');
    expect([lines.length, lines.some((line) => line.includes('more findings'))]).toEqual([15, max < 15]);
  });

  test.each(NASTY.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const))('one finding is one command: %s', (_name, nasty) => {
    const text = toGithubCommands(nastyReport(nasty));
    expect(text.split('\n')).toHaveLength(2);
    const [, list = '', data = ''] = /^::error (.*?)::(.*)$/.exec(text.trim()) ?? [];
    const decode = (escaped: string) =>
      escaped.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
    expect(list.split(',').map((pair) => pair.split('=')[0])).toEqual(['title', 'file', 'line', 'endLine', 'col', 'endColumn']);
    expect(decode(data)).toBe(toAnnotation(nastyFinding(nasty)).message);
  });
});
