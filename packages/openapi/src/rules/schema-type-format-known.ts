import { child, defineRule, stringOf } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';

interface FormatOfOtherType {
  readonly format: string;
  readonly type: string;
  readonly types: string;
}

/** The formats of the OpenAPI Format Registry and of JSON Schema, by the types whose values they describe. */
const FORMATS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    string:
      'base64url binary byte char commonmark date date-time date-time-local duration email hostname html http-date idn-email idn-hostname ipv4 ipv6 iri iri-reference json-pointer media-range password regex relative-json-pointer time time-local uri uri-reference uri-template uuid',
    'integer number': 'int8 int16 int32 uint8 uint16 uint32 double-int',
    'integer number string': 'int64 uint64 decimal decimal128',
    'number integer': 'float double',
  }).flatMap(([types, formats]) => formats.split(' ').map((format) => [format, types.split(' ')] as const)),
);

export const schemaTypeFormatKnown = defineRule<SchemaElement, FormatOfOtherType>({
  id: 'schema-type-format-known',
  on: 'schema',
  severity: 'warn',
  preset: 'strict',
  message: ({ format, type, types }) => `\`${format}\` is a format of ${types}, and says nothing about \`${type}\`.`,
  check({ node }, report) {
    const at = child(node, 'format');
    if (!at) return;
    const type = child(node, 'type');
    const format = stringOf(at) ?? '';
    const types = (type?.kind === 'seq' ? type.items : [type]).flatMap((item) => stringOf(item) ?? []);
    const known = FORMATS.get(format);
    if (!known || types.length === 0 || known.some((one) => types.includes(one))) return;
    report({ format, type: types.join(' | '), types: known.map((one) => `\`${one}\``).join(' and ') }, at);
  },
});
