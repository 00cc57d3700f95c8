import { describe, expect, test } from 'vitest';
import { type Answer, type Bar, type Baseline, conclude, type Finding, isOver, type Judged, type Terms } from '../../src/index.ts';
import { changeOf } from '../report/sample.ts';

/** The verdict over all contracts: what is over the bar of its own configuration, and nothing else, fails. */

const TODAY = '2026-06-15';
const at = (uri: string): Finding['at'] => ({ uri, start: { line: 0, character: 0 }, end: { line: 0, character: 1 }, pointer: '' });
const answer = (uri: string, ...findings: readonly Finding[]): Answer => ({
  contract: { uri, compared: true, proved: 0, undecided: 0 },
  findings: findings.map((finding) => ({ ...finding, at: at(uri) })),
  failures: [],
});
const terms = (changes: Bar['changes'], more: Partial<Terms> = {}): Terms => ({ accept: [], bar: { changes, rules: 'never' }, ...more });
const breaking = changeOf();
const rule = changeOf({ kind: 'rule', ruleId: 'some-rule', severity: 'error', message: 'A rule.', fingerprint: 'r' });

describe('the bar', () => {
  test('is that of the configuration of each contract', () => {
    const lenient = { answer: answer('a', breaking), terms: terms('never') };
    const strict = { answer: answer('b', breaking), terms: terms('breaking') };
    expect([[lenient], [strict], [lenient, strict], [strict, lenient]].map((judged) => conclude(judged, TODAY).isOver)).toEqual([false, true, true, true]);
  });

  test('is told apart by rule and by message at one place', () => {
    const other = changeOf({ message: 'Another.', fingerprint: 'o', severity: 'warn', verdict: 'dangerous' });
    const judged = [
      { answer: answer('a', breaking), terms: terms('never') },
      { answer: answer('a', other), terms: terms('dangerous') },
    ];
    expect(conclude(judged, TODAY).isOver).toBe(true);
    expect(conclude(judged.toReversed(), TODAY).isOver).toBe(true);
    expect(conclude(judged.slice(0, 1), TODAY).isOver).toBe(false);
  });

  test('without terms is the usual one', () => {
    expect(conclude([{ answer: answer('a', breaking) }], TODAY).isOver).toBe(true);
    expect(conclude([{ answer: answer('a', changeOf({ verdict: 'dangerous' })) }], TODAY).isOver).toBe(false);
  });

  test.each([
    ['breaking', ['breaking']],
    ['dangerous', ['breaking', 'dangerous']],
    ['any', ['breaking', 'dangerous', 'compatible', undefined]],
    ['never', []],
  ] as const)('%s counts changes from there on', (changes, over) => {
    for (const verdict of ['breaking', 'dangerous', 'compatible', undefined] as const) {
      const { verdict: _, ...bare } = breaking;
      const change: Finding = { ...bare, ...(verdict && { verdict }) };
      expect([verdict, isOver(change, { changes, rules: 'info' })]).toEqual([verdict, (over as readonly unknown[]).includes(verdict)]);
    }
  });

  test.each([
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['info', ['error', 'warn', 'info']],
    ['never', []],
  ] as const)('%s counts rules, problems and policies from there on', (rules, over) => {
    for (const severity of ['error', 'warn', 'info', 'hint', 'off'] as const)
      for (const kind of ['rule', 'problem', 'policy'] as const)
        expect([kind, severity, isOver({ ...rule, kind, severity }, { changes: 'any', rules })]).toEqual([
          kind,
          severity,
          (over as readonly string[]).includes(severity),
        ]);
  });

  test('is not reached by what is accepted or suppressed', () => {
    const bar: Bar = { changes: 'any', rules: 'info' };
    expect(isOver({ ...breaking, accepted: { fingerprint: 'f', reason: 'r' } }, bar)).toBe(false);
    expect([isOver({ ...rule, suppressed: '' }, bar), isOver({ ...breaking, suppressed: 'known' }, bar)]).toEqual([false, false]);
  });
});

