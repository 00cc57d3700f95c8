import type { Finding } from '../finding/finding.ts';
import { locationOf } from '../finding/location.ts';
import { normalize } from '../finding/normalize.ts';
import { configure } from '../policy/configure.ts';
import { contractGone, IMPACT_OF_REMOVAL } from '../policy/contract-removed.ts';
import { decide as applyPolicies, type PolicySettings } from '../policy/decide.ts';
import type { Versions } from '../policy/version-bump.ts';
import { isSameText, type SourceFile } from '../text/source-file.ts';
import { type Node, sourceOf } from '../tree/node.ts';
import { nodeAt } from '../tree/pointer.ts';
import { readText } from '../tree/read-text.ts';
import type { Reader } from '../tree/reader.ts';
import type { Host } from '../workspace/host.ts';
import { refreshReferences } from '../workspace/references-to.ts';
import { namesResources } from '../workspace/resource.ts';
import { rootOf, type Snapshot } from '../workspace/snapshot.ts';
import { unchangedBetween } from '../workspace/unchanged.ts';
import { compare, ratingOf } from './compare.ts';
import type { Element } from './element.ts';
import type { Judge } from './fact.ts';
import { fixReference } from './fix-reference.ts';
import type { Detection, Format } from './format.ts';
import { fixesOf, lint } from './lint.ts';
import { lintAgain } from './lint-again.ts';
import type { LintMemory } from './lint-memory.ts';
import { groupingOf, lintOptionsOf } from './lint-options.ts';
import { detectIn, loadContract } from './load-contract.ts';
import type { Preset } from './preset.ts';
import { raiseVersion } from './raise-version.ts';
import { remediesOf } from './remedies-of.ts';
import type { Fix } from './rule.ts';
import type { RulePack } from './rule-pack.ts';
import { markSuppressed, type Told } from './suppressed.ts';
import type { Usage } from './usage.ts';
import { type RegistryMode, upgradeOf } from './variance.ts';

/** One version of one contract, read and understood as far as it goes. */
export interface Contract {
  readonly snapshot: Snapshot;
  readonly format: Format | undefined;
  readonly detection: Detection | undefined;
  readonly model: Element | undefined;
  /** What kept it from being read, followed or understood. */
  readonly problems: readonly Finding[];
  /** Why it cannot be compared, as the end of a sentence; `undefined` if it can. */
  readonly incomparable: string | undefined;
}

export interface Settings extends PolicySettings {
  readonly mode?: RegistryMode;
  /** Which rules are on where `severities` says nothing of them. Default: `recommended`. */
  readonly preset?: Preset;
  /** Sets of rules that are on beside the preset: `owasp`. */
  readonly ruleSets?: readonly string[];
  /** The rules of the format that are asked of all that are on, if not every one is. */
  readonly asked?: ReadonlySet<string>;
  /** Rulesets of the project, which are run beside the rules of the format. */
  readonly packs?: readonly RulePack[];
  /** What is set of single rules, over their defaults. */
  readonly options?: ReadonlyMap<string, object>;
  /** Whether who wrote the head may say that a change of it is known. Default: true. */
  readonly trustsHead?: boolean;
  readonly shouldStop?: () => boolean;
}

/** `compared: false` comes with the reason, and is never a clean result. */
export type Comparison =
  | { readonly compared: true; readonly findings: readonly Finding[]; readonly proved: number; readonly undecided: number }
  | { readonly compared: false; readonly reason: string; readonly findings: readonly Finding[] };

export interface Decision {
  readonly findings: readonly Finding[];
  /** What both contracts call themselves, if both do. */
  readonly versions: Versions | undefined;
}

export interface Checker {
  readonly formats: readonly Format[];
  /** Reads a contract through a host. Never throws for what a text may hold; an entry that cannot be read is a refusal. */
  load(entry: string, host: Host, read?: Reader): Promise<Contract | { readonly refusal: string }>;
  /** Whether a text looks like a contract of a known format, by its root keys. */
  detect(file: SourceFile, read?: Reader): Detection | undefined;
  /** With a memory, only what has changed since it was last asked with it is looked at again. */
  lint(contract: Contract, settings?: Settings, memory?: LintMemory): readonly Finding[];
  compare(base: Contract, head: Contract, settings?: Settings): Comparison;
  /** What the policies say of the findings of `compare`: the findings, and those that the policies add. */
  decide(base: Contract, head: Contract, findings: readonly Finding[], settings?: Settings): Decision;
  /** What both contracts call themselves, if both do. */
  versions(base: Contract, head: Contract): Versions | undefined;
  /** What is to be said where the head has no such contract any more. */
  removed(base: Contract, settings?: Settings): readonly Finding[];
  /** The repairs of findings of `lint`, each with all that can be done about it. */
  fixes(contract: Contract, findings: readonly Finding[], settings?: Settings): ReadonlyMap<Finding, readonly Fix[]>;
  /** What can be done about a finding of `compare` or `decide`: ways to take it back or to soften it, as edits of the head. */
  remedies(base: Contract, head: Contract, finding: Finding, settings?: Settings): readonly Fix[];
}

