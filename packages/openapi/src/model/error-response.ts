import { type Kept, keptIn, referenceIn, resolve } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement, OperationElement, ResponseElement } from './element.ts';
import { jsonSchemaIn, responsesIn } from './operation-parts.ts';
import { operationsOf } from './operations-of.ts';

/** 4xx, 5xx, their ranges and `default`. */
export function isError(status: string): boolean {
  return /^[45]/.test(status) || status === 'default';
}

export function errorsIn(operation: OperationElement): readonly ResponseElement[] {
  return operation.of === 'paths' ? responsesIn(operation).filter(({ status }) => isError(status)) : [];
}

export interface ErrorBody {
  readonly response: ResponseElement;
  readonly schema: SchemaElement;
}

const known = new WeakMap<ApiElement, Kept<readonly ErrorBody[]>>();

/** Every response that tells an error as JSON, each once however many operations refer to it. Of a schema that is nowhere nothing is known. */
export function errorBodiesOf(api: ApiElement): readonly ErrorBody[] {
  return keptIn(known, api, () => findBodies(api));
}

function findBodies(api: ApiElement): readonly ErrorBody[] {
  const bodies = new Map<unknown, ErrorBody>();
  for (const operation of operationsOf(api)) {
    for (const response of errorsIn(operation)) {
      const schema = bodies.has(response.node) ? undefined : jsonSchemaIn(response);
      if (schema && isThere(schema)) bodies.set(response.node, { response, schema });
    }
  }
  return [...bodies.values()];
}

function isThere({ nodes, snapshot }: SchemaElement): boolean {
  return nodes.every((node) => !referenceIn(node) || resolve(snapshot, node) !== undefined);
}
