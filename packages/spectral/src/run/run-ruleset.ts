import { type Contract, type Finding, fingerprintOf, lint, locationOf, matchesGlob, type Node, pointerOf, rootOf, type Severity, trailOf } from '@breakwater/core';
import { type Check, type Complaint, type Context, shown } from '../function/check.ts';
import { parsePath } from '../path/parse-path.ts';
import type { Path } from '../path/path.ts';
import { expand } from '../ruleset/alias.ts';
import type { DataRule } from '../ruleset/data-rule.ts';
import { formatsOf } from '../ruleset/formats.ts';
import type { Ruleset, RulesetOverride } from '../ruleset/ruleset.ts';
import { notRun } from '../ruleset/told.ts';
import { messageOf } from './message.ts';
import { below, type Target, targetOf, targetsOf } from './target.ts';
import { Undecided } from './undecided.ts';
import { resolvedView, WRITTEN } from './view.ts';
import { type Frame, walk } from './walk.ts';

/** What a ruleset tells of a contract, and what of it was not run. */
export function runRuleset(ruleset: Ruleset, contract: Contract, shouldStop?: () => boolean): readonly Finding[] {
  const root = rootOf(contract.snapshot);
  if (!root || !contract.model) return [];
  const matching = ruleset.overrides.filter(({ files }) => files.some(({ glob, pointer }) => pointer === undefined && matchesGlob(glob, contract.snapshot.entry)));
  const rules = matching.reduce((before, { change }) => change(before), ruleset.rules);
  const run = new Run(contract, root, ruleset.overrides, shouldStop);
  const formats = formatsOf(root);
  const on = [...rules.values()].filter((rule) => rule.isOn && (!rule.formats || [...rule.formats].some((format) => formats.has(format))));
  run.rules(on.filter(({ resolved }) => resolved), resolvedView(contract.snapshot), formats);
  run.rules(on.filter(({ resolved }) => !resolved), WRITTEN, formats);
  run.askOwnRules(on.filter(({ asks }) => asks));
  return [...ruleset.notes, ...matching.flatMap(({ notes }) => notes), ...run.findings];
}

/** One place that some rules look at. */
interface Asked {
  readonly path: Path;
  readonly rules: DataRule[];
  /** Nodes that have been looked at, where the way to them plays no part. */
  readonly seen: Set<Node>;
}

class Run {
  readonly findings: Finding[] = [];
  private readonly contract: Contract;
  private readonly root: Node;
  private readonly overrides: readonly RulesetOverride[];
  private readonly shouldStop: (() => boolean) | undefined;
  private readonly undecided = new Set<string>();

  constructor(contract: Contract, root: Node, overrides: readonly RulesetOverride[], shouldStop: (() => boolean) | undefined) {
    this.contract = contract;
    this.root = root;
    this.overrides = overrides;
    this.shouldStop = shouldStop;
  }

  /** All rules that see the contract in one way, in one walk. */
  rules(rules: readonly DataRule[], seen: Context['seen'], formats: ReadonlySet<string>): void {
    const asked = [...this.pathsOf(rules, formats).values()];
    const context: Context = { contract: this.contract, root: this.root, seen, formats };
    const found = (i: number, frame: Frame) => {
      const place = asked[i];
      if (place) this.at(place, frame, context);
    };
    const all = walk(this.root, asked.map(({ path }) => path), { seen, found, shouldStop: this.shouldStop });
    if (!all) for (const rule of rules) this.tellNotRun(rule, 'its paths ask by which way a place is reached, and there are more than a million ways');
  }

  private pathsOf(rules: readonly DataRule[], formats: ReadonlySet<string>): ReadonlyMap<string, Asked> {
    const all = new Map<string, Asked>();
    for (const rule of rules) {
      const texts = rule.given.map((given) => expand(given, rule.aliases, formats));
      for (const text of texts.flatMap((one) => ('refusal' in one ? this.tellNotRun(rule, `\`given\` ${one.refusal}`) : one))) {
        const asked = all.get(text) ?? this.askedBy(text, rule);
        if (asked) all.set(text, asked);
        if (asked && !asked.rules.includes(rule)) asked.rules.push(rule);
      }
    }
    return all;
  }

