import { entriesOf, type Node, nearest, type ScalarNode, sourceOf, stringOf, toValue } from '@breakwater/core';
import { keyOf } from '@breakwater/json-schema';
import { nameOf } from './say.ts';
import { isNamed, isWritten } from './syntax.ts';
import { holderOf, isUnwantedReference, tell, tellKind } from './tell.ts';
import { isOfType, type Value } from './value.ts';
import type { Walk } from './walk.ts';

export function checkList(state: Walk, node: Node, value: Value & { is: 'list' }): void {
  if (isUnwantedReference(state, node, value)) return;
  if (node.kind !== 'seq') {
    tellKind(state, node, value);
    return;
  }
  if (value.filled && node.items.length === 0) tell(state, node, { fault: 'empty', label: nameOf(node), object: '' });
  if (value.unique) checkRepeated(state, node.items, nameOf(node));
  for (const item of node.items) state.tasks.push({ node: item, value: value.of });
}

function checkRepeated(state: Walk, items: readonly Node[], label: string): void {
  const first = new Map<string, Node>();
  for (const item of items) {
    const key = keyOf(toValue(item));
    const other = first.get(key);
    const value = sourceOf(item).replaceAll(/\s+/g, ' ').slice(0, 60);
    if (other) state.faults.push({ data: { fault: 'repeated', label, value: stringOf(item) ?? value }, at: item, related: other });
    else first.set(key, item);
  }
}

export function checkMap(state: Walk, node: Node, value: Value & { is: 'map' }): void {
  if (isUnwantedReference(state, node, value)) return;
  if (node.kind !== 'map') {
    tellKind(state, node, value);
    return;
  }
  if (value.single && node.entries.length !== 1) tell(state, node, { fault: 'single', label: nameOf(node), count: node.entries.length });
  for (const entry of entriesOf(node)) {
    if (value.names && !isNamed(value.names, entry.name))
      tell(state, { node: entry.value, span: entry }, { fault: 'name', name: entry.name, names: value.names });
    state.tasks.push({ node: entry.value, value: value.of });
  }
}

export function checkScalar(state: Walk, node: Node, value: Exclude<Value, { is: 'object' | 'list' | 'map' | 'either' }>): void {
  if (isUnwantedReference(state, node, value)) return;
  if (node.kind !== 'scalar' || !isOfType(node, value.is)) tellKind(state, node, value);
  else checkText(state, node, value);
}

function checkText(state: Walk, node: ScalarNode, value: Value): void {
  const text = String(node.value);
  const label = nameOf(node);
  if (value.is === 'pointer' && node.parent?.kind === 'map')
    state.references.push({ node: node.parent, value: { is: 'object', name: value.name, refs: true } });
  else if (value.is === 'choice' && !value.of.includes(text)) {
    const near = nearest(text, value.of);
    tell(state, node, { fault: 'choice', label, value: text.slice(0, 60), of: value.of, ...(near !== undefined && { near }) });
  } else if (value.is === 'true' && node.value !== true) tell(state, node, { fault: 'choice', label, value: 'false', of: ['true'] });
  else if (value.is === 'text' && value.syntax && !isWritten(value.syntax, text))
    tell(state, node, {
      fault: 'syntax',
      label,
      field: node.entry?.name ?? '',
      object: holderOf(state, node),
      value: text.slice(0, 100),
      syntax: value.syntax,
    });
}
