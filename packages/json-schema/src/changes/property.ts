import { child, entriesOf } from '@breakwater/core';
import type { JsonSchema } from '../containment/index.ts';
import type { Pick } from '../schema-change.ts';
import { type SchemaElement, schemaElement } from '../schema-element.ts';

/** What a receiver demands of one property: that it is there if required, and that it is welcome at all. */
export function propertyDemand(receiver: SchemaElement, name: string, pick: Pick): JsonSchema {
  const { all, required } = receiver.effective();
  const isOpen = all('additionalProperties').length + all('unevaluatedProperties').length === 0;
  const welcome = isOpen ? true : welcomeOf(name, pick(receiver, ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties']));
  if (!required.has(name)) return welcome;
  return isOpen ? { required: [name] } : { allOf: [welcome, { required: [name] }] };
}

/** What a closed receiver says of one name only: of the others, their own facts tell. */
function welcomeOf(name: string, closed: JsonSchema): JsonSchema {
  return { anyOf: [closed, { not: { required: [name] } }] };
}

/** Whether a property that is missing among the properties stands in a branch of the union instead: then it was moved, and the union is told. */
export function isMovedHere(name: string, element: SchemaElement): boolean {
  const { union } = element.effective();
  return (union?.branches ?? []).some((branch) => {
    const { snapshot, dialect } = element;
    return (
      schemaElement({ id: 'branch', label: '', nodes: [branch], snapshot, dialect })
        .effective()
        .properties.has(name) || entriesOf(child(branch, 'properties')).some((entry) => entry.name === name)
    );
  });
}
