import { copy, type Draft, is31, isMap, type Json, listIn, METHODS, mapIn, operationSpots, type Spot, schemaSpots } from './draft.ts';
import type { Random } from './random.ts';
import { on, type Rewrite } from './rewrite.ts';

/** Rewrites of everything around schemas, and of the spelling. */
export const DOCUMENT_REWRITES: Readonly<Record<string, Rewrite>> = {
  'rename a path variable': on(
    ({ root }) => Object.keys(mapIn(root, 'paths')).flatMap((path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ path, name }))),
    ({ path, name }, { root }) => {
      const paths = mapIn(root, 'paths');
      const item = mapIn(paths, path);
      for (const holder of [item, ...METHODS.map((method) => mapIn(item, method))]) {
        for (const [i, written] of listIn(holder, 'parameters').entries()) {
          const parameter = copy(parameterOf(root, written));
          if (parameter.in !== 'path' || parameter.name !== name) continue;
          (holder.parameters as unknown[])[i] = { ...parameter, name: `${name}Renamed` };
        }
      }
      root.paths = Object.fromEntries(
        Object.entries(paths).map(([key, value]) => [key === path ? key.replaceAll(`{${name}}`, `{${name}Renamed}`) : key, value]),
      );
    },
  ),

  'another case for a header': on(
    (draft) => [...headerParameters(draft), ...responseHeaders(draft)],
    (header) => header(),
  ),

  'a parameter up or down': on(sharedParameters, ([item, moved], _draft, random) => {
    const methods = METHODS.filter((method) => isMap(item[method]));
    if (listIn(item, 'parameters').includes(moved)) {
      item.parameters = listIn(item, 'parameters').filter((one) => one !== moved);
      for (const method of methods) insert(mapIn(item, method), copy(moved), random);
    } else {
      for (const method of methods) {
        const operation = mapIn(item, method);
        operation.parameters = listIn(operation, 'parameters').filter((one) => JSON.stringify(one) !== JSON.stringify(moved));
      }
      insert(item, moved, random);
    }
  }),

  'extract what is around schemas': on(extractable, ({ holder, key, section }, { root }) => {
    const components = (root.components ??= {}) as Json; // A document's `components` is a map, or there is none.
    const place = (components[section] ??= {}) as Json; // The same of a section of it.
    const name = `Extracted${Object.keys(place).length}`;
    place[name] = (holder as Record<string | number, unknown>)[key];
    (holder as Record<string | number, unknown>)[key] = { $ref: `#/components/${section}/${name}` };
  }),

  'defaults of a document written out': on(documentDefaults, ([holder, name, said]) => {
    holder[name] = said;
  }),

  'another order of keys': (draft, random) => {
    draft.root = shuffledKeys(draft.root, random) as Json; // A map stays a map.
    return true;
  },

  'another order of a list': on(lists, ([holder, name], _draft, random) => {
    holder[name] = random.shuffled(listIn(holder, name));
  }),

  'JSON or YAML': (draft) => {
    draft.spelling = draft.spelling === 'json' ? 'yaml' : 'json';
    return true;
  },

  'a component that nothing uses': ({ root }) => {
    const components = (root.components ??= {}) as Json;
    components.schemas = { ...mapIn(components, 'schemas'), [`Unused${Object.keys(mapIn(components, 'schemas')).length}`]: { type: 'string', maxLength: 3 } };
    return true;
  },

  'other words': on(schemaSpots, ({ value }) => {
    if (typeof value.$ref !== 'string') value.description = `Reworded ${String(value.description ?? '').length}`;
  }),

  '3.0 to 3.1': (draft) => {
    if (is31(draft) || Object.keys(draft.others).length > 0) return false;
    for (const { value } of schemaSpots(draft)) toNewerDialect(value);
    draft.root.openapi = '3.1.0';
    return true;
  },
};

function parameterOf(root: Json, written: unknown): Json {
  if (!isMap(written)) return {};
  const name = typeof written.$ref === 'string' ? written.$ref.split('/').at(-1) : undefined;
  return name === undefined ? written : mapIn(root, 'components', 'parameters', name);
}

function insert(holder: Json, parameter: unknown, random: Random): void {
  const list = [...listIn(holder, 'parameters')];
  list.splice(random.int(list.length + 1), 0, parameter);
  holder.parameters = list;
}

function otherCase(name: string): string {
  return name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
}

function headerParameters({ root }: Draft): (() => void)[] {
  const all = [...Object.values(mapIn(root, 'components', 'parameters')), ...holdersOfParameters(root).flatMap((holder) => listIn(holder, 'parameters'))];
  return all.flatMap((parameter) => (isMap(parameter) && parameter.in === 'header' ? [() => void (parameter.name = otherCase(String(parameter.name)))] : []));
}

function holdersOfParameters(root: Json): Json[] {
  return Object.values(mapIn(root, 'paths')).flatMap((item) => (isMap(item) ? [item, ...METHODS.map((method) => mapIn(item, method))] : []));
}

function responseHeaders(draft: Draft): (() => void)[] {
  const responses = [
    ...Object.values(mapIn(draft.root, 'components', 'responses')),
    ...operationSpots(draft).flatMap(({ operation }) => Object.values(mapIn(operation, 'responses'))),
  ];
  return responses.flatMap((response) =>
    Object.keys(mapIn(response, 'headers')).map((name) => () => {
      const headers = mapIn(response, 'headers');
      (response as Json).headers = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key === name ? otherCase(key) : key, value]));
    }),
  );
}

