import { booleanOf, child, entriesOf, itemsOf, type Node, stringOf } from '@breakwater/core';
import { type Check, CLEAN, type Complaint, type Context, listOf, mapOf, shown } from '../function/check.ts';
import { unreferencedIn } from '../function/unreferenced.ts';
import { childOf, thingOf } from '../path/thing.ts';

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];

/** A list with something in it. */
export const notEmptyList: Check = (value) => (listOf(value)?.items.length ? CLEAN : [{ message: 'must be a list that is not empty' }]);

export const successResponse: Check = (value, { formats }) => {
  const responses = mapOf(value);
  if (!responses) return CLEAN;
  const isSuccess = (name: string) => (formats.has('oas3') && /^[23]XX$/.test(name)) || (Number(name) >= 200 && Number(name) < 400);
  return responses.entries.some(({ name }) => isSuccess(name)) ? CLEAN : [{ message: 'must have a response for success' }];
};

/** `in: formData` is sent as a form. */
export const formDataConsumed: Check = (value, { seen }) => {
  const operation = mapOf(value);
  const [consumes, parameters] = [child(operation, 'consumes'), child(operation, 'parameters')];
  if (consumes?.kind !== 'seq' || parameters?.kind !== 'seq') return CLEAN;
  const hasForm = parameters.items.some((item) => stringOf(child(seen.at(item), 'in')) === 'formData');
  const types = itemsOf(consumes).map(stringOf).join(',');
  return hasForm && !/application\/x-www-form-urlencoded|multipart\/form-data/.test(types) ? [{ message: 'must consume a form' }] : CLEAN;
};

/** Operations below a map of paths. */
function* operationsIn(paths: Node | undefined, { seen }: Context): Generator<{ readonly node: Node; readonly path: readonly [string, string] }> {
  for (const { name: path, value } of entriesOf(paths))
    for (const { name: method, value: operation } of entriesOf(seen.at(value))) {
      const node = seen.at(operation);
      if (METHODS.includes(method) && node.kind === 'map') yield { node, path: [path, method] };
    }
}

export const operationIdUnique: Check = (value, context) => {
  const used = new Set<unknown>();
  const found: Complaint[] = [];
  for (const { node, path } of operationsIn(mapOf(value), context)) {
    const id = child(node, 'operationId');
    if (!id) continue;
    const key = id.kind === 'scalar' ? id.value : id;
    if (used.has(key)) found.push({ message: 'must be unique', path: [...path, 'operationId'] });
    used.add(key);
  }
  return found;
};

export const parametersUnique: Check = (value, { seen }) => {
  const found: Complaint[] = [];
  const used = new Set<string>();
  const places = new Map<string, number>();
  for (const [i, item] of (listOf(value)?.items ?? []).entries()) {
    const parameter = seen.at(item);
    if (parameter.kind !== 'map' || child(parameter, '$ref')) continue;
    const place = stringOf(child(parameter, 'in')) ?? '';
    const key = `${place} ${keyOf(child(parameter, 'name'))}`;
    if (used.has(key)) found.push({ message: 'is there twice: another parameter has the same `name` and `in`', path: [i] });
    used.add(key);
    if (place === 'body' && places.has('body')) found.push({ message: 'is a second body', path: [i] });
    places.set(place, i);
  }
  return places.has('body') && places.has('formData') ? [...found, { message: 'has a body and form data, of which only one can be sent' }] : found;
};

function keyOf(node: Node | undefined): string {
  return node?.kind === 'scalar' ? String(node.value) : '';
}

export const tagDefined: Check = (value, context) => {
  const root = mapOf(value);
  const known = new Set(itemsOf(child(root, 'tags')).map((tag) => stringOf(child(context.seen.at(tag), 'name'))));
  return [...operationsIn(child(root, 'paths'), context)].flatMap(({ node, path }) =>
    itemsOf(child(node, 'tags')).flatMap((tag, i) =>
      known.has(stringOf(tag)) ? [] : [{ message: `${shown(thingOf(tag))} is not among the tags of the contract`, path: ['paths', ...path, 'tags', i] }],
    ),
  );
};

export const discriminatorDefined: Check = (value, { seen }) => {
  const schema = mapOf(value);
  const name = stringOf(child(schema, 'discriminator'));
  if (!schema || name === undefined) return CLEAN;
  const properties = childOf(schema, 'properties', seen);
  const required = itemsOf(child(schema, 'required')).map(stringOf);
  return [
    ...(properties && child(properties, name) ? [] : [{ message: `must describe the discriminator \`${name}\``, path: ['properties'] }]),
    ...(required.includes(name) ? [] : [{ message: `must require the discriminator \`${name}\``, path: ['required'] }]),
  ];
};

/** Requirements that name schemes and scopes that there are. */
export const securityDefined: Check = (value, { root, seen, formats }) => {
  const requirement = mapOf(value);
  if (!requirement?.entries.every((entry) => entry.value.kind === 'seq' && entry.value.items.every((scope) => stringOf(scope) !== undefined))) return CLEAN;
  const schemes = formats.has('oas2') ? child(root, 'securityDefinitions') : child(child(root, 'components'), 'securitySchemes');
  return requirement.entries.flatMap(({ name, value: scopes }): readonly Complaint[] => {
    const raw = child(schemes, name);
    if (!raw) return [{ message: `must name a security scheme that is defined, and \`${name}\` is not`, path: [name] }];
    const known = scopesOf(seen.at(raw), formats.has('oas2'));
    return itemsOf(scopes).flatMap((scope, i) =>
      known.has(stringOf(scope) ?? '') ? [] : [{ message: `\`${stringOf(scope)}\` is no scope of \`${name}\``, path: [name, i] }],
    );
  });
};

