/** A contract as plain data that may be changed in place, and where in it schemas, parameters and operations stand. */
export type Json = Record<string, unknown>;

export interface Draft {
  /** The entry, plain JSON data without shared parts. */
  root: Json;
  /** Further files, by path beside the entry. */
  readonly others: Record<string, unknown>;
  spelling: 'json' | 'yaml';
}

export const ENTRY = 'openapi.yaml';

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)); // Plain JSON data in, the same out.
}

export function draftOf(root: Json): Draft {
  return { root: copy(root), others: {}, spelling: 'json' };
}

export function copyOf({ root, others, spelling }: Draft): Draft {
  return { root: copy(root), others: copy(others), spelling };
}

export function mapIn(value: unknown, ...names: readonly string[]): Json {
  let at: unknown = value;
  for (const name of names) at = isMap(at) ? at[name] : undefined;
  return isMap(at) ? at : {};
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = isMap(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

export function is31({ root }: Draft): boolean {
  return !String(root.openapi).startsWith('3.0');
}

/** Where a value stands: it can be replaced there. */
export interface Spot {
  readonly holder: Json | unknown[];
  readonly key: string | number;
  readonly value: Json;
  /** The keyword that it stands under, and the schema that has the keyword, if it stands in one. */
  readonly under: string;
  readonly owner?: Json;
}

export function put({ holder, key }: Spot, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value; // Lists and maps are both written by key.
}

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const ONE = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'items'];
const LIST = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const MAP = ['properties', 'patternProperties', 'dependentSchemas'];

/** Every schema in the text of the entry, those within others too. */
export function schemaSpots({ root }: Draft): Spot[] {
  const found: Spot[] = [];
  const visit = (holder: Json | unknown[], key: string | number, under: string, owner?: Json) => {
    const value = (holder as Record<string | number, unknown>)[key];
    if (!isMap(value)) return;
    found.push({ holder, key, value, under, ...(owner && { owner }) });
    if (typeof value.$ref === 'string') return;
    for (const name of ONE) visit(value, name, name, value);
    for (const name of LIST) {
      const list = value[name];
      if (Array.isArray(list)) for (const i of list.keys()) visit(list, i, name, value);
    }
    for (const name of MAP) for (const one of Object.keys(mapIn(value, name))) visit(mapIn(value, name), one, name, value);
  };
  for (const name of Object.keys(mapIn(root, 'components', 'schemas'))) visit(mapIn(root, 'components', 'schemas'), name, 'component');
  for (const holder of schemaHolders(root)) visit(holder, 'schema', 'boundary');
  return found;
}

/** Parameters, headers and media types: everything outside of schemas that has a `schema`. */
function schemaHolders(root: Json): Json[] {
  const found: Json[] = [];
  const visit = (value: unknown, name: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, name);
    if (!isMap(value) || name.startsWith('x-') || ['example', 'examples', 'schemas', 'schema'].includes(name)) return;
    if (isMap(value.schema) && !('$ref' in value)) found.push(value);
    for (const [inner, item] of Object.entries(value)) visit(item, inner);
  };
  visit(root.paths, 'paths');
  visit(root.webhooks, 'webhooks');
  visit(root.components, 'components');
  return found;
}

export interface OperationSpot {
  readonly path: string;
  readonly item: Json;
  readonly method: string;
  readonly operation: Json;
}

export function operationSpots({ root }: Draft): OperationSpot[] {
  return Object.entries(mapIn(root, 'paths')).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (isMap(item) && isMap(item[method]) ? [{ path, item, method, operation: item[method] as Json }] : [])),
  );
}

/** Every `$ref` of every file, to be read and written. */
export function references({ root, others }: Draft): { readonly holder: Json; readonly file: string }[] {
  const found: { holder: Json; file: string }[] = [];
  const visit = (value: unknown, file: string) => {
    if (Array.isArray(value)) for (const item of value) visit(item, file);
    if (!isMap(value)) return;
    if (typeof value.$ref === 'string') found.push({ holder: value, file });
    for (const item of Object.values(value)) visit(item, file);
  };
  visit(root, ENTRY);
  for (const [file, value] of Object.entries(others)) visit(value, file);
  return found;
}

