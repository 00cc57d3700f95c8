import type { Finding, Severity } from '../finding/finding.ts';
import { fingerprintOf, trailOf } from '../finding/fingerprint.ts';
import { locationOf } from '../finding/location.ts';
import type { Node } from '../tree/node.ts';
import type { Element, Place } from './element.ts';
import type { Fix, ReportFact, Rule } from './rule.ts';

export interface LintOptions {
  readonly severityOf?: (ruleId: string, own: Severity) => Severity;
  readonly shouldStop?: () => boolean;
}

/** Runs every rule on every element of its kind, each element once, wherever it is referred to from. */
export function lint(root: Element, rules: readonly Rule[], options: LintOptions = {}): readonly Finding[] {
  const findings: Finding[] = [];
  visit(root, rules, options, (rule, element, data, place, related) => {
    findings.push(toFinding(rule, severityOf(rule, options), data, place, related));
    void element;
  });
  return findings;
}

/** The repairs for a finding of `lint` on the same model. */
export function fixesOf(root: Element, rules: readonly Rule[], finding: Finding): readonly Fix[] {
  const fixes: Fix[] = [];
  const own = rules.filter(({ id, fixes: repair }) => id === finding.ruleId && repair);
  visit(root, own, {}, (rule, element, data, place) => {
    const at = locationOf(place.node, place.span);
    const same = at.uri === finding.at.uri && at.pointer === finding.at.pointer && rule.message(data) === finding.message;
    if (same) fixes.push(...(rule.fixes?.(element, data) ?? []));
  });
  return fixes;
}

type Visitor = (rule: Rule, element: Element, data: object, place: Place, related: Node | undefined) => void;

function visit(root: Element, rules: readonly Rule[], options: LintOptions, visitor: Visitor): void {
  const byKind = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (severityOf(rule, options) === 'off') continue;
    byKind.set(rule.on, [...(byKind.get(rule.on) ?? []), rule]);
  }
  for (const element of elementsBelow(root)) {
    if (options.shouldStop?.()) return;
    for (const rule of byKind.get(element.kind) ?? []) {
      const report: ReportFact<object> = (data, at, more) => visitor(rule, element, data, placeOf(element, at), more?.related);
      rule.check(element, report);
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
  return options.severityOf?.(rule.id, rule.severity) ?? rule.severity;
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
