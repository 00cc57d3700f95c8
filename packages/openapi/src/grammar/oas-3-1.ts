import type { ObjectTable, Tables } from './grammar.ts';
import { SCHEMA_2020_12 } from './json-schema-2020-12.ts';
import { EXAMPLES, OAS_3_0, ONE_DESCRIPTION } from './oas-3-0.ts';

/** The object of an earlier version with other fields in addition, or in their place. */
export function extended(tables: Tables, name: string, fields: ObjectTable['fields'], more: Partial<ObjectTable> = {}): ObjectTable {
  const table = tables[name];
  if (!table) throw new Error(`There is no table of ${name}.`);
  return { ...table, ...more, fields: { ...table.fields, ...fields } };
}

const { 'paths!': _paths, ...rootFields } = OAS_3_0.root?.fields ?? {};
const { 'responses!': _responses, ...operationFields } = OAS_3_0.operation?.fields ?? {};

const SCHEMA_OR_CONTENT = { schema: 'schema', content: '{mediaType:mediaType}1', ...EXAMPLES };
const DESCRIBED = { description: 'text', required: 'boolean', deprecated: 'boolean', explode: 'boolean', ...SCHEMA_OR_CONTENT };

/** OpenAPI 3.1.2. https://spec.openapis.org/oas/v3.1.2.html */
export const OAS_3_1: Tables = {
  ...OAS_3_0,
  root: {
    noun: 'root',
    fields: { ...rootFields, jsonSchemaDialect: 'dialect', paths: 'paths', webhooks: '{pathItem}' },
    some: [['paths', 'components', 'webhooks']],
  },
  info: extended(OAS_3_0, 'info', { summary: 'text' }),
  license: extended(OAS_3_0, 'license', { identifier: 'text' }, { apart: [['identifier', 'url']] }),
  serverVariable: extended(OAS_3_0, 'serverVariable', { enum: '[text]+' }),
  components: extended(OAS_3_0, 'components', { schemas: '{component:schema}', pathItems: '{component:pathItem}' }),
  operation: { noun: 'operation', fields: { ...operationFields, responses: 'responses' } },
  parameter: {
    noun: 'parameter',
    fields: { 'name!': 'text', 'in!': '=query|header|path|cookie', ...DESCRIBED, style: 'text' },
    ...ONE_DESCRIPTION,
    variants: [
      {
        by: 'in',
        of: {
          path: { 'name!': 'pathName', style: '=matrix|label|simple', 'required!schema': 'true' },
          query: { style: '=form|spaceDelimited|pipeDelimited|deepObject', allowEmptyValue: 'boolean', allowReserved: 'boolean' },
          header: { style: '=simple' },
          cookie: { style: '=form' },
        },
      },
    ],
  },
  header: { noun: 'header', fields: { ...DESCRIBED, style: '=simple' }, ...ONE_DESCRIPTION },
  mediaType: extended(OAS_3_0, 'mediaType', { schema: 'schema' }),
  schema: SCHEMA_2020_12,
  reference: { noun: 'reference', fields: { $ref: 'any', summary: 'text', description: 'text' }, open: true },
  discriminator: { noun: 'discriminator', fields: { 'propertyName!': 'text', mapping: '{text}' } },
  securityScheme: {
    noun: 'security scheme',
    fields: { 'type!': '=apiKey|http|mutualTLS|oauth2|openIdConnect', description: 'text' },
    variants: OAS_3_0.securityScheme?.variants ?? [],
  },
};