function scopesOf(scheme: Node, isOld: boolean): ReadonlySet<string> {
  const maps = isOld ? [child(scheme, 'scopes')] : entriesOf(child(scheme, 'flows')).map(({ value }) => child(value, 'scopes'));
  return new Set(maps.flatMap((map) => entriesOf(map).map(({ name }) => name)));
}

/** What stands beside a `$ref`, of which the path leads to the value. */
export const besideRef: Check = (value) => {
  const map = mapOf(value);
  if (!map || !child(map, '$ref')) return CLEAN;
  return map.entries.flatMap(({ name }) => (name === '$ref' ? [] : [{ message: 'stands beside a `$ref` and is not read', path: [name] }]));
};

export const uniqueTags: Check = (value, { seen }) => {
  const used = new Set<string>();
  const tags = (listOf(value)?.items ?? []).map((tag) => stringOf(child(seen.at(tag), 'name')));
  if (tags.includes(undefined)) return CLEAN;
  return tags.flatMap((tag = '', i) => {
    const again = used.has(tag);
    used.add(tag);
    return again ? [{ message: `\`${tag}\` is there twice`, path: [i, 'name'] }] : [];
  });
};

const COMPONENTS = ['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'links', 'callbacks'];

export const unusedComponents: Check = (value, context) => {
  const components = child(mapOf(value), 'components');
  return COMPONENTS.flatMap((kind) => {
    const map = child(components, kind);
    const unused = map?.kind === 'map' ? unreferencedIn(`#/components/${kind}`)(map, context) : CLEAN;
    return unused.map(({ message, path = [] }) => ({ message, path: ['components', kind, ...path] }));
  });
};

/** Values of an `enum` that are there before, by what they are and not how they are written. */
export const uniqueEnum: Check = (value) => {
  const used = new Set<string>();
  for (const item of listOf(value)?.items ?? []) {
    const key = item.kind === 'scalar' ? JSON.stringify(item.value) : item.file.text.slice(item.start, item.end);
    if (used.has(key)) return [{ message: `must not hold ${shown(thingOf(item))} twice` }];
    used.add(key);
  }
  return CLEAN;
};

const TEMPLATE = /\{;?\??[a-zA-Z0-9_-]+\*?\}/g;

/** Path templates and the parameters that fill them. */
export const pathParameters: Check = (value, context) => {
  const known = new Map<string, string>();
  return entriesOf(mapOf(value)).flatMap(({ name: path, value: raw }) => {
    const item = context.seen.at(raw);
    if (item.kind !== 'map') return [];
    const same = known.get(path.replaceAll(TEMPLATE, '%'));
    known.set(path.replaceAll(TEMPLATE, '%'), same ?? path);
    return [...(same === undefined ? [] : [{ message: `is the same path as \`${same}\``, path: [path] }]), ...ofPath(path, item, context)];
  });
};

function ofPath(path: string, item: Node, context: Context): readonly Complaint[] {
  const templates = (path.match(TEMPLATE) ?? []).map((text) => text.replaceAll(/[{}?*;]/g, ''));
  const names = new Set(templates);
  const twice = [...names].filter((name) => templates.indexOf(name) !== templates.lastIndexOf(name));
  const shared = parametersIn(child(item, 'parameters'), [path, 'parameters'], context);
  const found: Complaint[] = [...twice.map((name) => ({ message: `uses \`${name}\` twice`, path: [path] })), ...shared.complaints];
  for (const { name: method, value: raw } of entriesOf(item)) {
    const operation = context.seen.at(raw);
    if (!METHODS.includes(method) || operation.kind !== 'map') continue;
    const own = parametersIn(child(operation, 'parameters'), [path, method, 'parameters'], context);
    const all = new Map([...shared.places, ...own.places]);
    found.push(...own.complaints);
    for (const [name, place] of all) if (!names.has(name)) found.push({ message: `\`${name}\` is not in the path`, path: place });
    for (const name of names) if (!all.has(name)) found.push({ message: `must describe the path parameter \`${name}\``, path: [path, method] });
  }
  return found;
}

function parametersIn(list: Node | undefined, way: readonly string[], { seen }: Context) {
  const places = new Map<string, readonly (string | number)[]>();
  const complaints: Complaint[] = [];
  for (const [i, raw] of itemsOf(list).entries()) {
    const parameter = seen.at(raw);
    const nameNode = child(parameter, 'name');
    if (stringOf(child(parameter, 'in')) !== 'path' || !nameNode) continue;
    const [name, place] = [keyOf(nameNode), [...way, i]];
    if (booleanOf(child(parameter, 'required')) !== true) complaints.push({ message: 'is a path parameter and must be `required: true`', path: place });
    if (places.has(name)) complaints.push({ message: `\`${name}\` is there twice`, path: place });
    else places.set(name, place);
  }
  return { places, complaints };
}

/** Not more than one. */
export const atMostOne: Check = (value) => {
  return (listOf(value)?.items.length ?? 0) > 1 ? [{ message: 'must have one tag only' }] : CLEAN;
};
