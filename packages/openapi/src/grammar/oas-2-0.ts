import type { ObjectTable, Tables } from './grammar.ts';
import { each, OAS_3_0 } from './oas-3-0.ts';

const TYPES = '=array|boolean|integer|null|number|object|string';

const LIMITS = {
  ...each(['maxLength', 'minLength', 'maxItems', 'minItems'], 'count'),
  ...each(['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems'], 'boolean'),
  ...each(['maximum', 'minimum'], 'number'),
  ...each(['format', 'pattern'], 'text'),
  default: 'any',
  multipleOf: 'positive',
  enum: '[any]+',
};

/** What is sent as text: all that a parameter, an item of one and a header may say of its value. */
function plain(types: string, collections = 'csv|ssv|tsv|pipes'): ObjectTable['fields'] {
  return { ...LIMITS, 'type!': `=${types}`, items: 'items', collectionFormat: `=${collections}` };
}

const PLAIN = 'string|number|boolean|integer|array';
const MULTI = 'csv|ssv|tsv|pipes|multi';
const DOCUMENTED = { readOnly: 'boolean', externalDocs: 'externalDocs', example: 'any' };

const schemaFields = {
  ...LIMITS,
  ...each(['title', 'description', 'discriminator'], 'text'),
  ...each(['maxProperties', 'minProperties'], 'count'),
  type: `${TYPES}/[${TYPES}]+!`,
  required: '[text]+!',
  items: 'schema&/[schema&]+',
  allOf: '[schema&]+',
  properties: '{schema&}',
  additionalProperties: 'schema&/boolean',
  xml: 'xml',
  ...DOCUMENTED,
};

/** All that a response that is a file may say of it. */
const OF_FILES = new Set(['format', 'title', 'description', 'default', 'required', 'type', 'readOnly', 'externalDocs', 'example']);

/** OpenAPI 2.0. https://spec.openapis.org/oas/v2.0.html */
export const OAS_2_0: Tables = {
  root: {
    noun: 'root',
    fields: {
      'swagger!': 'version',
      'info!': 'info',
      host: 'host',
      basePath: 'basePath',
      schemes: '[=http|https|ws|wss]!',
      consumes: '[text]!',
      produces: '[text]!',
      'paths!': 'paths',
      definitions: '{schema&}',
      parameters: '{parameter}',
      responses: '{response}',
      securityDefinitions: '{securityScheme}',
      security: '[securityRequirement]!',
      tags: '[tag]',
      externalDocs: 'externalDocs',
    },
  },
  info: {
    noun: 'info',
    fields: { 'title!': 'text', description: 'text', termsOfService: 'text', contact: 'contact', license: 'license', 'version!': 'text' },
  },
  contact: { noun: 'contact', fields: { name: 'text', url: 'uri', email: 'email' } },
  license: { noun: 'license', fields: { 'name!': 'text', url: 'uri' } },
  paths: { noun: 'paths', fields: {}, rest: { names: 'path', of: 'pathItem' } },
  pathItem: {
    noun: 'path item',
    fields: { $ref: '->pathItem', ...each(['get', 'put', 'post', 'delete', 'options', 'head', 'patch'], 'operation'), parameters: '[parameter&]' },
  },
  operation: {
    noun: 'operation',
    fields: {
      tags: '[text]!',
      summary: 'text',
      description: 'text',
      externalDocs: 'externalDocs',
      operationId: 'text',
      consumes: '[text]!',
      produces: '[text]!',
      parameters: '[parameter&]',
      'responses!': 'responses',
      schemes: '[=http|https|ws|wss]!',
      deprecated: 'boolean',
      security: '[securityRequirement]!',
    },
  },
  externalDocs: { noun: 'external documentation', fields: { description: 'text', 'url!': 'uri' } },
  parameter: {
    noun: 'parameter',
    fields: { 'name!': 'text', 'in!': '=query|header|path|formData|body', description: 'text', required: 'boolean' },
    variants: [
      {
        by: 'in',
        of: {
          body: { 'schema!': 'schema&' },
          path: { ...plain(PLAIN), 'required!': 'true' },
          header: plain(PLAIN),
          query: { ...plain(PLAIN, MULTI), allowEmptyValue: 'boolean' },
          formData: { ...plain(`${PLAIN}|file`, MULTI), allowEmptyValue: 'boolean' },
        },
      },
    ],
  },
  items: { noun: 'description of items', fields: plain(PLAIN) },
  responses: { noun: 'responses', fields: { default: 'response&' }, rest: { names: 'status2', of: 'response&' }, filled: true },
  response: {
    noun: 'response',
    fields: { 'description!': 'text', schema: 'responseSchema&', headers: '{header}', examples: '{any}' },
  },
  header: { noun: 'header', fields: { ...plain(PLAIN), description: 'text' } },
  tag: { noun: 'tag', fields: { 'name!': 'text', description: 'text', externalDocs: 'externalDocs' } },
  schema: { noun: 'schema', fields: schemaFields },
  responseSchema: {
    noun: 'schema',
    as: 'schema',
    fields: { ...schemaFields, type: `${TYPES}|file/[${TYPES}]+!` },
    variants: [
      {
        by: 'type',
        of: {
          file: each(
            Object.keys(schemaFields).filter((name) => !OF_FILES.has(name)),
            'never',
          ),
        },
      },
    ],
  },
  xml: OAS_3_0.xml ?? { noun: '', fields: {} },
  securityScheme: {
    noun: 'security scheme',
    fields: { 'type!': '=basic|apiKey|oauth2', description: 'text' },
    variants: [
      {
        by: 'type',
        of: {
          basic: {},
          apiKey: { 'name!': 'text', 'in!': '=query|header' },
          oauth2: { 'flow!': '=implicit|password|application|accessCode', 'scopes!': '{text}' },
        },
      },
      {
        by: 'flow',
        of: {
          implicit: { 'authorizationUrl!': 'uri' },
          password: { 'tokenUrl!': 'uri' },
          application: { 'tokenUrl!': 'uri' },
          accessCode: { 'authorizationUrl!': 'uri', 'tokenUrl!': 'uri' },
        },
      },
    ],
  },
  securityRequirement: { noun: 'security requirement', fields: {}, rest: { names: 'any', of: '[text]!' }, closed: true },
};
