import { child, defineRule, insertEntry, repair, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import { propertyNameOf } from '../model/property-name.ts';
import { wordsOf } from '../model/words.ts';

interface NoFormat {
  readonly name: string;
  readonly format: string;
}

/** RFC 3339, by the names of the formats of JSON Schema Validation, section 7.3.1. */
export const timestampDateTime = defineRule<SchemaElement, NoFormat>({
  id: 'timestamp-date-time',
  on: 'schema',
  severity: 'info',
  preset: 'strict',
  message: ({ name, format }) => `\`${name}\` sounds like a point in time, and has no \`format: ${format}\`.`,
  check({ node }, report) {
    const name = propertyNameOf(node);
    const format = name === undefined ? undefined : formatOf(name);
    if (name === undefined || format === undefined || stringOf(child(node, 'type')) !== 'string') return;
    if (!['format', 'pattern', 'enum', 'const'].some((keyword) => child(node, keyword))) report({ name, format });
  },
  // Values that are written in another way are refused then by who asserts formats.
  fixes: ({ node }, { format }) => repair(`Add \`format: ${format}\``, false, insertEntry(node, 'format', format)),
});

function formatOf(name: string): string | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (last === 'timestamp' || (words.length > 1 && last === 'at')) return 'date-time';
  if (words.length > 1 && last === 'time' && !/^(lead|run|up|wait|cpu|real|half|full|part|life|response|processing|execution|build)$/.test(words.at(-2) ?? ''))
    return 'date-time';
  return words.length > 1 && (last === 'date' || last === 'on') ? 'date' : undefined;
}