export const LOCAL = '#/components/schemas/';

export function componentNameOf(reference: unknown): string | undefined {
  if (typeof reference !== 'string' || !reference.startsWith(LOCAL)) return undefined;
  const name = reference.slice(LOCAL.length);
  return /^[\w.-]+$/.test(name) ? name : undefined;
}

/** What a reference to a component names, references of references too. */
export function resolved(draft: Draft, schema: unknown): Json | undefined {
  let at: unknown = schema;
  for (let i = 0; i < 20; i++) {
    if (!isMap(at)) return undefined;
    if (typeof at.$ref !== 'string') return at;
    const name = componentNameOf(at.$ref);
    at = name === undefined ? undefined : mapIn(draft.root, 'components', 'schemas')[name];
  }
  return undefined;
}

/** Names of the components that a value reaches. */
export function reached(draft: Draft, value: unknown, seen = new Set<string>()): ReadonlySet<string> {
  const visit = (at: unknown) => {
    if (Array.isArray(at)) for (const item of at) visit(item);
    if (!isMap(at)) return;
    const name = componentNameOf(at.$ref);
    if (name !== undefined && !seen.has(name)) {
      seen.add(name);
      visit(mapIn(draft.root, 'components', 'schemas')[name]);
    }
    for (const item of Object.values(at)) visit(item);
  };
  visit(value);
  return seen;
}

/** Components whose name means something: a discriminator speaks of it. */
export function discriminated(draft: Draft): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { value } of schemaSpots(draft)) {
    if (!isMap(value.discriminator)) continue;
    for (const branch of [...listIn(value, 'oneOf'), ...listIn(value, 'anyOf')]) for (const name of namesOf(branch)) names.add(name);
    for (const target of Object.values(mapIn(value, 'discriminator', 'mapping'))) names.add(String(target).split('/').at(-1) ?? '');
  }
  // A component that is composed of one with a discriminator is named by that.
  for (const [name, schema] of Object.entries(mapIn(draft.root, 'components', 'schemas'))) {
    if ([name, ...reached(draft, schema)].some((one) => isMap(mapIn(draft.root, 'components', 'schemas', one).discriminator))) names.add(name);
  }
  return names;
}

function namesOf(schema: unknown): string[] {
  const name = isMap(schema) ? componentNameOf(schema.$ref) : undefined;
  return name === undefined ? [] : [name];
}

/** A name that no component has yet. */
export function freshName({ root }: Draft, stem: string): string {
  const schemas = mapIn(root, 'components', 'schemas');
  for (let i = 1; ; i++) if (!(`${stem}${i}` in schemas)) return `${stem}${i}`;
}

export function schemasOf({ root }: Draft): Json {
  if (!isMap(root.components)) root.components = {};
  const components = root.components as Json; // Made a map just before.
  if (!isMap(components.schemas)) components.schemas = {};
  return components.schemas as Json;
}

export function textsOf({ root, others, spelling }: Draft): Record<string, string> {
  const write = (value: unknown) => (spelling === 'json' ? JSON.stringify(value, null, 2) : `${yamlOf(value, '')}\n`);
  return Object.fromEntries([[ENTRY, root] as const, ...Object.entries(others)].map(([name, value]) => [name, write(value)]));
}

/** Block style where there is something to write below. */
function yamlOf(value: unknown, indent: string): string {
  if (Array.isArray(value) && value.length > 0) return value.map((item) => `${indent}- ${yamlOf(item, `${indent}  `).trimStart()}`).join('\n');
  if (!isMap(value) || Object.keys(value).length === 0) return indent + scalarOf(value);
  return Object.entries(value)
    .map(([name, item]) => {
      const isBlock = typeof item === 'object' && item !== null && Object.keys(item).length > 0;
      return `${indent}${scalarOf(name)}:${isBlock ? `\n${yamlOf(item, `${indent}  `)}` : ` ${scalarOf(item)}`}`;
    })
    .join('\n');
}

function scalarOf(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[A-Za-z][\w/-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
