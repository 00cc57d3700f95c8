import { type Node, type Place, referenceIn } from '@breakwater/core';
import type { Fault } from './fault.ts';
import { nameOf, sayKind, sayValue } from './say.ts';
import type { Value } from './value.ts';
import type { Walk } from './walk.ts';

export function tell({ faults }: Walk, at: Node | Place, data: Fault): void {
  faults.push({ at, data });
}

/** Once, though references may lead here again. */
export function tellKind(state: Walk, node: Node, value: Value): void {
  if (value.is === 'object' && !isFirst(state, node, value.name)) return;
  const of = value.is === 'object' ? value.name : '';
  tell(state, node, {
    fault: 'kind',
    label: nameOf(node),
    field: node.entry?.name ?? '',
    object: holderOf(state, node),
    is: sayKind(node),
    must: sayValue(value, state.grammar),
    wants: value.is,
    of,
  });
}

/** The object in which a node is a field. */
export function holderOf({ kinds }: Walk, { parent }: Node): string {
  const [kind = ''] = (parent && kinds.get(parent)) ?? [];
  return kind;
}

/** Once as each kind of object: YAML aliases and references lead here again. */
export function isFirst({ kinds }: Walk, node: Node, kind: string): boolean {
  return kinds.add(node, kind);
}

/** A `$ref` where the specification wants the thing itself. Many tools follow it all the same, so what it leads to is looked at too. */
export function isUnwantedReference(state: Walk, node: Node, value: Value): boolean {
  const reference = referenceIn(node);
  if (!reference || node.kind !== 'map') return false;
  if (!isFirst(state, node, 'unwanted reference')) return true;
  tell(state, reference, { fault: 'no reference', must: nounOf(state, value) });
  state.references.push({ node, value });
  return true;
}

export function nounOf({ grammar }: Pick<Walk, 'grammar'>, value: Value): string {
  if (value.is === 'object') return grammar.get(value.name)?.noun ?? value.name;
  if (value.is === 'map') return 'object';
  return value.is === 'list' ? 'list' : 'value';
}
