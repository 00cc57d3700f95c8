import { defineRule, entriesOf, type Node, ofSnapshot, once } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ResponseElement } from '../model/element.ts';
import { jsonSchemaIn } from '../model/operation-parts.ts';

interface BareObject {
  readonly label: string;
}

/** So deep in a response; below it, a part may be anybody's. */
const DEPTH = 3;
const SAYING = [
  'properties',
  'additionalProperties',
  'patternProperties',
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'enum',
  'const',
  'unevaluatedProperties',
  '$dynamicRef',
  'not',
  'if',
  'items',
  'prefixItems',
];

export const noBareObjectResponse = defineRule<ResponseElement, BareObject>({
  id: 'no-bare-object-response',
  on: 'response',
  severity: 'warn',
  message: ({ label }) => `${label.replace(/^./, (first) => first.toUpperCase())} may hold anything: it is an object of which nothing is described.`,
  check(response, report) {
    if (!/^2/.test(response.status)) return;
    const seen = new Set<unknown>();
    const stack: { schema: SchemaElement | undefined; depth: number }[] = [{ schema: jsonSchemaIn(response), depth: 0 }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { schema, depth } = next;
      if (!schema || seen.has(schema.node)) continue;
      seen.add(schema.node);
      const { parts, schema: same } = knownOf(schema);
      if (isBare(same, depth)) report({ label: schema.label }, schema.place);
      else if (depth < DEPTH) for (const part of parts()) stack.push({ schema: part, depth: depth + 1 });
    }
  },
});

interface Known {
  readonly schema: SchemaElement;
  readonly parts: () => readonly SchemaElement[];
}

const knownIn = ofSnapshot(() => new Map<Node, Known>());

/** Most responses hold the same few schemas: what has been found out of one is kept for all that call it the same. */
function knownOf(schema: SchemaElement): Known {
  const own = knownIn(schema.snapshot);
  const before = schema.nodes.length === 1 ? own.get(schema.node) : undefined;
  if (before?.schema.label === schema.label) return before;
  const made = { schema, parts: once(() => schema.parts()) };
  if (schema.nodes.length === 1) own.set(schema.node, made);
  return made;
}

/** At the top `{}` is no answer either; further down it means on purpose that anything goes. */
function isBare({ effective, node }: SchemaElement, depth: number): boolean {
  const { types, members } = effective();
  const isObject = types?.has('object') === true || (depth === 0 && types === undefined && node.kind === 'map' && entriesOf(node).length === 0);
  return isObject && types?.size !== 7 && !members.some((member) => entriesOf(member).some(({ name }) => SAYING.includes(name)));
}
