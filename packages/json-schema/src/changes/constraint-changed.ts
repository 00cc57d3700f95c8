import { toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { defineSchemaChange } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';

interface ConstraintChanged {
  readonly keyword: string;
  readonly label: string;
  readonly what: 'added' | 'removed' | 'changed';
}

/** Keywords that no change of their own speaks of. Every one of them narrows: a schema without it admits more. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  multipleOf: ['multipleOf'],
  uniqueItems: ['uniqueItems'],
  additionalProperties: ['properties', 'patternProperties', 'additionalProperties'],
  patternProperties: ['properties', 'patternProperties', 'additionalProperties'],
  unevaluatedProperties: ['unevaluatedProperties', 'properties', 'patternProperties', 'additionalProperties'],
  propertyNames: ['propertyNames'],
  not: ['not'],
  if: ['if', 'then', 'else'],
  then: ['if', 'then', 'else'],
  else: ['if', 'then', 'else'],
  contains: ['contains', 'minContains', 'maxContains'],
  minContains: ['contains', 'minContains', 'maxContains'],
  maxContains: ['contains', 'minContains', 'maxContains'],
  prefixItems: ['prefixItems', 'items'],
  items: ['prefixItems', 'items'],
  additionalItems: ['prefixItems', 'items'],
  unevaluatedItems: ['unevaluatedItems', 'prefixItems', 'items'],
  dependentRequired: ['dependentRequired'],
  dependentSchemas: ['dependentSchemas'],
  dependencies: ['dependentRequired', 'dependentSchemas'],
};

/** Keywords whose schema is paired and compared part by part: here it only matters whether it is there and whether it is `true` or `false`. */
const PAIRED = new Set(['additionalProperties', 'items']);

export const constraintChanged = defineSchemaChange<ConstraintChanged>({
  id: 'constraint-changed',
  about: ({ keyword }, receiver, pick) => pick(receiver, GROUPS[keyword] ?? [keyword]),
  move: ({ what }) => (what === 'added' ? 'narrowed' : what === 'removed' ? 'widened' : 'changed'),
  message: ({ keyword, label, what }) => `\`${keyword}\` of ${label} was ${what}.`,
  changed(before, after, report) {
    for (const keyword of Object.keys(GROUPS)) {
      const [old, now] = [saidBy(before, keyword), saidBy(after, keyword)];
      if (old === now) continue;
      const what = old === '' ? 'added' : now === '' ? 'removed' : 'changed';
      report({ keyword, label: after.label, what }, after.effective().all(keyword)[0], { related: before.effective().all(keyword)[0] });
    }
  },
});

/** Equal texts for equal demands; `''` for none. References in it are taken by name: what they refer to is compared by proof. */
function saidBy(element: SchemaElement, keyword: string): string {
  const nodes = element.effective().all(keyword);
  const said = nodes.map((node) => (PAIRED.has(keyword) && node.kind === 'map' ? 'a schema' : keyOf(toValue(node)))).filter((text) => !SAYS_NOTHING.has(text));
  return [...new Set(said)].sort().join(' ');
}

const SAYS_NOTHING = new Set(['true', '{}']);
