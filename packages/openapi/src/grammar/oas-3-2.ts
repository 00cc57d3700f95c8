import type { Tables } from './grammar.ts';
import { extended, OAS_3_1 } from './oas-3-1.ts';

const CONTENT = '{mediaType:mediaType&}';
const BY_POSITION = { prefixEncoding: '[encoding]', itemEncoding: 'encoding' };
const NAMED_OR_BY_POSITION = ['encoding', 'prefixEncoding', 'itemEncoding'];

/** OpenAPI 3.2.0. https://spec.openapis.org/oas/v3.2.0.html */
export const OAS_3_2: Tables = {
  ...OAS_3_1,
  root: extended(OAS_3_1, 'root', { $self: 'bare' }),
  server: extended(OAS_3_1, 'server', { name: 'text' }),
  components: extended(OAS_3_1, 'components', { mediaTypes: '{component:mediaType&}' }),
  pathItem: extended(OAS_3_1, 'pathItem', { query: 'operation', additionalOperations: '{method:operation}' }),
  parameter: extended(
    OAS_3_1,
    'parameter',
    { 'in!': '=query|querystring|header|path|cookie', content: `${CONTENT}1` },
    {
      apart: [
        ['schema', 'content'],
        ['content', 'style', 'explode', 'allowReserved'],
        ['example', 'examples'],
      ],
      variants: [
        { by: 'style', of: { cookie: { allowReserved: 'never' } } },
        {
          by: 'in',
          of: {
            path: { 'name!': 'pathName', style: '=matrix|label|simple', 'required!schema': 'true', allowReserved: 'boolean' },
            query: { style: '=form|spaceDelimited|pipeDelimited|deepObject', allowEmptyValue: 'boolean', allowReserved: 'boolean' },
            querystring: { 'content!': `${CONTENT}1`, schema: 'never' },
            header: { 'name!': 'token', style: '=simple' },
            cookie: { style: '=form|cookie', allowReserved: 'boolean' },
          },
        },
      ],
    },
  ),
  header: extended(
    OAS_3_1,
    'header',
    { content: `${CONTENT}1` },
    {
      apart: [
        ['schema', 'content'],
        ['content', 'style', 'explode'],
        ['example', 'examples'],
      ],
    },
  ),
  requestBody: extended(OAS_3_1, 'requestBody', { 'content!': CONTENT }),
  mediaType: extended(
    OAS_3_1,
    'mediaType',
    { description: 'text', itemSchema: 'schema', ...BY_POSITION },
    { apart: [['example', 'examples'], NAMED_OR_BY_POSITION] },
  ),
  encoding: extended(OAS_3_1, 'encoding', { headers: '{token:header&}', encoding: '{encoding}', ...BY_POSITION }, { apart: [NAMED_OR_BY_POSITION] }),
  response: {
    noun: 'response',
    fields: { summary: 'text', description: 'text', headers: '{token:header&}', content: CONTENT, links: '{link&}' },
  },
  example: extended(
    OAS_3_1,
    'example',
    { dataValue: 'any', serializedValue: 'text' },
    {
      apart: [
        ['value', 'externalValue', 'dataValue', 'serializedValue'],
        ['externalValue', 'serializedValue'],
      ],
    },
  ),
  tag: extended(OAS_3_1, 'tag', { summary: 'text', parent: 'text', kind: 'text' }),
  discriminator: extended(OAS_3_1, 'discriminator', { defaultMapping: 'text' }),
  xml: extended(OAS_3_1, 'xml', { nodeType: '=element|attribute|text|cdata|none' }, { apart: [['nodeType', 'attribute', 'wrapped']] }),
  securityScheme: extended(
    OAS_3_1,
    'securityScheme',
    { deprecated: 'boolean' },
    { variants: [...(OAS_3_1.securityScheme?.variants ?? []), { by: 'type', of: { oauth2: { oauth2MetadataUrl: 'uri' } } }] },
  ),
  oauthFlows: extended(OAS_3_1, 'oauthFlows', { deviceAuthorization: 'device' }),
  device: { noun: 'flow', fields: { 'deviceAuthorizationUrl!': 'uri', 'tokenUrl!': 'uri', refreshUrl: 'uri', 'scopes!': '{text}' } },
};
