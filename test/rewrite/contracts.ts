import { type Draft, draftOf, type Json } from './draft.ts';

/** Small contracts that hold a bit of everything, so that the rewrites find places without the corpus. */
const orders: Json = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: {
    '/orders/{orderId}': {
      parameters: [
        { name: 'orderId', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
        { name: 'X-Trace', in: 'header', schema: { type: 'string', pattern: '^[a-f0-9]+$' } },
      ],
      get: {
        operationId: 'readOrder',
        parameters: [
          { name: 'fields', in: 'query', schema: { type: 'array', items: { enum: ['id', 'lines'] } } },
          { name: 'at', in: 'query', schema: { type: 'string', format: 'date-time' } },
        ],
        responses: {
          '200': {
            description: 'An order',
            headers: { 'X-Rate': { required: true, schema: { type: 'integer', minimum: 0 } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
          },
          default: { description: 'An error', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
      put: {
        operationId: 'writeOrder',
        parameters: [{ name: 'at', in: 'query', schema: { type: 'string', format: 'date-time' } }],
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
        responses: { '204': { description: 'Written' } },
      },
    },
    '/payments': {
      post: {
        requestBody: {
          content: { 'application/json': { schema: { oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Transfer' }] } } },
        },
        responses: { '201': { description: 'Paid', content: { 'application/json': { schema: { $ref: '#/components/schemas/Payment' } } } } },
      },
    },
  },
  components: {
    schemas: {
      Order: {
        type: 'object',
        required: ['id', 'status', 'lines'],
        properties: {
          id: { type: 'integer', minimum: 1, readOnly: true },
          status: { type: 'string', enum: ['open', 'paid', 'sent'], default: 'open' },
          kind: { const: 'order' },
          lines: { type: 'array', minItems: 1, maxItems: 50, items: { $ref: '#/components/schemas/Line' } },
          note: { type: ['string', 'null'], maxLength: 200 },
          tags: { type: 'array', uniqueItems: true, items: { type: 'string' } },
          extra: { type: 'object', additionalProperties: { type: 'string' } },
          value: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'number' } }] },
          secret: { type: 'string', writeOnly: true },
          parent: { $ref: '#/components/schemas/Order' },
        },
      },
      Line: {
        allOf: [
          { $ref: '#/components/schemas/Priced' },
          { type: 'object', required: ['sku'], properties: { sku: { type: 'string', minLength: 3, deprecated: true } } },
        ],
      },
      Priced: {
        type: 'object',
        required: ['price'],
        properties: {
          price: { type: 'number', exclusiveMinimum: 0, description: 'In cents' },
          count: { type: 'integer', minimum: 1, maximum: 99, default: 1 },
        },
      },
      Card: { type: 'object', required: ['by', 'number'], properties: { by: { const: 'card' }, number: { type: 'string', pattern: '^\\d{16}$' } } },
      Transfer: { type: 'object', required: ['by', 'iban'], additionalProperties: false, properties: { by: { const: 'transfer' }, iban: { type: 'string' } } },
      Payment: {
        type: 'object',
        required: ['id', 'method'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          method: { anyOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Transfer' }] },
        },
      },
      Problem: { type: 'object', properties: { title: { type: 'string' }, status: { type: 'integer', minimum: 100, maximum: 599 } } },
    },
  },
};

const pets: Json = {
  openapi: '3.0.3',
  info: { title: 'Pets', version: '1' },
  paths: {
    '/pets': {
      get: {
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 100 } },
          {
            name: 'filter',
            in: 'query',
            style: 'deepObject',
            explode: true,
            schema: { type: 'object', properties: { kind: { $ref: '#/components/schemas/Kind' } } },
          },
          { $ref: '#/components/parameters/Trace' },
        ],
        responses: {
          '200': { description: 'Pets', content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } } } },
          '4XX': { $ref: '#/components/responses/Problem' },
        },
      },
      post: {
        parameters: [{ $ref: '#/components/parameters/Trace' }],
        requestBody: { $ref: '#/components/requestBodies/NewPet' },
        responses: { '201': { description: 'A pet', content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } } },
      },
    },
    '/pets/{petId}/photos/{photoId}': {
      delete: {
        parameters: [
          { name: 'petId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
          { name: 'photoId', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } },
        ],
        responses: { '204': { description: 'Gone' } },
      },
    },
  },
  components: {
    parameters: { Trace: { name: 'X-Trace', in: 'header', schema: { type: 'string' } } },
    requestBodies: { NewPet: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/NewPet' } } } } },
    responses: {
      Problem: { description: 'A problem', content: { 'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } } } },
    },
    schemas: {
      Kind: { type: 'string', enum: ['cat', 'dog'] },
      NewPet: {
        type: 'object',
        required: ['name', 'kind'],
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 50, example: 'Tom' },
          kind: { $ref: '#/components/schemas/Kind' },
          owner: { allOf: [{ $ref: '#/components/schemas/Owner' }], nullable: true },
          chip: { type: 'string', nullable: true },
          weight: { type: 'number', minimum: 0, exclusiveMinimum: true },
          birthday: { type: 'string', format: 'date' },
        },
      },
      Pet: {
        allOf: [
          { $ref: '#/components/schemas/NewPet' },
          { type: 'object', required: ['id'], properties: { id: { type: 'integer', format: 'int64', readOnly: true } } },
        ],
      },
      Owner: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: { name: { type: 'string' }, age: { type: 'integer', minimum: 18, nullable: true } },
      },
    },
  },
};

