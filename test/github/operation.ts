import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { isObject, type Json, type JsonObject, listAt, objectAt } from './json.ts';
import { mapValues, type OpenApi, resolve, toJsonSchema } from './openapi.ts';

/** One operation of GitHub's REST API, with the questions the double asks of its description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  /** The decoded path parameters, or `undefined` when the path is another operation's. */
  match(path: string): Readonly<Record<string, string>> | undefined;
  /** What GitHub's description has against a request; empty when it is fine. */
  requestProblems(request: ReceivedRequest): readonly string[];
  /** What GitHub's description has against an answer of ours; empty when it is fine. */
  answerProblems(status: number, mediaType: string, body: Json): readonly string[];
  /** The example of an answer, if the description has one. */
  example(status: number, mediaType: string, name?: string): Json | undefined;
}

interface ReceivedRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** `undefined` when there was no body. */
  readonly body: Json | undefined;
}

/** Parameters that may hold slashes, besides those that GitHub marks with `x-multi-segment`. */
const MULTI_SEGMENT = new Set(['path', 'basehead']);
/** The older spelling of `compare/{basehead}`: one address, so only the newer one is kept. */
const LEGACY = new Set(['repos/compare-commits']);

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** The operations of a description, those with the longest literal part of the path first. */
export function operationsOf(document: OpenApi): readonly Operation[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true, logger: false, coerceTypes: false });
  const asNumbers = new Ajv2019({ strict: false, allErrors: true, logger: false, coerceTypes: true });
  const schemas = mapValues(objectAt(document.components ?? {}, 'schemas'), (schema) => toJsonSchema(schema, false));
  for (const validator of [ajv, asNumbers]) {
    validator.addFormat('date-time', DATE_TIME).addFormat('uri', (text: string) => URL.canParse(text));
    validator.addSchema({ $id: 'github', components: { schemas } });
  }
  const operations = Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item)
      .filter(([, { operationId }]) => typeof operationId === 'string' && !LEGACY.has(operationId))
      .map(([method, details]) => describeOperation({ document, ajv, asNumbers }, template, method, details)),
  );
  return operations.sort((a, b) => literalLength(b.template) - literalLength(a.template));
}

function literalLength(template: string): number {
  return template.replaceAll(/\{[^}]*\}/g, '').length;
}

interface Compilers {
  readonly document: OpenApi;
  readonly ajv: Ajv2019;
  readonly asNumbers: Ajv2019;
}

function describeOperation(compilers: Compilers, template: string, method: string, details: JsonObject): Operation {
  const { document, ajv } = compilers;
  const parameters = listAt(details, 'parameters')
    .filter(isObject)
    .map((one) => resolve(document, one));
  const pattern = patternOf(template, parameters);
  const compiled = once((key: string) => compilePart(compilers, key, parameters, details));
  const answers = once((key: string) => {
    const [status = '', mediaType = ''] = key.split(' ');
    const schema = contentOf(document, details, status, mediaType)?.schema;
    return isObject(schema) ? ajv.compile(toJsonSchema(schema, false)) : undefined;
  });
  return {
    id: String(details.operationId),
    method: method.toUpperCase(),
    template,
    match: (path) => decode(pattern.exec(path)?.groups),
    requestProblems: (request) => requestProblems(request, compiled, isRequired(details)),
    answerProblems(status, mediaType, body) {
      if (!isObject(objectAt(details, 'responses')[String(status)])) return [`${status} is not among the described answers`];
      return problemsOf(answers(`${status} ${mediaType}`), body, 'answer');
    },
    example(status, mediaType, name) {
      const examples = objectAt(contentOf(document, details, String(status), mediaType) ?? {}, 'examples');
      const chosen = name === undefined ? Object.values(examples)[0] : examples[name];
      return isObject(chosen) ? resolve(document, chosen).value : undefined;
    },
  };
}

function contentOf(document: OpenApi, details: JsonObject, status: string, mediaType: string): JsonObject | undefined {
  const content = objectAt(resolve(document, objectAt(objectAt(details, 'responses'), status)), 'content')[mediaType];
  return isObject(content) ? content : undefined;
}

function isRequired(details: JsonObject): boolean {
  return objectAt(details, 'requestBody').required === true;
}

function patternOf(template: string, parameters: readonly JsonObject[]): RegExp {
  const wide = new Set(parameters.filter((one) => one['x-multi-segment'] === true).map(({ name }) => String(name)));
  const source = template.split(/(\{[^}]*\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.+*?^$()|[\]\\]/g, '\\$&');
    const name = part.slice(1, -1);
    return `(?<${name}>${wide.has(name) || MULTI_SEGMENT.has(name) ? '.*' : '[^/]+'})`;
  });
  return new RegExp(`^${source.join('')}$`);
}

function decode(groups: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined {
  if (!groups) return undefined;
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined;
  }
}

function compilePart({ ajv, asNumbers }: Compilers, key: string, parameters: readonly JsonObject[], details: JsonObject): ValidateFunction | undefined {
  if (key === 'body') {
    const schema = objectAt(objectAt(objectAt(details, 'requestBody'), 'content'), 'application/json').schema;
    return isObject(schema) ? ajv.compile(toJsonSchema(schema, true)) : undefined;
  }
  const mine = parameters.filter((one) => one.in === key);
  return asNumbers.compile({
    type: 'object',
    properties: Object.fromEntries(mine.map((one) => [one.name, limited(String(one.name), toJsonSchema(objectAt(one, 'schema'), false))])),
    required: mine.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  });
}

/** "The number of results per page (max 100)": in the description it is prose, so it is said here once more. */
function limited(name: string, schema: JsonObject): JsonObject {
  return name === 'per_page' ? { ...schema, minimum: 1, maximum: 100 } : schema;
}

function requestProblems(
  { path, query, body }: ReceivedRequest,
  compiled: (part: string) => ValidateFunction | undefined,
  required: boolean,
): readonly string[] {
  const problems = [...problemsOf(compiled('path'), { ...path }, 'path'), ...problemsOf(compiled('query'), Object.fromEntries(query), 'query')];
  if (new Set(query.keys()).size !== query.size) problems.push('query: a parameter is given twice');
  const bodySchema = compiled('body');
  if (body === undefined) return required ? [...problems, 'body: is missing'] : problems;
  return bodySchema ? [...problems, ...problemsOf(bodySchema, body, 'body')] : [...problems, 'body: this operation takes none'];
}

function problemsOf(validate: ValidateFunction | undefined, value: Json, part: string): string[] {
  if (!validate || validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const key: unknown = params.additionalProperty ?? params.unevaluatedProperty;
    return `${part}${instancePath}: ${message ?? 'is wrong'}${typeof key === 'string' ? ` (\`${key}\`)` : ''}`;
  });
}

/** Compiling is the dear part and most operations are never called: each part is compiled when first asked for. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as T;
  };
}
