import type { SchemaElement } from '@breakwater/json-schema';
import type { OperationElement, ParameterElement } from './element.ts';
import { jsonSchemaIn, responsesIn } from './operation-parts.ts';
import { isItemPath } from './resource.ts';
import { snakeOf } from './words.ts';

/** An operation that answers with many of one kind. */
export interface ListOperation {
  readonly answer: SchemaElement;
  /** The name of the property that holds them; `undefined` where the answer itself is the list. */
  readonly property: string | undefined;
}

const HOLDERS = new Set(['data', 'items', 'results', 'values', 'entries', 'records', 'content', 'elements', 'list']);

/** GET whose success is a list of objects, or an object around one list of objects that is named as lists are, or as the path is. */
export function listIn(operation: OperationElement): ListOperation | undefined {
  if (operation.method !== 'GET' || operation.of !== 'paths' || isItemPath(operation.path)) return undefined;
  const answer = jsonSchemaIn(responsesIn(operation).find(({ status }) => /^(200|2xx)$/i.test(status)));
  if (!answer) return undefined;
  if (answer.effective().types?.has('array')) return { answer, property: undefined };
  const lists = answer.parts().filter((part) => part.id.startsWith('property ') && isListOfObjects(part));
  const [only] = lists;
  const property = only?.id.slice('property '.length);
  if (!property || lists.length !== 1) return undefined;
  const last = snakeOf(operation.path.split('/').at(-1) ?? '');
  return HOLDERS.has(property.toLowerCase()) || snakeOf(property) === last ? { answer, property } : undefined;
}

function isListOfObjects(schema: SchemaElement): boolean {
  if (!schema.effective().types?.has('array')) return false;
  const item = schema
    .parts()
    .find(({ id }) => id === 'items')
    ?.effective();
  return item !== undefined && (item.types?.has('object') === true || item.properties.size > 0);
}

export interface ParameterNames {
  readonly sizes: readonly string[];
  readonly positions: readonly string[];
}

/** How pages are asked for, in snake_case; teams set their own. */
export const PAGE_NAMES: ParameterNames = {
  sizes: ['limit', 'page_size', 'per_page', 'size', 'first', 'top', 'max_results', 'count', 'max', 'page_limit', 'maxresults'],
  positions: [
    'cursor',
    'after',
    'before',
    'page_token',
    'starting_after',
    'offset',
    'page',
    'skip',
    'next',
    'next_token',
    'continuation_token',
    'page_number',
    'start',
    'start_index',
    'marker',
    'page_cursor',
    'last_evaluated_key',
    'from',
  ],
};

/** Their JSON Schema, for the options of the rules about lists. */
export const PAGE_OPTIONS = {
  type: 'object',
  properties: {
    sizes: { description: 'Names of parameters for the size of a page, in snake_case.', type: 'array', items: { type: 'string' } },
    positions: { description: 'Names of parameters for where a page begins, in snake_case.', type: 'array', items: { type: 'string' } },
  },
} as const;

/** `$top` and `page[size]` are `top` and `page_size`. */
export function queryParameterOf(operation: OperationElement, names: readonly string[]): ParameterElement | undefined {
  return operation.parameters().find((parameter) => parameter.in === 'query' && names.includes(snakeOf(parameter.name)));
}
