import { defineRule, entriesOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface IgnoredKeyword {
  readonly keyword: string;
  readonly instead: string;
}

const INSTEAD: Readonly<Record<string, string>> = {
  additionalItems: 'use `items` beside `prefixItems`',
  dependencies: 'use `dependentRequired` or `dependentSchemas`',
  $recursiveRef: 'use `$dynamicRef`',
};

/** Keywords of earlier drafts that the dialect of OpenAPI 3.1 does not know any more (JSON Schema 2020-12, release notes). */
export const schemaKeywordIgnored = defineRule<SchemaElement, IgnoredKeyword>({
  id: 'schema-keyword-ignored',
  on: 'schema',
  severity: 'warn',
  message: ({ keyword, instead }) => `\`${keyword}\` says nothing in JSON Schema 2020-12: ${instead}.`,
  check({ node, dialect }, report) {
    for (const { name, value } of dialect.ignored ? entriesOf(node) : [])
      if (dialect.ignored?.has(name)) report({ keyword: name, instead: INSTEAD[name] ?? 'it is of another draft' }, value);
  },
});