export interface Guide {
  readonly reason: string;
  readonly advice: string;
  readonly migration?: string;
}

export interface CheckerOptions {
  /** What the page of a finding says: why it matters, and what to do. */
  readonly guideOf?: (ruleId: string) => Guide | undefined;
  /** Reads a text. A shell that reads the same texts again passes one that remembers. */
  readonly read?: Reader;
}

export function createChecker(formats: readonly Format[], options: CheckerOptions = {}): Checker {
  const { read = readText, guideOf } = options;
  const finish = (findings: readonly Finding[]) => normalize(findings.map((finding) => withGuide(finding, guideOf)));
  const markKnown = (contract: Contract, findings: readonly Finding[], told: Told, settings: Settings) =>
    markSuppressed(contract, findings, told, formats, settings).map(withoutSubjects);
  return {
    formats,
    load: (entry, host, own = read) => loadContract(entry, host, formats, own),
    detect: (file, own = read) => detectIn(own(file).root, formats)?.detection,
    lint: (contract, settings = {}, memory) => finish(markKnown(contract, configure(lintContract(contract, settings, memory), settings), 'rules', settings)),
    compare(base, head, settings = {}) {
      const comparison = compareContracts(base, head, settings);
      return { ...comparison, findings: finish(comparison.findings) };
    },
    decide(base, head, findings, settings = {}) {
      const versions = versionsOf(base, head);
      return { findings: finish(markKnown(head, applyPolicies(findings, versions, settings), 'changes', settings)), versions };
    },
    versions: versionsOf,
    removed: (base, settings = {}) => finish(configure(removedContract(base, settings), settings)),
    fixes({ model, format, snapshot }, findings, settings = {}) {
      const references = findings.map((finding) => [finding, fixReference(snapshot, finding)] as const).filter(([, fixes]) => fixes.length > 0);
      const own = model && format ? fixesOf(model, format.rules, findings, lintOptionsOf(settings, model)) : [];
      return new Map([...own, ...references]);
    },
    remedies(base, head, finding, settings = {}) {
      const own = head.format ? remediesOf(base.snapshot, head.snapshot, head.format, finding) : [];
      return [...own, ...raiseVersion(head.snapshot, finding, settings)];
    },
  };
}

function withGuide(finding: Finding, guideOf: CheckerOptions['guideOf']): Finding {
  return finding.ofRuleset ? finding : { ...finding, ...guideOf?.(finding.ruleId) };
}

/** Only settings ask for them, and reports of large contracts would be long. */
function withoutSubjects({ within: _, ...finding }: Finding): Finding {
  return finding;
}

function removedContract({ snapshot }: Contract, { mode = 'BACKWARD', audiences }: Settings): readonly Finding[] {
  const root = rootOf(snapshot);
  if (!root) return [];
  const at = locationOf(root, root.kind === 'map' && root.entries[0] ? root.entries[0] : root);
  const { backward, forward } = IMPACT_OF_REMOVAL;
  const { verdict } = ratingOf({ backward: { verdict: backward }, forward: { verdict: forward } }, upgradeOf(mode));
  return [contractGone(at, verdict, audiences)];
}

function lintContract(contract: Contract, settings: Settings, memory: LintMemory | undefined): readonly Finding[] {
  const { model, format, problems, snapshot } = contract;
  if (!model || !format) return problems;
  const options = lintOptionsOf(settings, model);
  const { usage } = options;
  const { packs = [], asked, shouldStop } = settings;
  const rules = asked ? format.rules.filter(({ id }) => asked.has(id)) : format.rules;
  const whole = [...problems, ...packs.flatMap((pack) => pack.lint(contract, shouldStop))];
  const placed = usage ? whole.map((finding) => withSubjects(finding, snapshot, usage)) : whole;
  const isKnown = memory && !usage && !asked && ![...snapshot.files.values()].some(({ source }) => namesResources(source));
  if (isKnown) refreshReferences(snapshot);
  return [...placed, ...(isKnown ? lintAgain(model, format.rules, options, memory.under(keyOf(contract, settings))) : lint(model, rules, options))];
}