describe('the report', () => {
  test('has all contracts, sorted, and all findings and failures of them, under one configuration or several', () => {
    const one = terms('breaking');
    const judged: readonly Judged[] = [
      { answer: answer('c', breaking), terms: one },
      { answer: answer('a', rule), terms: one },
      { answer: { contract: undefined, findings: [], failures: [{ message: 'not there' }] } },
      { answer: answer('b', rule), terms: terms('breaking') },
    ];
    const { contracts, findings, failures, summary } = conclude(judged, TODAY);
    expect(contracts.map(({ uri }) => uri)).toEqual(['a', 'b', 'c']);
    expect(findings.map((finding) => [finding.at.uri, finding.ruleId])).toEqual([
      ['a', 'some-rule'],
      ['b', 'some-rule'],
      ['c', 'enum-value-removed'],
    ]);
    expect([failures, summary.breaking, summary.errors, summary.baseline]).toEqual([[{ message: 'not there' }], 1, 2, 0]);
  });

  test('counts what is suppressed, and leaves it out', () => {
    const { findings, summary, isOver: over } = conclude([{ answer: answer('a', { ...rule, suppressed: 'known' }), terms: terms('any') }], TODAY);
    expect([findings, summary.suppressed, summary.errors, over]).toEqual([[], 1, 0, false]);
  });

  test('marks what is accepted by its configuration, or by whoever asks', () => {
    const entry = { fingerprint: 'f', reason: 'agreed', at: at('breakwater.yaml') };
    const own = conclude([{ answer: answer('a', breaking), terms: terms('breaking', { accept: [entry] }) }], TODAY);
    const asked = conclude([{ answer: answer('a', breaking), terms: terms('breaking') }], TODAY, { accepted: [entry] });
    const expired = conclude([{ answer: answer('a', breaking), terms: terms('breaking', { accept: [{ ...entry, until: '2026-06-14' }] }) }], TODAY);
    expect([own, asked, expired].map(({ isOver: over, summary }) => [over, summary.accepted])).toEqual([
      [false, 1],
      [false, 1],
      [true, 0],
    ]);
  });

  test('tells whoever asks of an acceptance that nothing needs', () => {
    const entry = { fingerprint: 'gone', reason: 'agreed', at: at('accepted.yaml') };
    const { findings, isOver: over } = conclude([{ answer: answer('a', rule), terms: terms('breaking') }], TODAY, { accepted: [entry] });
    expect([findings.map(({ ruleId }) => ruleId), over]).toEqual([['some-rule', 'acceptance-stale'], false]);
  });

  test('of a part keeps such an acceptance apart, since another part may need it', () => {
    const entry = { fingerprint: 'gone', reason: 'agreed', at: at('accepted.yaml') };
    const judged = [{ answer: answer('a', rule), terms: terms('breaking', { accept: [entry] }) }];
    const told = (isPart: boolean) => {
      const { findings, unused } = conclude(judged, TODAY, { isPart });
      return [findings, unused].map((all) => all.map(({ ruleId }) => ruleId));
    };
    expect(told(true)).toEqual([['some-rule'], ['acceptance-stale']]);
    expect(told(false)).toEqual([['some-rule', 'acceptance-stale'], []]);
  });

  test('takes out what the baseline knows, a settable problem too, and counts it', () => {
    const problem: Finding = { ...rule, kind: 'problem', ruleId: 'ref-resolves', message: 'p', fingerprint: 'p' };
    const unreadable: Finding = { ...rule, kind: 'problem', ruleId: 'spec-parse', message: 'u', fingerprint: 'u' };
    const entry = (name: string) => ({ rule: name, contract: 'a', count: 1, at: at('baseline.json') });
    const baseline: Baseline = { entries: new Map(['r', 'p', 'u', 'gone'].map((fingerprint) => [fingerprint, entry(fingerprint)])) };
    const { findings, summary } = conclude([{ answer: answer('a', rule, problem, unreadable), terms: terms('never', { baseline }) }], TODAY);
    expect(findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ['spec-parse', 'u'],
      ['baseline-stale', expect.stringContaining('`gone`')],
      ['baseline-stale', expect.stringContaining('`u`')],
    ]);
    expect(summary.baseline).toBe(2);
    const elsewhere = conclude([{ answer: answer('b', rule), terms: terms('never', { baseline }) }], TODAY);
    expect([elsewhere.findings, elsewhere.summary.baseline]).toEqual([[], 1]);
  });
});
