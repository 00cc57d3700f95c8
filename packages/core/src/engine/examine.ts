import type { Finding } from '../finding/finding.ts';
import { normalize } from '../finding/normalize.ts';
import { markInBase } from '../policy/in-base.ts';
import { neededBump } from '../policy/needed-bump.ts';
import { isRaised } from '../policy/version-bump.ts';
import { KNOWABLE } from '../problems/problems.ts';
import type { ContractReport, Failure } from '../report/report.ts';
import { DOES_NOT_EXIST, type Host } from '../workspace/host.ts';
import type { Checker, Contract, Settings } from './checker.ts';

/** One contract to look at: its head, and the base if it is to be compared. */
export interface Question {
  readonly head: Version;
  readonly base?: Version & {
    /** How the base was chosen, for the report. */
    readonly label: string;
    /** A contract that the base does not have is new, and that is no failure. */
    readonly mayBeAbsent?: boolean;
    /** The same contract under another name, and not just another file to compare with. */
    readonly isMoved?: boolean;
  };
  /** Versions before the base that have to be compared too, the latest first. */
  readonly earlier?: readonly (Version & { readonly label: string })[];
  readonly lint: boolean;
  readonly settings?: Settings;
  /** Called when what the rules have worked out is nobody's any more, before both versions are compared. */
  readonly onRelease?: () => void;
}

interface Version {
  readonly uri: string;
  readonly host: Host;
}

export interface Answer {
  readonly contract: ContractReport | undefined;
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** What every shell does with a contract: read it, run the rules, compare it with its base, and say what could not be done. What rules find in the base too is marked. */
export async function examine(checker: Checker, { head, base, earlier = [], lint, settings = {}, onRelease }: Question): Promise<Answer> {
  const now = await checker.load(head.uri, head.host);
  if ('refusal' in now) return nothing(head.uri, `\`${head.uri}\` ${now.refusal}.`);
  const own = lint ? lintApart(checker, now, settings) : [];
  const report: ContractReport = { uri: head.uri, compared: false, proved: 0, undecided: 0, ...(now.detection && { format: now.detection.label }) };
  const unreadable = now.model || !lint ? [] : [{ uri: head.uri, message: `\`${head.uri}\` ${now.incomparable ?? 'could not be understood'}.` }];
  if (!base) return { contract: report, findings: own, failures: unreadable };
  const old = await checker.load(base.uri, base.host);
  if ('refusal' in old) {
    const isNew = base.mayBeAbsent === true && old.refusal === refusalOf(DOES_NOT_EXIST);
    const failures = isNew ? unreadable : [...unreadable, { uri: base.uri, message: `The base \`${base.uri}\` ${old.refusal}.` }];
    const against = isNew ? { base: `${base.label}, which does not have it: a new contract`, state: 'new' as const } : { base: base.label };
    return { contract: { ...report, ...against }, findings: own, failures };
  }
  const moved = base.isMoved ? { state: 'moved' as const, previously: base.uri } : {};
  const told = own.length === 0 ? own : markInBase(own, { findings: lintAsked(checker, old, own, settings), isRenamed: base.uri !== head.uri }, KNOWABLE);
  onRelease?.();
  let answer = compareBoth(checker, old, now, told, { ...report, base: base.label, ...moved }, settings);
  for (const version of earlier) answer = addEarlier(answer, await compareEarlier(checker, version, now, settings), version.label);
  return answer;
}

/** What the rules that found something in the head find in the base: the others have nothing to be known there. */
function lintAsked(checker: Checker, base: Contract, found: readonly Finding[], settings: Settings): readonly Finding[] {
  return lintApart(checker, base, { ...settings, asked: new Set(found.map(({ ruleId }) => ruleId)) });
}

/** Rules work out a great deal of a contract that nobody needs after them: they get a model of their own, and all that goes with it. */
function lintApart(checker: Checker, contract: Contract, settings: Settings): readonly Finding[] {
  const snapshot = { ...contract.snapshot };
  return checker.lint({ ...contract, snapshot, model: contract.model && contract.format?.model(snapshot) }, settings);
}

/** A contract that the head does not have any more. */
export async function examineRemoved(checker: Checker, { uri, host, label }: NonNullable<Question['base']>, settings: Settings = {}): Promise<Answer> {
  const old = await checker.load(uri, host);
  if ('refusal' in old) return nothing(uri, `The base \`${uri}\` ${old.refusal}.`);
  const findings = checker.removed(old, settings);
  const needs = neededBump(findings);
  const format = old.detection && { format: old.detection.label };
  const contract = { uri, ...format, base: label, compared: true, state: 'removed' as const, proved: 0, undecided: 0, ...(needs && { needs }) };
  return { contract, findings, failures: [] };
}

function compareBoth(checker: Checker, old: Contract, now: Contract, own: readonly Finding[], report: ContractReport, settings: Settings): Answer {
  const comparison = checker.compare(old, now, settings);
  if (!comparison.compared)
    return { contract: report, findings: normalize([...own, ...comparison.findings]), failures: [{ uri: report.uri, message: comparison.reason }] };
  const { proved, undecided } = comparison;
  const { findings: decided, versions } = checker.decide(old, now, comparison.findings, settings);
  const needs = neededBump(decided);
  const raised = versions && needs && needs !== 'patch' ? { raised: isRaised(versions, needs) } : {};
  const declared = versions && { versions: { base: versions.base, head: versions.head }, ...raised };
  return {
    contract: { ...report, compared: true, proved, undecided, ...(needs && { needs }), ...declared },
    findings: normalize([...own, ...decided]),
    failures: [],
  };
}

async function compareEarlier(
  checker: Checker,
  { uri, host, label }: NonNullable<Question['earlier']>[number],
  now: Contract,
  settings: Settings,
): Promise<Answer> {
  const old = await checker.load(uri, host);
  if ('refusal' in old) return nothing(uri, `The earlier version \`${label}\` ${old.refusal}.`);
  return compareBoth(checker, old, now, [], { uri, compared: false, proved: 0, undecided: 0 }, settings);
}

/** What hurts somebody and does not show in comparison with a later version. */
function addEarlier(answer: Answer, earlier: Answer, label: string): Answer {
  const told = new Set(answer.findings.map(({ fingerprint }) => fingerprint));
  const more = earlier.findings.filter(({ kind, verdict, fingerprint }) => kind === 'change' && verdict !== 'compatible' && !told.has(fingerprint));
  const { contract } = answer;
  const sum = contract && {
    ...contract,
    proved: contract.proved + (earlier.contract?.proved ?? 0),
    undecided: contract.undecided + (earlier.contract?.undecided ?? 0),
    base: `${contract.base}, ${label}`,
  };
  return {
    contract: sum,
    findings: normalize([...answer.findings, ...more.map((finding) => ({ ...finding, comparedWith: label }))]),
    failures: [...answer.failures, ...earlier.failures],
  };
}

function nothing(uri: string, message: string): Answer {
  return { contract: undefined, findings: [], failures: [{ uri, message }] };
}

function refusalOf(text: typeof DOES_NOT_EXIST): string {
  return 'refusal' in text ? text.refusal : '';
}
