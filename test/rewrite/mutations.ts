import { type Draft, isMap, type Json, listIn, mapIn, operationSpots } from './draft.ts';
import { componentOf } from './places.ts';
import { on, type Rewrite } from './rewrite.ts';

/** An edit of the exchange itself after which a client is refused or waits in vain, and the rules of which one has to tell it. */
export interface Mutation {
  readonly rules: readonly string[];
  readonly edit: Rewrite;
}

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'an operation is removed': of(
    ['operation-removed', 'path-removed'],
    on(operationSpots, ({ item, method }) => void delete item[method]),
  ),

  'a path is removed': of(
    ['path-removed'],
    on(
      (draft) => operationSpots(draft).map(({ path }) => path),
      (path, { root }) => void delete mapIn(root, 'paths')[path],
    ),
  ),

  'a new parameter is required': of(
    ['parameter-added'],
    on(operationSpots, ({ operation }) => {
      operation.parameters = [...listIn(operation, 'parameters'), { name: 'newAndNeeded', in: 'query', required: true, schema: { type: 'integer' } }];
    }),
  ),

  'a parameter is required': of(
    ['parameter-required-changed'],
    on(optionalParameters, (parameter) => {
      parameter.required = true;
    }),
  ),

  'a body is required': of(
    ['request-body-required-changed'],
    on(
      (draft) => requestBodies(draft).filter(({ required }) => required !== true),
      (body) => {
        body.required = true;
      },
    ),
  ),

  'a success is removed': of(
    ['response-removed'],
    on(successes, ([responses, status]) => void delete responses[status]),
  ),

  'a media type of a request is replaced': of(
    ['media-type-removed'],
    on(
      (draft) => requestBodies(draft).filter(({ content }) => isMap(content) && !('text/x-other' in content) && hasNoRange(content)),
      (body, _draft, random) => replaceOne(mapIn(body, 'content'), random.int(100)),
    ),
  ),

  'a media type of a response is replaced': of(
    ['media-type-removed'],
    on(
      (draft) =>
        successes(draft)
          .flatMap(([responses, status]) => componentsOf(draft, responses[status], 'responses'))
          .filter(({ content }) => isMap(content) && Object.keys(content).length > 0 && hasNoRange(content)),
      (response, _draft, random) => replaceOne(mapIn(response, 'content'), random.int(100)),
    ),
  ),

  'a header is not always sent': of(
    ['header-required-changed', 'header-removed'],
    on(requiredHeaders, (header) => void delete header.required),
  ),

  'credentials are needed': of(
    ['security-changed'],
    on(
      (draft) => operationSpots(draft).filter(({ operation }) => listIn(operation.security === undefined ? draft.root : operation, 'security').length === 0),
      ({ operation }, draft) => {
        operation.security = [{ [schemeIn(draft)]: [] }];
      },
    ),
  ),

  'one more scheme is needed': of(
    ['security-changed'],
    on(secured, ({ operation }, draft) => demandMore(draft, operation, (one) => ({ ...one, [schemeIn(draft)]: [] }))),
  ),

  'one more scope is needed': of(
    ['security-changed'],
    on(secured, ({ operation }, draft) =>
      demandMore(draft, operation, (one) =>
        Object.fromEntries(Object.entries(one).map(([name, scopes]) => [name, [...(Array.isArray(scopes) ? scopes : []), 'new:scope']])),
      ),
    ),
  ),

  'another base path': of(
    ['server-base-path-changed'],
    on(
      (draft) =>
        [draft.root].filter(
          (root) =>
            Object.keys(mapIn(root, 'paths')).length > 0 && !operationSpots(draft).some(({ item, operation }) => 'servers' in item || 'servers' in operation),
        ),
      (root) => {
        const servers = listIn(root, 'servers').filter(isMap);
        root.servers = (servers.length > 0 ? servers : [{ url: '/' }]).map((server) => ({ ...server, url: `${String(server.url).replace(/\/$/, '')}/moved` }));
      },
    ),
  ),
};

function of(rules: readonly string[], edit: Rewrite): Mutation {
  return { rules, edit };
}

function optionalParameters(draft: Draft): Json[] {
  return operationSpots(draft)
    .flatMap(({ item, operation }) => [...listIn(item, 'parameters'), ...listIn(operation, 'parameters')])
    .filter((parameter): parameter is Json => isMap(parameter) && !('$ref' in parameter) && parameter.in !== 'path' && parameter.required !== true);
}

function requestBodies(draft: Draft): Json[] {
  return operationSpots(draft).flatMap(({ operation }) => componentsOf(draft, operation.requestBody, 'requestBodies'));
}

function successes(draft: Draft): [Json, string][] {
  return operationSpots(draft).flatMap(({ operation }) => {
    const responses = mapIn(operation, 'responses');
    // A range says nothing of one status that it stands in for.
    const codes = Object.keys(responses).filter((status) => /^2/.test(status));
    return codes.some((status) => /^2xx$/i.test(status)) ? [] : codes.map((status): [Json, string] => [responses, status]);
  });
}

function componentsOf(draft: Draft, written: unknown, section: string): readonly Json[] {
  const found = componentOf(draft, written, section);
  return found ? [found] : [];
}

function hasNoRange(content: Json): boolean {
  return !Object.keys(content).some((type) => type.includes('*'));
}

function replaceOne(content: Json, at: number): void {
  const names = Object.keys(content);
  const gone = names[at % names.length] ?? '';
  content['text/x-other'] = content[gone];
  delete content[gone];
}

function requiredHeaders(draft: Draft): Json[] {
  return successes(draft)
    .flatMap(([responses, status]) => Object.values(mapIn(componentOf(draft, responses[status], 'responses'), 'headers')))
    .flatMap((header) => componentsOf(draft, header, 'headers'))
    .filter(({ required }) => required === true);
}

/** Operations that ask for credentials in every case. */
function secured(draft: Draft): { readonly operation: Json }[] {
  return operationSpots(draft).filter(({ operation }) => {
    const alternatives = listIn(operation.security === undefined ? draft.root : operation, 'security');
    return alternatives.length > 0 && alternatives.every((one) => isMap(one) && Object.keys(one).length > 0);
  });
}

function demandMore(draft: Draft, operation: Json, more: (one: Json) => Json): void {
  const alternatives = listIn(operation.security === undefined ? draft.root : operation, 'security');
  operation.security = alternatives.filter(isMap).map(more);
}

/** The name of a scheme that nothing used before. */
function schemeIn({ root }: Draft): string {
  if (!isMap(root.components)) root.components = {};
  const components = mapIn(root, 'components');
  components.securitySchemes = { ...mapIn(components, 'securitySchemes'), newKey: { type: 'apiKey', in: 'header', name: 'X-New-Key' } };
  return 'newKey';
}
