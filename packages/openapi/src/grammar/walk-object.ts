import { booleanOf, child, type Node, stringOf } from '@breakwater/core';
import type { ObjectGrammar } from './grammar.ts';
import { isFirst, isUnwantedReference, tellKind } from './tell.ts';
import type { Value } from './value.ts';
import type { Walk } from './walk.ts';
import { checkFields } from './walk-fields.ts';

export function checkObject(state: Walk, node: Node, value: Value & { is: 'object' }): void {
  const object = state.grammar.get(value.name);
  if (!object || isReferenceTo(state, node, value, object) || (object.boolean && booleanOf(node) !== undefined)) return;
  if (node.kind !== 'map') tellKind(state, node, value);
  else if (isFirst(state, node, object.as ?? object.name) && !isOfOtherDialect(state, node, object)) checkFields(state, node, object);
}

/** Whether a reference stands in the place of an object, as it may or may not. */
function isReferenceTo(state: Walk, node: Node, value: Value & { is: 'object' }, object: ObjectGrammar): boolean {
  if (object.fields.has('$ref')) return false;
  const reference = child(node, '$ref');
  if (!value.refs || !reference || node.kind !== 'map') return isUnwantedReference(state, node, value);
  if (!isFirst(state, node, `reference to ${value.name}`)) return true;
  if (stringOf(reference) === undefined) tellKind(state, reference, { is: 'text' });
  else state.references.push({ node, value });
  const described = state.grammar.get('reference');
  if (described) checkFields(state, node, described);
  return true;
}

/** What another dialect than that of OpenAPI says of its schemas is not known here. */
function isOfOtherDialect({ document }: Walk, node: Node, object: ObjectGrammar): boolean {
  if (!object.boolean) return false;
  const named = stringOf(child(node, '$schema')) ?? stringOf(child(document.root, 'jsonSchemaDialect'));
  return named !== undefined && !/^https:\/\/(?:spec\.openapis\.org\/oas\/3\.\d\/dialect\/|json-schema\.org\/draft\/2020-12\/schema)/.test(named);
}
