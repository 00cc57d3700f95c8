import { type Finding, fingerprintOf, locationOf, matchesGlob, type Node, pointerOf, type Severity, trailOf } from '@breakwater/core';
import type { DataRule } from '../ruleset/data-rule.ts';
import type { RulesetOverride } from '../ruleset/ruleset.ts';
import { notRun } from '../ruleset/told.ts';
import { messageOf } from './message.ts';
import type { Target } from './target.ts';

/** What has been found, and what was left out, once for each rule and reason. */
export class Ledger {
  readonly findings: Finding[] = [];
  private readonly leftOut = new Set<string>();
  private readonly root: Node;
  private readonly overrides: readonly RulesetOverride[];

  constructor(root: Node, overrides: readonly RulesetOverride[]) {
    this.root = root;
    this.overrides = overrides;
  }

  leaveOut(rule: DataRule, why: string): void {
    const at = rule.at ?? this.root;
    const key = `${rule.id} ${why}`;
    if (!this.leftOut.has(key)) this.findings.push(notRun(`The rule \`${rule.id}\` is not run: ${why}.`, at, at.entry));
    this.leftOut.add(key);
  }

  tell(rule: DataRule, error: string, { node, missing }: Target, value: string): void {
    const severity = this.severityAt(rule, node);
    if (severity === 'off') return;
    const own = node.entry?.name ?? (node.parent?.kind === 'seq' ? String(node.parent.items.indexOf(node)) : '');
    const property = [own, ...missing].filter((part) => part !== '').join('.');
    this.findings.push(this.findingOf(rule.id, severity, messageOf(rule, { property, value, error, path: `#${pointerOf(node)}` }), node));
  }

  findingOf(ruleId: string, severity: Severity, message: string, node: Node): Finding {
    const fingerprint = fingerprintOf(ruleId, trailOf(node), message);
    return { kind: 'rule', ruleId, severity, message, data: {}, at: locationOf(node), related: [], fingerprint, ofRuleset: true };
  }

  /** Of the parts of files that overrides name, the smallest one counts. */
  private severityAt(rule: DataRule, node: Node): Severity {
    if (this.overrides.length === 0) return rule.severity;
    const pointer = pointerOf(node);
    const parts = this.overrides.flatMap(({ files, change }) => files.map((file) => ({ ...file, change })));
    const fitting = parts.filter(({ glob, pointer: part }) => part !== undefined && isIn(pointer, part) && matchesGlob(glob, node.file.uri));
    const smallest = fitting.toSorted((a, b) => (a.pointer?.length ?? 0) - (b.pointer?.length ?? 0)).at(-1);
    return smallest?.change(new Map([[rule.id, rule]])).get(rule.id)?.severity ?? rule.severity;
  }
}

function isIn(pointer: string, part: string): boolean {
  return pointer === part || pointer.startsWith(`${part}/`);
}
