import { child, entriesOf } from '@breakwater/core';
import type { JsonSchema } from '../containment/index.ts';
import type { Pick } from '../schema-change.ts';
import { type SchemaElement, schemaElement } from '../schema-element.ts';

/** What a receiver demands of one property: that it is there if required, and that it is welcome at all. */
export function propertyDemand(receiver: SchemaElement, name: string, pick: Pick): JsonSchema {
  const { all } = receiver.effective();
  const isOpen = all('additionalProperties').length + all('unevaluatedProperties').length === 0;
  const welcome = isOpen ? true : welcomeOf(name, pick(receiver, ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties']));
  if (!isRequired(name, pick(receiver, ['required']))) return welcome;
  return isOpen ? { required: [name] } : { allOf: [welcome, { required: [name] }] };
}

/** Whether a demand asks for a property, in its direction: what only the other side writes is not asked for. */
export function isRequired(name: string, demand: JsonSchema): boolean {
  if (typeof demand === 'boolean') return false;
  const { required, allOf } = demand;
  if (Array.isArray(required) && required.includes(name)) return true;
  return Array.isArray(allOf) && allOf.some((part) => isRequired(name, part));
}

/** Of what is said about properties, what is said about this one. */
export function onlyAbout(name: string, demand: JsonSchema): JsonSchema {
  if (typeof demand === 'boolean') return demand;
  const { properties, allOf, anyOf } = demand;
  const parts = { ...(Array.isArray(allOf) && { allOf: allOf.map((part) => onlyAbout(name, part)) }), ...(Array.isArray(anyOf) && { anyOf }) };
  const own = Object.entries(properties ?? {}).filter(([key]) => key === name);
  return { ...parts, properties: Object.fromEntries(own) };
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
