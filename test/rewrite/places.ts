import { type Draft, isMap, type Json, listIn, mapIn, operationSpots, resolved } from './draft.ts';

export type Side = 'request' | 'response';

/** Where JSON values cross between client and provider. */
export interface Boundary {
  readonly side: Side;
  /** As findings call it. */
  readonly name: string;
  readonly schema: unknown;
}

/** JSON bodies, and parameters of one plain value. */
export function boundariesOf(draft: Draft): Boundary[] {
  return operationSpots(draft).flatMap(({ path, item, method, operation }) => {
    const label = `${method.toUpperCase()} ${path}`;
    const body = componentOf(draft, operation.requestBody, 'requestBodies');
    const responses = Object.entries(mapIn(operation, 'responses')).filter(([status]) => !status.startsWith('x-'));
    const parameters = [...listIn(item, 'parameters'), ...listIn(operation, 'parameters')].map((one) => componentOf(draft, one, 'parameters'));
    return [
      ...bodyOf(body, 'request', `${label} request body`),
      ...responses.flatMap(([status, response]) => bodyOf(componentOf(draft, response, 'responses'), 'response', `${label} response ${status}`)),
      ...parameters.filter((one) => isPlain(draft, one)).map((one): Boundary => ({ side: 'request', name: nameOf(label, one), schema: one?.schema })),
    ];
  });
}

export function componentOf({ root }: Draft, written: unknown, section: string): Json | undefined {
  if (!isMap(written)) return undefined;
  if (typeof written.$ref !== 'string') return written;
  const [hash, components, named, name = '', ...more] = written.$ref.split('/');
  const target = hash === '#' && components === 'components' && named === section && more.length === 0 ? mapIn(root, 'components', section)[name] : undefined;
  return isMap(target) ? target : undefined;
}

/** The first JSON type of a body: other types are written in other ways. */
function bodyOf(body: Json | undefined, side: Side, name: string): Boundary[] {
  const types = Object.entries(mapIn(body, 'content'));
  const found = types.find(([type, media]) => /^application\/(.*\+)?json\s*(;|$)/.test(type) && isMap(media) && media.schema !== undefined);
  return found && isMap(found[1]) ? [{ side, name, schema: found[1].schema }] : [];
}

/** Texts are left out: on the wire they may look like anything. */
function isPlain(draft: Draft, parameter: Json | undefined): boolean {
  const type = resolved(draft, parameter?.schema)?.type;
  return type === 'integer' || type === 'number' || type === 'boolean';
}

function nameOf(label: string, parameter: Json | undefined): string {
  return `${label} ${parameter?.in} parameter ${parameter?.name}`;
}

/** A schema inside the values of a boundary. */
export interface Place {
  readonly schema: Json;
  /** What is passed on the way, references and what they name, the boundary first and the place last. */
  readonly way: readonly unknown[];
  /** The compositions that it stands below. */
  readonly below: ReadonlySet<string>;
}

const MAX_PLACES = 300;
const MAX_WAY = 24;

/** Every schema below a boundary; equal drafts give equal lists. */
export function placesBelow(draft: Draft, boundary: Boundary): Place[] {
  const found: Place[] = [];
  const visit = (written: unknown, way: readonly unknown[], below: ReadonlySet<string>) => {
    const schema = resolved(draft, written);
    if (!schema || way.includes(schema) || way.length > MAX_WAY || found.length >= MAX_PLACES) return;
    const here = [...way, written, schema];
    found.push({ schema, way: here, below });
    const within = (name: string) => new Set([...below, name]);
    for (const name of ['allOf', 'anyOf', 'oneOf']) for (const part of listIn(schema, name)) visit(part, here, within(name));
    for (const value of Object.values(mapIn(schema, 'properties'))) visit(value, here, below);
    for (const item of listIn(schema, 'prefixItems')) visit(item, here, within('items'));
    for (const name of ['items', 'additionalProperties']) visit(schema[name], here, within(name));
  };
  visit(boundary.schema, [], new Set());
  return found;
}
