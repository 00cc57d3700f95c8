import { child, entriesOf } from '@breakwater/core';
import type { JsonSchema } from '../containment/index.ts';
import type { Pick } from '../schema-change.ts';
import { schemaElement, type SchemaElement } from '../schema-element.ts';

/** What a receiver demands of one property: that it is there if required, and that it is welcome at all. */
export function propertyDemand(receiver: SchemaElement, name: string, pick: Pick): JsonSchema {
  const welcome = pick(receiver, ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties']);
  const isRequired = receiver.effective().required.has(name);
  const open = receiver.effective().all('additionalProperties').length + receiver.effective().all('unevaluatedProperties').length === 0;
  const demands: JsonSchema[] = open ? [] : [only(welcome, name)];
  return { allOf: isRequired ? [...demands, { required: [name] }] : demands };
}

/** The demands of a closed receiver on one name only: what it says about the others is told by their own facts. */
function only(welcome: JsonSchema, name: string): JsonSchema {
  return { anyOf: [welcome, { not: { required: [name] } }] };
}

/** Whether a property that is missing among the properties stands in a branch of the union instead: then it was moved, and the union is told. */
export function isMovedHere(name: string, element: SchemaElement): boolean {
  const { union } = element.effective();
  return (union?.branches ?? []).some((branch) => {
    const { snapshot, dialect } = element;
    return schemaElement({ id: 'branch', label: '', nodes: [branch], snapshot, dialect }).effective().properties.has(name) || entriesOf(child(branch, 'properties')).some((entry) => entry.name === name);
  });
}
