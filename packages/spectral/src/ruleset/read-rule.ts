import { booleanOf, child, entriesOf, type Finding, itemsOf, mistakesIn, type Node, nearest, numberOf, type Severity, stringOf } from '@breakwater/core';
import { FUNCTIONS } from '../function/functions.ts';
import type { Aliases } from './alias.ts';
import type { DataRule, Demand } from './data-rule.ts';
import { formatName } from './formats.ts';
import { mistakeAt, notRun } from './told.ts';

/** What is known when a rule is read. */
export interface RuleContext {
  /** Rules by id, as they are so far. */
  readonly rules: Map<string, DataRule>;
  readonly aliases: Aliases;
  /** Formats of the whole file, for rules that name none. */
  readonly formats: ReadonlySet<string> | undefined;
  /** Something that is extended could not be read: rules that are not there may be of it. */
  readonly isPartial: boolean;
  /** Functions that are not known may be code, which is not run. */
  readonly mayBeCode: boolean;
  readonly mistakes: Finding[];
  readonly notes: Finding[];
}

/** Adds a rule, or sets something of one that is extended. */
function readRule(id: string, node: Node, context: RuleContext): void {
  const known = context.rules.get(id);
  if (node.kind === 'map') {
    const rule = known ? changed(known, node, context) : added(id, node, context);
    if (rule) context.rules.set(id, rule);
  } else if (known) context.rules.set(id, switched(known, node));
  else if (!context.isPartial) context.notes.push(notRun(`There is no rule \`${id}\` in what is extended here, so nothing is set by this.`, node, node.entry));
}

function switched(rule: DataRule, node: Node): DataRule {
  const on = booleanOf(node);
  if (on !== undefined) return { ...rule, isOn: on };
  const severity = severityOf(node) ?? rule.severity;
  return { ...rule, isOn: severity !== 'off', severity };
}

function changed(rule: DataRule, node: Node, context: RuleContext): DataRule {
  const given = child(node, 'given');
  const then = child(node, 'then');
  const own = ownParts(node);
  return {
    ...rule,
    ...own,
    ...(given && { given: textsIn(given), aliases: context.aliases }),
    ...(then && { demands: demandsIn(rule.id, then, context) }),
    isOn: (own.severity ?? rule.severity) !== 'off',
    at: node,
  };
}

function added(id: string, node: Node, context: RuleContext): DataRule | undefined {
  const [given, then] = [child(node, 'given'), child(node, 'then')];
  if (!given || !then) {
    if (!context.isPartial) context.mistakes.push(mistakeAt(`The rule \`${id}\` needs \`given\` and \`then\`.`, node, node.entry));
    return undefined;
  }
  const recommended = booleanOf(child(node, 'recommended')) !== false;
  const rule = { id, severity: 'warn' as const, ...(context.formats && { formats: context.formats }), ...ownParts(node), recommended, isOn: recommended };
  return {
    ...rule,
    isOn: recommended && rule.severity !== 'off',
    given: textsIn(given),
    aliases: context.aliases,
    demands: demandsIn(id, then, context),
    resolved: booleanOf(child(node, 'resolved')) !== false,
    at: node,
  };
}

function ownParts(node: Node): Partial<Pick<DataRule, 'message' | 'description' | 'severity' | 'resolved' | 'formats'>> {
  const [message, description] = [stringOf(child(node, 'message')), stringOf(child(node, 'description'))];
  const severity = severityOf(child(node, 'severity'));
  const resolved = booleanOf(child(node, 'resolved'));
  const formats = formatsIn(node);
  return {
    ...(message !== undefined && { message }),
    ...(description !== undefined && { description }),
    ...(severity !== undefined && { severity }),
    ...(resolved !== undefined && { resolved }),
    ...(formats && { formats }),
  };
}

export function formatsIn(node: Node | undefined): ReadonlySet<string> | undefined {
  const list = child(node, 'formats');
  return list && new Set(itemsOf(list).map((item) => formatName(stringOf(item) ?? '')));
}

export function textsIn(node: Node): readonly string[] {
  return node.kind === 'seq' ? node.items.flatMap((item) => stringOf(item) ?? []) : [stringOf(node) ?? ''];
}

const SEVERITIES = ['error', 'warn', 'info', 'hint'] as const;

function severityOf(node: Node | undefined): Severity | undefined {
  const number = numberOf(node);
  if (number !== undefined) return SEVERITIES[number] ?? 'off';
  return [...SEVERITIES, 'off' as const].find((severity) => severity === stringOf(node));
}

function demandsIn(id: string, node: Node, context: RuleContext): readonly Demand[] {
  return (node.kind === 'seq' ? node.items : [node]).map((one) => {
    const field = stringOf(child(one, 'field'));
    const check = checkIn(id, one, context);
    return { ...(field !== undefined && { field }), ...(check && { check }) };
  });
}

function checkIn(id: string, node: Node, { mistakes, notes, mayBeCode }: RuleContext): Demand['check'] {
  const at = child(node, 'function') ?? node;
  const name = stringOf(at) ?? '';
  const maker = FUNCTIONS.get(name);
  if (!maker) {
    if (mayBeCode) notes.push(notRun(`The rule \`${id}\` is not run: its function \`${name}\` is code, and Breakwater runs no code of a repository.`, at));
    else mistakes.push(mistakeAt(`There is no function \`${name}\`${meant(name)}`, at));
    return undefined;
  }
  const options = child(node, 'functionOptions');
  const flaws = options && maker.options ? mistakesIn(options, maker.options) : [];
  for (const { message, node: place } of flaws) mistakes.push(mistakeAt(`The options of \`${name}\`: ${message}`, place));
  const needs = !options && maker.options && maker.isOptional !== true;
  if (needs)
    mistakes.push(
      mistakeAt(
        `\`${name}\` needs \`functionOptions\` with ${Object.keys(maker.options?.properties ?? {})
          .map((key) => `\`${key}\``)
          .join(' or ')}.`,
        at,
      ),
    );
  return needs || flaws.length > 0 ? undefined : maker.make(options);
}

function meant(name: string): string {
  const near = nearest(name, [...FUNCTIONS.keys()]);
  return near === undefined ? `: there are ${[...FUNCTIONS.keys()].join(', ')}.` : `; did you mean \`${near}\`?`;
}

/** Every rule of a map. */
export function readRules(node: Node | undefined, context: RuleContext): void {
  for (const { name, value } of entriesOf(node)) readRule(name, value, context);
}
