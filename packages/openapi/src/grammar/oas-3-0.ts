import type { ObjectTable, Tables } from './grammar.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** One kind of value for many fields. */
export function each(names: readonly string[], value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

export const EXAMPLES = { example: 'any', examples: '{example&}' };
export const ONE_DESCRIPTION: Pick<ObjectTable, 'apart' | 'some'> = {
  apart: [
    ['schema', 'content'],
    ['content', 'style', 'explode', 'allowReserved', 'example', 'examples'],
    ['example', 'examples'],
  ],
  some: [['schema', 'content']],
};

/** OpenAPI 3.0.4. https://spec.openapis.org/oas/v3.0.4.html */
export const OAS_3_0: Tables = {
  root: {
    noun: 'root',
    fields: {
      'openapi!': 'version',
      'info!': 'info',
      servers: '[server]',
      'paths!': 'paths',
      components: 'components',
      security: '[securityRequirement]',
      tags: '[tag]',
      externalDocs: 'externalDocs',
    },
  },
  info: {
    noun: 'info',
    fields: { 'title!': 'text', description: 'text', termsOfService: 'uri', contact: 'contact', license: 'license', 'version!': 'text' },
  },
  contact: { noun: 'contact', fields: { name: 'text', url: 'uri', email: 'email' } },
  license: { noun: 'license', fields: { 'name!': 'text', url: 'uri' } },
  server: { noun: 'server', fields: { 'url!': 'text', description: 'text', variables: '{serverVariable}' } },
  serverVariable: { noun: 'server variable', fields: { enum: '[text]', 'default!': 'text', description: 'text' } },
  components: {
    noun: 'components',
    fields: {
      schemas: '{component:schema&}',
      responses: '{component:response&}',
      parameters: '{component:parameter&}',
      examples: '{component:example&}',
      requestBodies: '{component:requestBody&}',
      headers: '{component:header&}',
      securitySchemes: '{component:securityScheme&}',
      links: '{component:link&}',
      callbacks: '{component:callback&}',
    },
  },
  paths: { noun: 'paths', fields: {}, rest: { names: 'path', of: 'pathItem' } },
  pathItem: {
    noun: 'path item',
    fields: {
      $ref: '->pathItem',
      summary: 'text',
      description: 'text',
      ...each(METHODS, 'operation'),
      servers: '[server]',
      parameters: '[parameter&]',
    },
  },
  operation: {
    noun: 'operation',
    fields: {
      tags: '[text]',
      summary: 'text',
      description: 'text',
      externalDocs: 'externalDocs',
      operationId: 'text',
      parameters: '[parameter&]',
      requestBody: 'requestBody&',
      'responses!': 'responses',
      callbacks: '{callback&}',
      deprecated: 'boolean',
      security: '[securityRequirement]',
      servers: '[server]',
    },
  },
  externalDocs: { noun: 'external documentation', fields: { description: 'text', 'url!': 'uri' } },
  parameter: {
    noun: 'parameter',
    fields: {
      'name!': 'text',
      'in!': '=query|header|path|cookie',
      description: 'text',
      required: 'boolean',
      deprecated: 'boolean',
      allowEmptyValue: 'boolean',
      style: 'text',
      explode: 'boolean',
      allowReserved: 'boolean',
      schema: 'schema&',
      content: '{mediaType:mediaType}1',
      ...EXAMPLES,
    },
    ...ONE_DESCRIPTION,
    variants: [
      {
        by: 'in',
        of: {
          path: { style: '=matrix|label|simple', 'required!': 'true' },
          query: { style: '=form|spaceDelimited|pipeDelimited|deepObject' },
          header: { style: '=simple' },
          cookie: { style: '=form' },
        },
      },
    ],
  },
  requestBody: { noun: 'request body', fields: { description: 'text', 'content!': '{mediaType:mediaType}', required: 'boolean' } },
  mediaType: {
    noun: 'media type',
    fields: { schema: 'schema&', ...EXAMPLES, encoding: '{encoding}' },
    apart: [['example', 'examples']],
  },
  encoding: {
    noun: 'encoding',
    fields: {
      contentType: 'mediaRanges',
      headers: '{header&}',
      style: '=form|spaceDelimited|pipeDelimited|deepObject',
      explode: 'boolean',
      allowReserved: 'boolean',
    },
  },
  responses: { noun: 'responses', fields: { default: 'response&' }, rest: { names: 'status', of: 'response&' }, filled: true },
  response: {
    noun: 'response',
    fields: { 'description!': 'text', headers: '{header&}', content: '{mediaType:mediaType}', links: '{link&}' },
  },
  callback: { noun: 'callback', fields: {}, rest: { names: 'any', of: 'pathItem' } },
  example: {
    noun: 'example',
    fields: { summary: 'text', description: 'text', value: 'any', externalValue: 'uri' },
    apart: [['value', 'externalValue']],
  },
  link: {
    noun: 'link',
    fields: { operationRef: 'uri', operationId: 'text', parameters: '{any}', requestBody: 'any', description: 'text', server: 'server' },
    apart: [['operationRef', 'operationId']],
    some: [['operationRef', 'operationId']],
  },
  header: {
    noun: 'header',
    fields: {
      description: 'text',
      required: 'boolean',
      deprecated: 'boolean',
      allowEmptyValue: 'boolean',
      style: '=simple',
      explode: 'boolean',
      allowReserved: 'boolean',
      schema: 'schema&',
      content: '{mediaType:mediaType}1',
      ...EXAMPLES,
    },
    ...ONE_DESCRIPTION,
  },
  tag: { noun: 'tag', fields: { 'name!': 'text', description: 'text', externalDocs: 'externalDocs' } },
  schema: {
    noun: 'schema',
    fields: {
      ...each(['title', 'description', 'format', 'pattern'], 'text'),
      ...each(['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties'], 'count'),
      ...each(['exclusiveMaximum', 'exclusiveMinimum', 'uniqueItems', 'nullable', 'readOnly', 'writeOnly', 'deprecated'], 'boolean'),
      ...each(['maximum', 'minimum'], 'number'),
      ...each(['allOf', 'oneOf', 'anyOf'], '[schema&]'),
      ...each(['default', 'example'], 'any'),
      type: '=array|boolean|integer|number|object|string',
      multipleOf: 'positive',
      required: '[text]+!',
      enum: '[any]+',
      not: 'schema&',
      items: 'schema&',
      properties: '{schema&}',
      additionalProperties: 'schema&/boolean',
      discriminator: 'discriminator',
      externalDocs: 'externalDocs',
      xml: 'xml',
    },
  },
  discriminator: { noun: 'discriminator', fields: { 'propertyName!': 'text', mapping: '{text}' }, open: true },
  xml: { noun: 'XML description', fields: { name: 'text', namespace: 'uri', prefix: 'text', attribute: 'boolean', wrapped: 'boolean' } },
  securityScheme: {
    noun: 'security scheme',
    fields: { 'type!': '=apiKey|http|oauth2|openIdConnect', description: 'text' },
    variants: [
      {
        by: 'type',
        of: {
          apiKey: { 'name!': 'text', 'in!': '=query|header|cookie' },
          http: { 'scheme!': 'text' },
          oauth2: { 'flows!': 'oauthFlows' },
          openIdConnect: { 'openIdConnectUrl!': 'uri' },
        },
      },
      { by: 'scheme', of: { bearer: { bearerFormat: 'text' } } },
    ],
  },
  oauthFlows: { noun: 'list of flows', fields: { implicit: 'implicit', password: 'password', clientCredentials: 'password', authorizationCode: 'code' } },
  implicit: { noun: 'flow', fields: { 'authorizationUrl!': 'uri', refreshUrl: 'uri', 'scopes!': '{text}' } },
  password: { noun: 'flow', fields: { 'tokenUrl!': 'uri', refreshUrl: 'uri', 'scopes!': '{text}' } },
  code: { noun: 'flow', fields: { 'authorizationUrl!': 'uri', 'tokenUrl!': 'uri', refreshUrl: 'uri', 'scopes!': '{text}' } },
  securityRequirement: { noun: 'security requirement', fields: {}, rest: { names: 'any', of: '[text]' }, closed: true },
};
