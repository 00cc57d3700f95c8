import type { Finding, Location, Severity } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import type { Node } from '../tree/node.ts';
import type { Element, Place } from './element.ts';
import type { Fix, ReportFact, Rule } from './rule.ts';

export interface LintOptions {
  /** As which a rule is told; `off`: it does not run. Default: its own severity. */
  readonly severityOf?: (rule: Rule) => Severity;
  /** What the project has set of a rule, over its defaults. */
  readonly optionsOf?: (ruleId: string) => object | undefined;
  readonly shouldStop?: () => boolean;
}

/** Runs every rule on every element of its kind, each element once, wherever it is referred to from. */
export function lint(root: Element, rules: readonly Rule[], options: LintOptions = {}): readonly Finding[] {
  const findings: Finding[] = [];
  visit(root, rules, options, ({ rule, data, place, related }) => findings.push(toFinding(rule, severityOf(rule, options), data, place, related)));
  return findings;
}

/** The repairs for findings of `lint` on the same model, in one walk. */
export function fixesOf(root: Element, rules: readonly Rule[], findings: readonly Finding[], options: LintOptions = {}): ReadonlyMap<Finding, readonly Fix[]> {
  const fixes = new Map<Finding, readonly Fix[]>(findings.map((finding) => [finding, []]));
  const byKey = new Map(findings.map((finding) => [keyOf(finding.ruleId, finding.at, finding.message), finding]));
  const ids = new Set(findings.map(({ ruleId }) => ruleId));
  const own = rules.filter(({ id, fixes: repair }) => ids.has(id) && repair);
  // What has been found is on, whatever set it.
  visit(root, own, { ...options, severityOf: ({ severity }) => severity }, ({ rule, element, data, place }) => {
    const finding = byKey.get(keyOf(rule.id, locationOf(place.node, place.span), rule.message(data)));
    if (finding) fixes.set(finding, [...(fixes.get(finding) ?? []), ...(rule.fixes?.(element, data, setIn(rule, options)) ?? [])]);
  });
  return fixes;
}

function keyOf(ruleId: string, { uri, pointer }: Location, message: string): string {
  return JSON.stringify([ruleId, uri, pointer, message]);
}

interface Told {
  readonly rule: Rule;
  readonly element: Element;
  readonly data: object;
  readonly place: Place;
  readonly related: Node | undefined;
}

function visit(root: Element, rules: readonly Rule[], options: LintOptions, visitor: (told: Told) => void): void {
  const byKind = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (severityOf(rule, options) === 'off') continue;
    byKind.set(rule.on, [...(byKind.get(rule.on) ?? []), rule]);
  }
  for (const element of elementsBelow(root)) {
    if (options.shouldStop?.()) return;
    for (const rule of byKind.get(element.kind) ?? []) {
      const report: ReportFact<object> = (data, at, more) => visitor({ rule, element, data, place: placeOf(element, at), related: more?.related });
      rule.check(element, report, setIn(rule, options));
    }
  }
}

/** Every element that the text holds, depth first, each once however many references lead to it. */
export function* elementsBelow(root: Element): Generator<Element> {
  const seen = new Map<string, Set<Node>>();
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    const visited = seen.get(element.kind) ?? new Set();
    seen.set(element.kind, visited);
    if (visited.has(element.node)) continue;
    visited.add(element.node);
    yield element;
    const children = element.children();
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Element); // The index is within the list.
  }
}

/** A node stands for its key; a place is taken as it is. */
export function placeOf(element: Element, at: Node | Place | undefined): Place {
  if (!at) return element.place;
  return 'node' in at ? at : { node: at, span: at.entry ?? at };
}

function severityOf(rule: Rule, options: LintOptions): Severity {
  return options.severityOf?.(rule) ?? rule.severity;
}

function setIn(rule: Rule, { optionsOf }: LintOptions): object {
  return { ...rule.options?.defaults, ...optionsOf?.(rule.id) };
}

function toFinding(rule: Rule, severity: Severity, data: object, place: Place, related: Node | undefined): Finding {
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
  };
}