  private askedBy(text: string, rule: DataRule): Asked | undefined {
    const path = parsePath(text);
    if (!('refusal' in path)) return { path, rules: [], seen: new Set() };
    this.tellNotRun(rule, `its path \`${text.slice(0, 100)}\` ${path.refusal}`);
    return undefined;
  }

  private tellNotRun(rule: DataRule, why: string): readonly string[] {
    const at = rule.at ?? this.root;
    const key = `${rule.id} ${why}`;
    if (!this.undecided.has(key)) this.findings.push(notRun(`The rule \`${rule.id}\` is not run: ${why}.`, at, at.entry));
    this.undecided.add(key);
    return [];
  }

  private at({ path, rules, seen }: Asked, frame: Frame, context: Context): void {
    const { everything, keyed, parents } = path;
    if (everything && frame.node.kind === 'scalar') return;
    let at: Frame | undefined = frame;
    for (let i = 0; i < parents; i++) at = at?.parent;
    const place = at && (keyed ? at.raw : at.node);
    if (!at || !place || seen.has(place)) return;
    seen.add(place);
    const whole = targetOf(at, keyed);
    for (const rule of rules) for (const { field, check } of rule.then) if (check) this.ask(rule, check, targetsOf(whole, field, context.seen), context);
  }

  private ask(rule: DataRule, check: Check, targets: readonly Target[], context: Context): void {
    try {
      for (const target of targets) for (const complaint of check(target.value, context)) this.tell(rule, complaint, target, context);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      this.tellNotRun(rule, error.message);
    }
  }

  private tell(rule: DataRule, { message: error, path = [] }: Complaint, target: Target, { seen }: Context): void {
    const { node, missing } = below(target, path, seen);
    const severity = this.severityAt(rule, node);
    if (severity === 'off') return;
    const last = node.entry?.name ?? (node.parent?.kind === 'seq' ? String(node.parent.items.indexOf(node)) : '');
    const property = [last, ...missing].filter((part) => part !== '').join('.');
    const value = missing.length > 0 ? undefined : node.kind === 'scalar' ? node.value : node;
    const message = messageOf(rule, { property, value: shown(value), error, path: `#${pointerOf(node)}` });
    this.findings.push(findingOf(rule.id, severity, message, node));
  }

  /** Of the parts that overrides name, the smallest one counts. */
  private severityAt(rule: DataRule, node: Node): Severity {
    const pointer = pointerOf(node);
    let severity = rule.severity;
    let length = -1;
    for (const { files, change } of this.overrides)
      for (const { glob, pointer: part } of files) {
        if (part === undefined || part.length < length || !matchesGlob(glob, node.file.uri) || !(pointer === part || pointer.startsWith(`${part}/`))) continue;
        severity = change(new Map([[rule.id, rule]])).get(rule.id)?.severity ?? severity;
        length = part.length;
      }
    return severity;
  }

  /** Rules that Breakwater's own answer are told under the name by which the ruleset knows them. */
  askOwnRules(rules: readonly DataRule[]): void {
    const { model, format } = this.contract;
    if (!model || !format || rules.length === 0) return;
    for (const rule of rules) {
      const own = (rule.asks ?? []).flatMap(({ rule: id, on }) => format.rules.filter((one) => one.id === id).map((one) => (on ? { ...one, on } : one)));
      for (const { at, message, fingerprint } of lint(model, own, { severityOf: () => 'warn' }))
        this.findings.push({ ...findingOf(rule.id, rule.severity, message, this.root), at, fingerprint: fingerprintOf(rule.id, fingerprint) });
    }
  }
}

function findingOf(ruleId: string, severity: Severity, message: string, node: Node): Finding {
  const fingerprint = fingerprintOf(ruleId, trailOf(node), message);
  return { kind: 'rule', ruleId, severity, message, data: {}, at: locationOf(node), related: [], fingerprint, ofRuleset: true };
}
