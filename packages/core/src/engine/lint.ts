import type { Finding, Location, Severity, Subject } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import type { Node } from '../tree/node.ts';
import type { Element, Place } from './element.ts';
import type { Fix, ReportFact, Rule } from './rule.ts';
import type { Usage } from './usage.ts';

export interface LintOptions {
  /** As which a rule is told; `off`: it does not run. Default: its own severity. */
  readonly severityOf?: (rule: Rule) => Severity;
  /** Whether a rule runs though it is `off`: settings turn it on somewhere. */
  readonly mayBeOn?: (rule: Rule) => boolean;
  /** What the project has set of a rule, over its defaults, for a file and what uses the text there. */
  readonly optionsOf?: (ruleId: string, uri: string, subject: Subject | undefined) => object | undefined;
  /** Which subjects use a node, where settings depend on that. */
  readonly usage?: Usage | undefined;
  readonly shouldStop?: () => boolean;
}

/** Runs every rule on every element of its kind, each element once, wherever it is referred to from. */
export function lint(root: Element, rules: readonly Rule[], options: LintOptions = {}): readonly Finding[] {
  const findings: Finding[] = [];
  visit(root, rules, options, (told) => findings.push(toFinding(told, severityOf(told.rule, options))));
  return findings;
}

/** The repairs for findings of `lint` on the same model, in one walk. */
export function fixesOf(root: Element, rules: readonly Rule[], findings: readonly Finding[], options: LintOptions = {}): ReadonlyMap<Finding, readonly Fix[]> {
  const fixes = new Map<Finding, readonly Fix[]>(findings.map((finding) => [finding, []]));
  const byKey = new Map(findings.map((finding) => [keyOf(finding.ruleId, finding.at, finding.message), finding]));
  const ids = new Set(findings.map(({ ruleId }) => ruleId));
  const own = rules.filter(({ id, fixes: repair }) => ids.has(id) && repair);
  // What has been found is on, whatever set it.
  visit(root, own, { ...options, severityOf: ({ severity }) => severity }, ({ rule, element, data, place, set }) => {
    const finding = byKey.get(keyOf(rule.id, locationOf(place.node, place.span), rule.message(data)));
    if (finding) fixes.set(finding, [...(fixes.get(finding) ?? []), ...(rule.fixes?.(element, data, set) ?? [])]);
  });
  return fixes;
}

function keyOf(ruleId: string, { uri, pointer }: Location, message: string): string {
  return JSON.stringify([ruleId, uri, pointer, message]);
}

export interface Told {
  readonly rule: Rule;
  readonly element: Element;
  readonly data: object;
  readonly place: Place;
  readonly related: Node | undefined;
  /** The options that the rule was asked with. */
  readonly set: object;
  readonly within: readonly Subject[];
}

function visit(root: Element, rules: readonly Rule[], options: LintOptions, visitor: (told: Told) => void): void {
  const byKind = new Map<string, Rule[]>();
  for (const rule of rules.filter((one) => mayTell(one, options))) for (const kind of kindsOf(rule)) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
  const ask = askerOf(options, visitor);
  for (const element of byKind.size > 0 ? elementsBelow([root]) : []) {
    if (options.shouldStop?.()) return;
    for (const rule of byKind.get(element.kind) ?? []) ask(rule, element);
  }
}

export function mayTell(rule: Rule, options: LintOptions): boolean {
  return severityOf(rule, options) !== 'off' || options.mayBeOn?.(rule) === true;
}

export function kindsOf({ on }: Rule): readonly string[] {
  return typeof on === 'string' ? [on] : on;
}

/** Asks rules about elements: there are many of both, and all of them report to the same function. */
export function askerOf(options: LintOptions, visitor: (told: Told) => void): (rule: Rule, element: Element) => void {
  let rule: Rule;
  let element: Element;
  let run: Run;
  const report: ReportFact<object> = (data, at, more) => {
    const place = placeOf(element, at);
    visitor({ rule, element, data, place, related: more?.related, set: run.set, within: run.within ?? options.usage?.(place.node) ?? [] });
  };
  return (asked, about) => {
    rule = asked;
    element = about;
    // Most rules have nothing to set.
    for (run of rule.options ? runsOf(rule, element, options) : WITHOUT_OPTIONS) rule.check(element, report, run.set);
  };
}

/** Every element that the text holds, depth first, each once however many references lead to it. */
export function* elementsBelow(roots: readonly Element[], enters?: (child: Element) => boolean): Generator<Element> {
  const seen = new Map<string, Set<Node>>();
  const stack = roots.toReversed();
  for (let element = stack.pop(); element; element = stack.pop()) {
    let visited = seen.get(element.kind);
    if (!visited) seen.set(element.kind, (visited = new Set()));
    if (visited.has(element.node)) continue;
    visited.add(element.node);
    yield element;
    const children = enters ? element.children().filter(enters) : element.children();
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Element); // The index is within the list.
  }
}

/** A node stands for its key; a place is taken as it is. */
export function placeOf(element: Element, at: Node | Place | undefined): Place {
  if (!at) return element.place;
  return 'node' in at ? at : { node: at, span: at.entry ?? at };
}

export function severityOf(rule: Rule, options: LintOptions): Severity {
  return options.severityOf?.(rule) ?? rule.severity;
}

interface Run {
  readonly set: object;
  /** Whom these options are for, if there are others; else what is told concerns all that use the place where it is told. */
  readonly within?: readonly Subject[];
}

const WITHOUT_OPTIONS: readonly Run[] = [{ set: {} }];

/** With which options a rule looks at an element: those of all that use it, each once. */
function runsOf(rule: Rule, { node }: Element, { optionsOf, usage }: LintOptions): readonly Run[] {
  const within = usage?.(node) ?? [];
  const setFor = (subject: Subject | undefined) => ({ ...rule.options?.defaults, ...optionsOf?.(rule.id, node.file.uri, subject) });
  if (within.length < 2) return [{ set: setFor(within[0]) }];
  const runs = new Map<string, { readonly set: object; readonly within: Subject[] }>();
  for (const subject of within) {
    const set = setFor(subject);
    const key = JSON.stringify(set);
    const run = runs.get(key);
    if (run) run.within.push(subject);
    else runs.set(key, { set, within: [subject] });
  }
  return runs.size > 1 ? [...runs.values()] : [{ set: setFor(within[0]) }];
}

export function toFinding({ rule, data, place, related, within }: Told, severity: Severity): Finding {
  const message = rule.message(data);
  return {
    kind: 'rule',
    ruleId: rule.id,
    severity,
    message,
    data: { ...data },
    at: locationOf(place.node, place.span),
    related: related ? [{ message: 'See also here.', at: locationOf(related), version: 'head' }] : [],
    fingerprint: fingerprintOf(rule.id, place.node.file.uri, trailOf(place.node), message),
    fixable: rule.fixes !== undefined,
    ...(within.length > 0 && { within }),
  };
}
