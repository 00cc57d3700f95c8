import { child, defineRule, type Fix, inline, insertEntry, itemsOf, type Node, nearest, referencesTo, repair, resolve, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface UndefinedRequired {
  readonly name: string;
}

const OPEN = ['anyOf', 'oneOf', 'if', 'patternProperties', '$dynamicRef'];
const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'];

/** Only where all that is required is known, and nothing could bring more properties. */
export const jsonschemaRequiredDefined = defineRule<SchemaElement, UndefinedRequired>({
  id: 'jsonschema-required-defined',
  on: 'schema',
  severity: 'warn',
  message: ({ name }) => `\`${name}\` is required, and no property of that name is described.`,
  check(schema, report) {
    const { node } = schema;
    if (!child(node, 'required') && !child(node, 'allOf')) return;
    const { properties, all } = schema.effective();
    if (properties.size === 0 || isBranch(node) || isOpen(schema) || isOnlyPart(schema)) return;
    for (const required of all('required').filter((list) => isWithin(list, node))) {
      for (const item of itemsOf(required)) {
        const name = stringOf(item);
        if (name !== undefined && !properties.has(name)) report({ name }, item);
      }
    }
  },
  fixes(schema, { name }) {
    const { properties, all, required } = schema.effective();
    const lists = all('required').filter((list) => isWithin(list, schema.node));
    const item = lists.flatMap((list) => itemsOf(list)).find((one) => stringOf(one) === name);
    const meant = nearest(
      name,
      [...properties.keys()].filter((other) => !required.has(other)),
    );
    if (!item) return [];
    return meant === undefined ? describe(item, name) : repair(`Require \`${meant}\``, false, replacedBy(item, meant));
  },
});

function replacedBy(item: Node, name: string) {
  return { uri: item.file.uri, span: { start: item.start, end: item.end }, text: inline(item.file, name) };
}

/** As what it is so far: anything. */
function describe(item: Node, name: string): readonly Fix[] {
  const holder = item.parent?.parent;
  const properties = child(holder, 'properties');
  // Beside a reference nothing counts.
  if (child(holder, '$ref') || child(properties, '$ref')) return [];
  return repair(`Describe \`${name}\``, false, properties ? insertEntry(properties, name, {}) : insertEntry(holder, 'properties', { [name]: {} }));
}

/** A part of a composition says what is required of the whole: it is looked at there. */
function isBranch({ entry, parent }: Node): boolean {
  const keyword = entry ?? parent?.entry;
  const holder = entry ? parent?.entry?.name : undefined;
  return holder === 'dependentSchemas' || (holder !== 'properties' && COMPOSITIONS.includes(keyword?.name ?? ''));
}

/** A definition that others take in, each with properties of its own. */
function isOnlyPart({ snapshot, node }: SchemaElement): boolean {
  const uses = referencesTo(snapshot, node);
  return uses.length > 0 && uses.every(({ parent }) => parent?.parent?.entry?.name === 'allOf');
}

function isOpen({ snapshot, effective }: SchemaElement): boolean {
  const { members, all } = effective();
  const isUnknown = members.some((member) => itemsOf(child(member, 'allOf')).some((part) => !resolve(snapshot, part)));
  return isUnknown || OPEN.some((keyword) => all(keyword).length > 0) || all('additionalProperties').some(({ kind }) => kind === 'map');
}

function isWithin({ file, start, end }: Node, outer: Node): boolean {
  return file === outer.file && start >= outer.start && end <= outer.end;
}