/** All that findings depend on beside the texts. */
function keyOf({ detection, snapshot: { entry, files, absent } }: Contract, { severities, preset, ruleSets, options, overrides, folder }: Settings): string {
  const set = { severities: [...(severities ?? [])], options: [...(options ?? [])], preset, ruleSets, overrides, folder };
  const list = (value: unknown) => (value instanceof Map ? [...value] : value);
  return JSON.stringify([detection?.label, entry, [...files.keys()], [...absent], set], (_, value) => list(value));
}

function withSubjects(finding: Finding, { files }: Snapshot, usage: Usage): Finding {
  const node = nodeAt(files.get(finding.at.uri)?.root, finding.at.pointer);
  return node ? { ...finding, within: usage(node) } : finding;
}

function compareContracts(base: Contract, head: Contract, settings: Settings): Comparison {
  const problems = problemsOf(base, head);
  for (const [name, contract] of [
    ['base', base],
    ['head', head],
  ] as const) {
    if (contract.incomparable === undefined) continue;
    return { compared: false, reason: `The ${name} \`${contract.snapshot.entry}\` ${contract.incomparable}, so nothing was compared.`, findings: problems };
  }
  if (!base.model || !head.model || !head.format || base.format !== head.format) {
    return { compared: false, reason: `\`${base.snapshot.entry}\` and \`${head.snapshot.entry}\` are contracts of different formats.`, findings: problems };
  }
  return compareModels(base.model, head.model, base.snapshot, head.snapshot, head.format, settings, problems);
}

/**
 * What keeps parts of the head from being compared. A problem that the base had too is not this change's fault, so it is
 * only a warning; and where not a letter changed, there is nothing to warn of.
 */
function problemsOf(base: Contract, head: Contract): readonly Finding[] {
  if (head.problems.length === 0 || saysTheSame(base.snapshot, head.snapshot)) return [];
  const old = new Set(base.problems.map(({ fingerprint }) => fingerprint));
  return head.problems.map((problem) => (old.has(problem.fingerprint) && problem.severity === 'error' ? { ...problem, severity: 'warn' } : problem));
}

function saysTheSame(base: Snapshot, head: Snapshot): boolean {
  const old = [...base.files.values()];
  return base.files.size === head.files.size && [...head.files.values()].every(({ source }, i) => isSameText(old[i]?.source, source));
}

function compareModels(
  before: Element,
  after: Element,
  base: Snapshot,
  head: Snapshot,
  format: Format,
  settings: Settings,
  problems: readonly Finding[],
): Comparison {
  const { mode: asked = 'BACKWARD', audiences, shouldStop } = settings;
  const mode = upgradeOf(asked);
  let proved = 0;
  let undecided = 0;
  const decide = format.judge?.(base, head, mode);
  const judge: Judge | undefined =
    decide &&
    ((fact) => {
      const judgement = decide(fact);
      if (judgement && ratingOf(judgement, mode).unproved !== undefined) undecided++;
      else if (judgement && !judgement.waits) proved++;
      return judgement;
    });
  const findings = compare(before, after, format.changes, {
    judge,
    unchanged: unchangedBetween(base, head),
    mode,
    groupOf: groupingOf(settings),
    ...(audiences && { audiences }),
    ...(shouldStop && { shouldStop }),
  });
  return { compared: true, findings: [...problems, ...findings], proved, undecided };
}

/** What both contracts call themselves, if both do. */
function versionsOf(base: Contract, head: Contract): Versions | undefined {
  const [old, now] = [base.format?.versionOf?.(base.snapshot), head.format?.versionOf?.(head.snapshot)];
  const [before, after] = [versionText(old), versionText(now)];
  return now && before !== undefined && after !== undefined ? { base: before, head: after, at: locationOf(now) } : undefined;
}

/** As it is written: `1.10` is a number to YAML, and not the same version as `1.1`. */
function versionText(node: Node | undefined): string | undefined {
  if (node?.kind !== 'scalar') return undefined;
  if (typeof node.value === 'string') return node.value;
  return typeof node.value === 'number' ? sourceOf(node) : undefined;
}
