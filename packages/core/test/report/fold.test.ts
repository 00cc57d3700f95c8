import { expect, test } from 'vitest';
import { foldReports, type Run, type RunReport } from '../../src/index.ts';
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

test('an acceptance is stale if no part needs it, accepted or expired; a reply is unmatched if it is so in every part', () => {
  const stale = (fingerprint: string) =>
    changeOf({ kind: 'policy', ruleId: 'acceptance-stale', severity: 'info', message: fingerprint, data: { fingerprint } });
  const accepted = changeOf({ fingerprint: 'a', accepted: { fingerprint: 'a', reason: 'r' } });
  const expired = changeOf({ kind: 'policy', ruleId: 'acceptance-expired', message: 'b', data: { fingerprint: 'b' } });
  const folded = foldReports([
    part({ shard: { ...shard(1, 3), unused: [stale('b'), stale('c')], unmatched: ['x', 'y'] } }, { findings: [accepted] }),
    part({ shard: { ...shard(2, 3), unused: [stale('a'), stale('c')], unmatched: ['y', 'z'] } }, { findings: [expired] }),
    part({ shard: shard(3, 3) }),
  ]);
  expect(folded.findings.filter(({ ruleId }) => ruleId === 'acceptance-stale').map(({ message }) => message)).toEqual(['c']);
  expect([folded.notes, folded.failures]).toEqual([['y'], []]);
});

test('the same failure of every part is told once', () => {
  const failures = [{ message: 'The configuration is wrong.' }];
  expect(messages([part({}, { failures }), part({}, { failures })])).toEqual(['The configuration is wrong.']);
});
