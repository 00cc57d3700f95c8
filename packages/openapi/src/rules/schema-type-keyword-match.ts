import { child, defineRule, entriesOf, removeEntry, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface IdleKeyword {
  readonly keyword: string;
  readonly type: string;
}

/** What each keyword speaks about; of values of other types it says nothing (JSON Schema Validation 2020-12, section 6). */
const SUBJECTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    string: 'minLength maxLength pattern contentEncoding contentMediaType contentSchema',
    'number integer': 'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf',
    array: 'items prefixItems additionalItems minItems maxItems uniqueItems contains minContains maxContains unevaluatedItems',
    object:
      'properties required additionalProperties patternProperties minProperties maxProperties propertyNames dependentRequired dependentSchemas unevaluatedProperties',
  }).flatMap(([types, keywords]) => keywords.split(' ').map((keyword) => [keyword, types.split(' ')] as const)),
);
const TYPES: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

export const schemaTypeKeywordMatch = defineRule<SchemaElement, IdleKeyword>({
  id: 'schema-type-keyword-match',
  on: 'schema',
  severity: 'warn',
  message: ({ keyword, type }) => `\`${keyword}\` says nothing about values of the type \`${type}\`.`,
  check({ node }, report) {
    const type = child(node, 'type');
    if (!type) return;
    const types = (type.kind === 'seq' ? type.items : [type]).map((item) => stringOf(item) ?? '');
    if (!types.every((name) => TYPES.has(name))) return;
    for (const { name, value } of entriesOf(node)) {
      const subjects = SUBJECTS.get(name);
      // A parameter of Swagger 2.0 is a schema too, and its `required` is not the one of schemas.
      if (subjects && !(name === 'required' && value.kind !== 'seq') && !subjects.some((subject) => types.includes(subject)))
        report({ keyword: name, type: types.join(' | ') }, value);
    }
  },
  // The author may have meant another type.
  fixes: ({ node }, { keyword }) => repair(`Remove \`${keyword}\``, false, removeEntry(node, keyword)),
});
