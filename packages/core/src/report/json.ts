import type { Acceptance, Finding, Impact, Location, Related, Witness } from '../finding/finding.ts';
import { jsonPieces } from './json-text.ts';
import type { ContractReport, Failure, Report, Run, Shard, Summary } from './report.ts';

const SCHEMA = 'https://github.com/breakwater-api/breakwater/blob/main/packages/core/schema/report.schema.json';

/** The report as data; `schema/report.schema.json` of this package describes it. Equal reports give equal bytes, however they were built. */
export function toJson(report: Report): string {
  return [...reportPieces(report)].join('');
}

/** The same piece by piece: reports of large contracts are long. */
export function* reportPieces({ tool: { name, version }, contracts, findings, summary, failures, notes, run }: Report): Generator<string> {
  yield* jsonPieces(
    {
      $schema: SCHEMA,
      tool: { name, version },
      contracts: contracts.map(contractOf),
      findings: findings.map(findingOf),
      summary: summaryOf(summary),
      failures: failures.map(failureOf),
      ...(notes && notes.length > 0 && { notes }),
      run: run && runOf(run),
    },
    2,
  );
  yield '\n';
}

// Each of these puts the keys in the order of the schema; a key that is not set is left out, and one that is new is kept.

function contractOf({ uri, format, base, compared, state, previously, proved, undecided, needs, versions, raised, ...rest }: ContractReport) {
  return {
    uri,
    format,
    base,
    compared,
    state,
    previously,
    proved,
    undecided,
    needs,
    versions: versions && { base: versions.base, head: versions.head },
    raised,
    ...rest,
  };
}

function findingOf({ kind, ruleId, severity, message, data, at, related, fingerprint, impact, verdict, witness, unproved, caveat, affects, ...rest }: Finding) {
  const { audiences, lifecycle, stability, excused, accepted, inBase, comparedWith, ofRuleset, fixable, reason, advice, migration, ...others } = rest;
  return {
    ...{ kind, ruleId, severity, message, data, at: locationOf(at), related: related.map(relatedOf), fingerprint },
    ...{ impact: impact && impactOf(impact), audiences: audiences && audiencesOf(audiences), verdict },
    ...{ lifecycle: lifecycle && lifecycleOf(lifecycle), stability, excused, accepted: accepted && acceptedOf(accepted), inBase, comparedWith },
    ...{ witness: witness && witnessOf(witness), unproved, caveat, affects, ofRuleset, fixable, reason, advice, migration },
    ...others,
  };
}

function locationOf({ uri, start, end, pointer }: Location) {
  return { uri, start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character }, pointer };
}

function relatedOf({ message, at, version }: Related) {
  return { message, at: locationOf(at), version };
}

function impactOf({ backward, forward }: Impact) {
  return { backward, forward };
}

function audiencesOf({ wire, source, semantic }: NonNullable<Finding['audiences']>) {
  return { wire, source, semantic };
}

function lifecycleOf({ of, deprecated, sunset, successor }: NonNullable<Finding['lifecycle']>) {
  return { of, deprecated, sunset, successor };
}

function acceptedOf({ fingerprint, reason, by, until }: Acceptance) {
  return { fingerprint, reason, by, until };
}

function witnessOf({ value, boundary, acceptedBy, rejectedBy }: Witness) {
  return { value, boundary, acceptedBy, rejectedBy };
}

function summaryOf({ breaking, dangerous, compatible, accepted, suppressed, inBase, baseline, errors, warnings, infos }: Summary) {
  return { breaking, dangerous, compatible, accepted, suppressed, inBase, baseline, errors, warnings, infos };
}

function failureOf({ uri, message }: Failure) {
  return { uri, message };
}

function shardOf({ index, of, contracts, unused, unmatched }: Shard) {
  return { index, of, contracts, unused: unused?.map(findingOf), unmatched };
}

function runOf({ failed, head, base, pullRequest, shard }: Run) {
  return {
    ...{ failed, head, base },
    pullRequest: pullRequest && { number: pullRequest.number, head: pullRequest.head },
    shard: shard && shardOf(shard),
  };
}
