/** A part of a description, as data. */
type Json = unknown;
type Map = Readonly<Record<string, Json>>;

/**
 * The smallest description in which a part takes part in an exchange, for a suite that compares parts. What has no direction in
 * the suite stands in a request and in a response. `undefined` where nobody knows what the part is of.
 */
export function describe(kind: string, part: Json, is20: boolean): Json {
  const [, name = ''] = /^Compare(\w+?)(V[23])?$/.exec(kind) ?? [];
  const place = (is20 || kind.endsWith('V2') ? PLACES_20[name] : undefined) ?? PLACES[name] ?? PLACES_20[name];
  return place?.(part);
}

const RESPONSES: Map = { 200: { description: 'ok' } };

function root(more: Map): Map {
  return { openapi: '3.2.0', info: { title: 'part', version: '1' }, ...more };
}

function root20(more: Map): Map {
  return { swagger: '2.0', info: { title: 'part', version: '1' }, ...more };
}

function withOperation(operation: Json, more: Map = {}): Map {
  return root({ paths: { '/': { post: operation } }, ...more });
}

function withMediaType(mediaType: Json, name = 'application/json'): Map {
  const content = { [name]: mediaType };
  return withOperation({ requestBody: { content }, responses: { 200: { description: 'ok', content } } });
}

function withScheme(scheme: Json): Map {
  return withOperation({ security: [{ scheme: [] }], responses: RESPONSES }, { components: { securitySchemes: { scheme } } });
}

function withRequirement(requirement: Json): Map {
  const names = Object.keys(requirement ?? {});
  const schemes = Object.fromEntries(
    names.map((name) => [name, { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://example.com', scopes: {} } } }]),
  );
  return withOperation({ security: [requirement], responses: RESPONSES }, { components: { securitySchemes: schemes } });
}

function withPath(item: Json): Map {
  return root({ paths: { '/': item } });
}

/** A part without a name is some query parameter. */
function withParameter(parameter: Json): Map {
  return withOperation({ parameters: [{ name: 'part', in: 'query', ...Object(parameter) }], responses: RESPONSES });
}

const PLACES: Readonly<Record<string, (part: Json) => Json>> = {
  Callback: (part) => withOperation({ callbacks: { part }, responses: RESPONSES }),
  Components: (components) => root({ components }),
  Contact: (contact) => root({ info: { title: 'part', version: '1', contact } }),
  Discriminator: (discriminator) => withMediaType({ schema: { type: 'object', discriminator } }),
  Encoding: (part) => withMediaType({ schema: { type: 'object', properties: { part: { type: 'string' } } }, encoding: { part } }, 'multipart/form-data'),
  Examples: (part) => withMediaType({ examples: { part } }),
  ExternalDocs: (externalDocs) => root({ externalDocs }),
  Headers: (part) => withOperation({ responses: { 200: { description: 'ok', headers: { part } } } }),
  Info: (info) => root({ info }),
  License: (license) => root({ info: { title: 'part', version: '1', license } }),
  Links: (part) => withOperation({ responses: { 200: { description: 'ok', links: { part } } } }),
  MediaTypes: (part) => withMediaType(part),
  OAuthFlow: (implicit) => withScheme({ type: 'oauth2', flows: { implicit } }),
  OAuthFlows: (flows) => withScheme({ type: 'oauth2', flows }),
  Operations: (part) => withOperation(part),
  Parameters: withParameter,
  PathItems: withPath,
  Paths: (paths) => root({ paths }),
  RequestBodies: (requestBody) => withOperation({ requestBody, responses: RESPONSES }),
  Response: (part) => withOperation({ responses: { 200: part } }),
  Responses: (responses) => withOperation({ responses }),
  Schemas: (schema) => withMediaType({ schema }),
  SecurityRequirement: withRequirement,
  SecuritySchemes: withScheme,
  Servers: (part) => root({ servers: [part], paths: { '/': { get: { responses: RESPONSES } } } }),
  Tags: (tags) => root({ tags }),
  ServerVariables: (part) => root({ servers: [{ url: '/{part}', variables: { part } }], paths: { '/': { get: { responses: RESPONSES } } } }),
  XML: (xml) => withMediaType({ schema: { type: 'object', properties: { part: { type: 'string', xml } } } }, 'application/xml'),
};

function with20(operation: Json): Map {
  return root20({ paths: { '/': { post: operation } } });
}

/** Where OpenAPI 2.0 has it in another place. */
const PLACES_20: Readonly<Record<string, (part: Json) => Json>> = {
  Examples: (examples) => with20({ responses: { 200: { description: 'ok', schema: {}, examples } } }),
  Headers: (part) => with20({ responses: { 200: { description: 'ok', headers: { part } } } }),
  Items: (items) => with20({ parameters: [{ name: 'part', in: 'query', type: 'array', items }], responses: RESPONSES }),
  Operations: with20,
  Parameters: (part) => with20({ parameters: [{ name: 'part', in: 'query', ...Object(part) }], responses: RESPONSES }),
  PathItems: (item) => root20({ paths: { '/': item } }),
  Response: (part) => with20({ responses: { 200: part } }),
  Responses: (responses) => with20({ responses }),
  Scopes: (scopes) =>
    root20({
      paths: { '/': { post: { security: [{ scheme: [] }], responses: RESPONSES } } },
      securityDefinitions: { scheme: { type: 'oauth2', flow: 'implicit', authorizationUrl: 'https://example.com', scopes } },
    }),
  SecuritySchemes: (scheme) => root20({ paths: { '/': { post: { security: [{ scheme: [] }], responses: RESPONSES } } }, securityDefinitions: { scheme } }),
};

/** A description that only defines schemas, with an operation that takes and gives each that the other version has too. */
export function useSchemas(description: Json, other: Json): Json {
  const { openapi, paths, ...others }: Map = Object(description);
  if (openapi === undefined) return { ...Object(description), swagger: '2.0' };
  const known = new Set(schemaNames(other));
  const shared = schemaNames(description).filter((name) => known.has(name));
  const items = shared.map((name) => {
    const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
    return [`/${name}`, { post: { requestBody: { content }, responses: { 200: { description: 'ok', content } } } }];
  });
  return { ...others, openapi: fullVersion(openapi), paths: paths ?? Object.fromEntries(items) };
}

function schemaNames(description: Json): readonly string[] {
  const { components }: Map = Object(description);
  const { schemas }: Map = Object(components);
  return Object.keys(Object(schemas));
}

/** `3.1`, or the number that YAML takes `3.0` for, in full. */
function fullVersion(version: Json): Json {
  return typeof version === 'number' ? `${version.toFixed(1)}.0` : version;
}