const shapes: Json = {
  openapi: '3.1.0',
  info: { title: 'Shapes', version: '1' },
  paths: {
    '/shapes': {
      post: {
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Shape' } } } },
        responses: { '200': { description: 'The same', content: { 'application/json': { schema: { $ref: '#/components/schemas/Shape' } } } } },
      },
    },
  },
  components: {
    schemas: {
      Shape: {
        oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Polygon' }],
        discriminator: { propertyName: 'type', mapping: { circle: '#/components/schemas/Circle', polygon: '#/components/schemas/Polygon' } },
      },
      Circle: {
        type: 'object',
        required: ['type', 'radius'],
        properties: { type: { const: 'circle' }, radius: { type: 'number', minimum: 0 }, center: { $ref: '#/components/schemas/Point' } },
      },
      Polygon: {
        type: 'object',
        required: ['type', 'points'],
        properties: {
          type: { const: 'polygon' },
          points: { type: 'array', minItems: 3, items: { $ref: '#/components/schemas/Point' } },
          inner: { $ref: '#/components/schemas/Shape' },
        },
      },
      Point: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false, minItems: 2 },
    },
  },
};

const catalog: Json = {
  openapi: '3.1.0',
  info: { title: 'Catalog', version: '1' },
  servers: [{ url: 'https://api.example.com/v1' }],
  security: [{ key: [] }, { login: ['read'] }],
  paths: {
    '/entries/{entryId}': {
      parameters: [{ name: 'entryId', in: 'path', required: true, schema: { type: 'integer' } }],
      get: {
        parameters: [{ name: 'depth', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 9 } }],
        responses: {
          '200': {
            description: 'An entry',
            headers: { 'X-Version': { required: true, schema: { type: 'integer' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Entry' } }, 'text/csv': { schema: { type: 'string' } } },
          },
          '404': { description: 'None', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
      patch: {
        security: [{ login: ['read', 'write'] }],
        requestBody: {
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Entry' } },
            'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { name: { type: 'string' } } } },
          },
        },
        responses: { '200': { description: 'Changed', content: { 'application/json': { schema: { $ref: '#/components/schemas/Entry' } } } } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      login: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { read: 'Read', write: 'Write' } } },
      },
    },
    schemas: {
      Entry: {
        type: 'object',
        required: ['names', 'media'],
        properties: {
          names: { type: 'object', minProperties: 1, additionalProperties: { type: 'string', minLength: 1, maxLength: 80 } },
          stock: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Stock' } },
          grid: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'number', minimum: 0, maximum: 100 } } },
          media: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Picture' }, { $ref: '#/components/schemas/Film' }, { type: 'string' }] } },
          price: { oneOf: [{ $ref: '#/components/schemas/Price' }, { type: 'null' }] },
          seller: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'string', maxLength: 20 }, { $ref: '#/components/schemas/Stock' }] },
          size: {
            allOf: [
              { type: 'object', properties: { unit: { enum: ['cm', 'in', 'mm'] }, wide: { type: ['number', 'null'] } } },
              { required: ['unit'], properties: { high: { type: 'number', multipleOf: 0.5 }, deep: { type: 'integer', exclusiveMinimum: 0 } } },
            ],
          },
        },
      },
      Stock: {
        type: 'object',
        required: ['count'],
        additionalProperties: false,
        properties: { count: { type: 'integer', minimum: 0 }, place: { type: ['string', 'null'] }, kind: { type: 'string', enum: ['new', 'used', 'broken'] } },
      },
      Picture: {
        type: 'object',
        required: ['url'],
        properties: { url: { type: 'string' }, width: { type: 'integer', minimum: 1 }, tags: { type: 'array', items: { type: 'string' }, maxItems: 9 } },
      },
      Film: {
        allOf: [{ $ref: '#/components/schemas/Picture' }, { type: 'object', required: ['seconds'], properties: { seconds: { type: 'number' } } }],
      },
      Price: {
        type: 'object',
        required: ['amount', 'currency'],
        properties: { amount: { type: 'number' }, currency: { type: 'string', enum: ['EUR', 'USD'] } },
      },
      Problem: { type: 'object', properties: { title: { type: 'string' } } },
    },
  },
};

export const CONTRACTS: Readonly<Record<string, Draft>> = { orders: draftOf(orders), pets: draftOf(pets), shapes: draftOf(shapes), catalog: draftOf(catalog) };
