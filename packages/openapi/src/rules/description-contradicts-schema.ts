import { booleanOf, child, defineRule, insertEntry, itemsOf, numberOf, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';

interface Contradiction {
  readonly name: string;
  readonly said: string;
  readonly fact: string;
  /** The keyword that would make it true. */
  readonly keyword: string;
  readonly value: number | boolean;
}

export const descriptionContradictsSchema = defineRule<SchemaElement, Contradiction>({
  id: 'description-contradicts-schema',
  on: 'schema',
  severity: 'info',
  preset: 'strict',
  message: ({ name, said, fact }) => `The description of \`${name}\` says \`${said}\`, and the schema ${fact}.`,
  check(schema, report) {
    const name = propertyNameOf(schema.node);
    const at = child(schema.node, 'description');
    const text = stringOf(at);
    if (name === undefined || at === undefined || text === undefined) return;
    for (const found of [deprecation(schema, text), writing(schema, text), length(schema, text)]) if (found) report({ name, ...found }, at);
  },
  fixes: (
    { node },
    { keyword, value }, // Until when it will be there, only the author knows.
  ) => (child(node, keyword) || keyword === 'deprecated' ? [] : repair(`Add \`${keyword}: ${value}\``, false, insertEntry(node, keyword, value))),
});

type Found = Omit<Contradiction, 'name'> | undefined;

/** At the start of a sentence: "Deprecated: use …". Something else in it may be deprecated. */
function deprecation({ node }: SchemaElement, text: string): Found {
  const [said] = /^\W{0,3}deprecated\b/i.exec(text) ?? [];
  return said !== undefined && booleanOf(child(node, 'deprecated')) !== true
    ? { said: said.replaceAll(/\W/g, ''), fact: 'is not `deprecated`', keyword: 'deprecated', value: true }
    : undefined;
}

function writing({ node }: SchemaElement, text: string): Found {
  const [said] = /^(?:\(?\s*)read.?only\b|\bthis (?:field|property|value|attribute) is read.?only\b/i.exec(text) ?? [];
  return said !== undefined && booleanOf(child(node, 'readOnly')) !== true
    ? { said: said.trim(), fact: 'is not `readOnly`', keyword: 'readOnly', value: true }
    : undefined;
}

function length({ node, effective }: SchemaElement, text: string): Found {
  const [said, digits] = /\b(?:max(?:imum)?(?: length)?(?: of)?|at most|up to)\s+(\d{1,6}) (?:characters|chars)\b/i.exec(text) ?? [];
  const { types, bounds, values } = effective();
  if (said === undefined || values || types?.has('string') !== true || itemsOf(child(node, 'enum')).length > 0) return undefined;
  const most = bounds.get('maxLength')?.value ?? numberOf(child(node, 'maxLength'));
  const fact = most === undefined ? 'has no `maxLength`' : `has a \`maxLength\` of ${most}`;
  return most === Number(digits) ? undefined : { said, fact, keyword: 'maxLength', value: Number(digits) };
}
