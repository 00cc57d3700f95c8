import { child, defineRule, entriesOf, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface BrokenPattern {
  readonly pattern: string;
  readonly reason: string;
}

/** "This string SHOULD be a valid regular expression, according to the ECMA-262 regular expression dialect" (JSON Schema Validation 2020-12, section 6.3.3). */
export const schemaPatternValid = defineRule<SchemaElement, BrokenPattern>({
  id: 'schema-pattern-valid',
  on: 'schema',
  severity: 'error',
  message: ({ pattern, reason }) => `The pattern \`${pattern}\` is no regular expression of ECMA-262: ${reason}.`,
  check({ node }, report) {
    const at = child(node, 'pattern');
    const own = stringOf(at);
    const patterns = entriesOf(child(node, 'patternProperties')).map(({ name, value }) => ({ pattern: name, at: value }));
    if (at && own !== undefined) patterns.push({ pattern: own, at });
    for (const { pattern, at: place } of patterns) {
      const reason = faultOf(pattern);
      if (reason !== undefined) report({ pattern: pattern.slice(0, 100), reason }, place);
    }
  },
});

/** A pattern is only parsed here, never run. */
function faultOf(pattern: string): string | undefined {
  let fault: string | undefined;
  for (const flags of ['u', '']) {
    try {
      new RegExp(pattern, flags);
      return undefined;
    } catch (error) {
      fault = error instanceof Error ? error.message.split(': ').at(-1)?.toLowerCase() : undefined;
    }
  }
  return fault ?? 'it cannot be parsed';
}
