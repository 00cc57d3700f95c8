import { child, defineRule, itemsOf, type Node, resolve, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { referencesTo } from '../model/references-to.ts';

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
});

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