/** Parameters at path level, and those that every operation of a path has. */
function sharedParameters({ root }: Draft): [Json, unknown][] {
  return Object.values(mapIn(root, 'paths')).flatMap((item): [Json, unknown][] => {
    if (!isMap(item)) return [];
    const operations = METHODS.flatMap((method) => (isMap(item[method]) ? [item[method] as Json] : []));
    const has = (holder: Json, parameter: unknown) => listIn(holder, 'parameters').some((one) => JSON.stringify(one) === JSON.stringify(parameter));
    const overridden = (parameter: unknown) => operations.some((operation) => listIn(operation, 'parameters').some((one) => sameName(root, one, parameter)));
    const up = listIn(item, 'parameters').filter((parameter) => operations.length > 0 && !overridden(parameter));
    const down = listIn(operations[0], 'parameters').filter(
      (parameter) => operations.every((operation) => has(operation, parameter)) && !listIn(item, 'parameters').some((one) => sameName(root, one, parameter)),
    );
    return [...up, ...down].map((parameter) => [item, parameter]);
  });
}

function sameName(root: Json, a: unknown, b: unknown): boolean {
  const [one, other] = [parameterOf(root, a), parameterOf(root, b)];
  return one.in === other.in && String(one.name).toLowerCase() === String(other.name).toLowerCase();
}

function extractable(draft: Draft): { holder: Json | unknown[]; key: string | number; section: string }[] {
  const found: { holder: Json | unknown[]; key: string | number; section: string }[] = [];
  const add = (holder: Json | unknown[], key: string | number, section: string) => {
    const value = (holder as Record<string | number, unknown>)[key];
    if (isMap(value) && !('$ref' in value)) found.push({ holder, key, section });
  };
  for (const holder of holdersOfParameters(draft.root)) {
    const parameters = holder.parameters;
    if (Array.isArray(parameters)) for (const i of parameters.keys()) add(parameters, i, 'parameters');
  }
  for (const { operation } of operationSpots(draft)) {
    add(operation, 'requestBody', 'requestBodies');
    const responses = mapIn(operation, 'responses');
    for (const status of Object.keys(responses)) {
      add(responses, status, 'responses');
      const headers = mapIn(responses, status, 'headers');
      for (const name of Object.keys(headers)) add(headers, name, 'headers');
    }
  }
  return found;
}

function documentDefaults(draft: Draft): [Json, string, unknown][] {
  const parameters = [
    ...Object.values(mapIn(draft.root, 'components', 'parameters')),
    ...holdersOfParameters(draft.root).flatMap((holder) => listIn(holder, 'parameters')),
  ].filter(isMap);
  const found: [Json, string, unknown][] = [];
  for (const parameter of parameters) {
    if ('$ref' in parameter) continue;
    const isForm = parameter.in === 'query' || parameter.in === 'cookie';
    if (parameter.in !== 'path') found.push([parameter, 'required', false]);
    found.push([parameter, 'deprecated', false]);
    if ('schema' in parameter) {
      found.push([parameter, 'style', isForm ? 'form' : 'simple']);
      if (parameter.style === undefined) found.push([parameter, 'explode', isForm]);
      if (parameter.in === 'query') found.push([parameter, 'allowReserved', false], [parameter, 'allowEmptyValue', false]);
    }
  }
  for (const { operation } of operationSpots(draft)) {
    found.push([operation, 'deprecated', false]);
    const body = operation.requestBody;
    if (isMap(body) && !('$ref' in body)) found.push([body, 'required', false]);
    if (!('parameters' in operation)) found.push([operation, 'parameters', []]);
  }
  return found.filter(([holder, name]) => !(name in holder));
}

/** Lists in whose order nothing lies. */
function lists(draft: Draft): [Json, string][] {
  const found: [Json, string][] = [];
  for (const { value } of schemaSpots(draft)) {
    for (const name of ['enum', 'required', 'oneOf', 'anyOf', 'allOf', 'type']) if (listIn(value, name).length > 1) found.push([value, name]);
  }
  for (const holder of [...holdersOfParameters(draft.root), draft.root]) {
    for (const name of ['parameters', 'security', 'tags']) if (listIn(holder, name).length > 1) found.push([holder, name]);
  }
  return found;
}

function shuffledKeys(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffledKeys(item, random));
  if (!isMap(value)) return value;
  return Object.fromEntries(random.shuffled(Object.entries(value)).map(([name, item]) => [name, shuffledKeys(item, random)]));
}

/** `nullable` becomes a type, a flag beside a bound becomes the bound, `example` becomes `examples`. */
function toNewerDialect(schema: Spot['value']): void {
  if (typeof schema.$ref === 'string') {
    // What stands beside a reference is ignored in 3.0.
    for (const name of Object.keys(schema)) if (name !== '$ref') delete schema[name];
    return;
  }
  if (schema.nullable === true && typeof schema.type === 'string') schema.type = [schema.type, 'null'];
  delete schema.nullable;
  for (const [bound, flag] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[flag] === true && typeof schema[bound] === 'number') {
      schema[flag] = schema[bound];
      delete schema[bound];
    } else delete schema[flag];
  }
  if ('example' in schema) {
    schema.examples = [schema.example];
    delete schema.example;
  }
}
