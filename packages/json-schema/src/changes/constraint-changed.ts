import { asBefore, toValue } from '@breakwater/core';
import { keyOf } from '../effective.ts';
import { defineSchemaChange } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';
import { describesFurther, MAPS, takesFurther } from './further-properties.ts';

interface ConstraintChanged {
  readonly keyword: string;
  readonly label: string;
  readonly what: 'added' | 'removed' | 'changed';
  /** Further properties were described, and are not any more. */
  readonly gone: boolean;
}

/**
 * Keywords that no change of their own speaks of, in groups that only mean something together. Every one of them narrows: a
 * schema without it admits more. `beside` are keywords that decide what these apply to.
 */
const GROUPS: readonly { readonly keywords: readonly string[]; readonly beside?: readonly string[] }[] = [
  { keywords: ['multipleOf'] },
  { keywords: ['uniqueItems'] },
  { keywords: ['additionalProperties'], beside: ['properties', 'patternProperties'] },
  { keywords: ['patternProperties'], beside: ['properties', 'additionalProperties'] },
  { keywords: ['unevaluatedProperties'], beside: ['properties', 'patternProperties', 'additionalProperties'] },
  { keywords: ['propertyNames'] },
  { keywords: ['not'] },
  { keywords: ['if', 'then', 'else'] },
  { keywords: ['contains', 'minContains', 'maxContains'] },
  { keywords: ['items', 'prefixItems', 'additionalItems'] },
  { keywords: ['unevaluatedItems'], beside: ['prefixItems', 'items'] },
  { keywords: ['dependentRequired', 'dependentSchemas', 'dependencies'] },
];

/** Keywords about properties that are not declared one by one. */
const CLOSING = new Set(['additionalProperties', 'patternProperties', 'unevaluatedProperties', 'propertyNames']);

/** Keywords whose schema is paired and compared part by part: here it only matters whether it is there and whether it is `true` or `false`. */
const PAIRED = new Set(['additionalProperties', 'items']);

export const constraintChanged = defineSchemaChange<ConstraintChanged>({
  id: 'constraint-changed',
  about: ({ keyword }, receiver, pick) => {
    const { keywords, beside = [] } = GROUPS.find((group) => group.keywords.includes(keyword)) ?? { keywords: [keyword] };
    return pick(receiver, [...keywords, ...beside]);
  },
  undeclared: ({ keyword }) => CLOSING.has(keyword),
  always: ({ gone }, direction) => gone && direction === 'output',
  // As with a single property: the values may still fit, but what was described is gone. A request may hold what it did.
  policy: (impact, { gone }, direction) => (gone && direction === 'output' && impact.backward === 'compatible' ? { ...impact, backward: 'dangerous' } : impact),
  move: ({ what }) => (what === 'added' ? 'narrowed' : what === 'removed' ? 'widened' : 'changed'),
  message: ({ keyword, label, what }) => `\`${keyword}\` of ${label} was ${what}.`,
  remedies: ({ keyword }, sides) => asBefore(sides, keyword),
  changed(before, after, report) {
    for (const { keywords } of GROUPS) {
      // One finding for a group: the first of its keywords that says something else.
      const keyword = keywords.find((one) => saidBy(before, one) !== saidBy(after, one));
      if (keyword === undefined) continue;
      const what = saidBy(before, keyword) === '' ? 'added' : saidBy(after, keyword) === '' ? 'removed' : 'changed';
      const gone = MAPS.includes(keyword) && describesFurther(before) && !takesFurther(after);
      report({ keyword, label: after.label, what, gone }, after.effective().all(keyword)[0], { related: before.effective().all(keyword)[0] });
    }
  },
});

/** Equal texts for equal demands; `''` for none. References in it are taken by name: what they refer to is compared by proof. */
function saidBy(element: SchemaElement, keyword: string): string {
  const nodes = element.effective().all(keyword);
  const said = nodes
    .map((node) => (PAIRED.has(keyword) && node.kind === 'map' ? 'a schema' : keyOf(toValue(node))))
    .filter((text) => !(SAYS_NOTHING[keyword] ?? ANYTHING).includes(text));
  return [...new Set(said)].sort().join(' ');
}

/** A schema that admits everything, and a flag that is not set. */
const SAYS_NOTHING: Readonly<Record<string, readonly string[]>> = { uniqueItems: ['false'] };
const ANYTHING = ['true', '{}'];
