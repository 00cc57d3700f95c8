import { describe, expect, test } from 'vitest';
import { type Finding, foldReports, type Run, type RunReport } from '../../src/index.ts';
import { changeOf, reportOf } from './sample.ts';

const RUN: Run = { failed: false, head: 'a'.repeat(40), base: 'b'.repeat(40) };
const shard = (index: number, of: number, contracts = 'd') => ({ index, of, contracts: contracts.repeat(64) });
const part = (run: Partial<Run> = {}, more: Partial<RunReport> = {}): RunReport => ({ ...reportOf([], { contracts: [] }), ...more, run: { ...RUN, ...run } });
const messages = (reports: readonly RunReport[]) => foldReports(reports).failures.map(({ message }) => message);

test('parts are one report, in the order of a report of the whole', () => {
  const [one, other] = [changeOf({ message: 'one' }), changeOf({ message: 'other', kind: 'rule', severity: 'error' })];
  const contract = (uri: string) => ({ uri, compared: true, proved: 1, undecided: 0 });
  const counts = { ...reportOf([]).summary, suppressed: 2, baseline: 3 };
  const folded = foldReports([
    part({ shard: shard(2, 2) }, { findings: [other], contracts: [contract('b')], summary: counts }),
    part({ shard: shard(1, 2) }, { findings: [one, other], contracts: [contract('a')], summary: counts }),
  ]);
  expect(folded.contracts.map(({ uri }) => uri)).toEqual(['a', 'b']);
  // What stands in a file that both parts refer to is told once.
  expect(folded.findings.map(({ message }) => message)).toEqual(['one', 'other']);
  expect(folded.summary).toMatchObject({ breaking: 1, errors: 1, suppressed: 4, baseline: 6 });
  expect(folded.failures).toEqual([]);
  expect(folded.run).toEqual(RUN);
});

test('one report alone is itself', () => {
  const contracts = ['c', 'a', 'd', 'b'].map((uri) => ({ uri, compared: false, proved: 0, undecided: 0 }));
  const folded = foldReports([part({}, { contracts })]);
  expect([folded.run, folded.failures, folded.contracts.map(({ uri }) => uri)]).toEqual([RUN, [], ['a', 'b', 'c', 'd']]);
  const pullRequest = { number: 7, head: 'e'.repeat(40) };
  expect(foldReports([part({ pullRequest, shard: shard(1, 1) })]).run).toEqual({ ...RUN, pullRequest });
  expect(foldReports([{ ...part(), run: { failed: false, head: 'a'.repeat(40) } }]).run).toEqual({ failed: false, head: 'a'.repeat(40) });
});

test('one part that failed fails the whole', () => {
  expect(foldReports([part(), part({ failed: true }), part()]).run.failed).toBe(true);
  expect(foldReports([part(), part()]).run.failed).toBe(false);
});

test('what is missing is said, and is never green', () => {
  expect(messages([part({ shard: shard(1, 3) }), part({ shard: shard(3, 3) })])).toEqual(['The report of shard 2/3 is missing.']);
  expect(foldReports([part({ shard: shard(1, 2) })]).run.failed).toBe(true);
  expect(foldReports([])).toMatchObject({ run: { failed: true }, failures: [{ message: 'There is no report to fold.' }] });
});

test.each([
  ['twice the same', [shard(1, 2), shard(2, 2), shard(2, 2)], 'A shard has more than one report.'],
  ['one in the place of another', [shard(1, 2), shard(1, 2)], 'The report of shard 2/2 is missing.'],
  ['of another split', [shard(1, 2), shard(2, 3)], 'not the shards of one check'],
  ['of other contracts', [shard(1, 2), shard(2, 2, 'e')], 'not the shards of one check'],
  ['with one that is no shard', [shard(1, 1), undefined], 'not the shards of one check'],
  ['with one that is no shard before', [undefined, shard(1, 1)], 'not the shards of one check'],
  ['beyond the last', [shard(1, 1), shard(2, 1)], 'beyond the last one'],
])('shards that do not fit together: %s', (_, shards, message) => {
  const reports = shards.map((one) => part(one && { shard: one }));
  expect(messages(reports).join()).toContain(message);
  expect(foldReports(reports).run.failed).toBe(true);
});

test.each([
  ['head', { head: 'c'.repeat(40) }],
  ['base', { base: 'c'.repeat(40) }],
  ['pull request', { pullRequest: { number: 1, head: 'c'.repeat(40) } }],
])('reports about another %s tell nothing together', (_, run) => {
  expect(messages([part(), part(run)])).toEqual(['The reports are about different commits, so they tell nothing together.']);
});

describe('an acceptance', () => {
  const told = (ruleId: string, id: string): Finding => {
    const { verdict: _verdict, ...bare } = changeOf({
      kind: 'policy',
      ruleId,
      message: `${ruleId} ${id}`,
      data: { fingerprint: id },
      fingerprint: `${ruleId}-${id}`,
    });
    return bare;
  };
  const stale = (...ids: readonly string[]) => ids.map((id) => told('acceptance-stale', id));
  const staleIn = (...parts: readonly { readonly unused?: readonly Finding[]; readonly findings?: readonly Finding[] }[]) =>
    foldReports(parts.map(({ unused = [], findings = [] }, i) => part({ shard: { ...shard(i + 1, parts.length), unused } }, { findings })))
      .findings.filter(({ ruleId }) => ruleId === 'acceptance-stale')
      .map(({ data }) => data.fingerprint);

  test('is stale where no part needs it', () => {
    expect(staleIn({ unused: stale('a', 'b') }, { unused: stale('a', 'b') })).toEqual(['a', 'b']);
  });

  test('is not where one does', () => {
    const accepted = changeOf({ accepted: { fingerprint: 'a', reason: 'announced' } });
    expect(staleIn({ unused: stale('a', 'b') }, { unused: stale('b'), findings: [accepted] })).toEqual(['b']);
    expect(staleIn({ findings: [accepted] }, { unused: stale('a') })).toEqual([]);
  });

  test('whose last day is over has been needed all the same', () => {
    expect(staleIn({ unused: stale('a', 'b') }, { findings: [told('acceptance-expired', 'a')] })).toEqual(['b']);
  });

  test('is not needed by a change that nobody has agreed to, whatever its data say', () => {
    expect(staleIn({ unused: stale('a') }, { findings: [changeOf({ data: { fingerprint: 'a' } })] })).toEqual(['a']);
  });
});

test('what every part says of how it was checked is said once, what one says too', () => {
  expect(foldReports([part({}, { notes: ['both', 'one'] }), part(), part({}, { notes: ['both', 'other'] })]).notes).toEqual(['both', 'one', 'other']);
});

test('a reply that accepts nothing is told where it does so in no part that has looked at replies', () => {
  const parts = (...all: readonly (readonly string[] | undefined)[]) =>
    foldReports(all.map((unmatched, i) => part({ shard: { ...shard(i + 1, all.length), ...(unmatched && { unmatched }) } }, { notes: ['first'] }))).notes;
  expect(parts(['a', 'b', 'a'], undefined, ['b', 'a'])).toEqual(['first', 'a', 'b']);
  expect(parts(['a', 'b'], ['b'], ['a', 'b'])).toEqual(['first', 'b']);
  expect(parts(['a'], [])).toEqual(['first']);
  expect(parts(undefined, undefined)).toEqual(['first']);
});

test('the same failure of every part is told once', () => {
  const failures = [{ message: 'The configuration is wrong.' }];
  expect(messages([part({}, { failures }), part({}, { failures })])).toEqual(['The configuration is wrong.']);
});
