import { isSameList, referenceIn, resolve } from '@breakwater/core';
import type { SchemaElement } from '@breakwater/json-schema';
import type { ApiElement, OperationElement, ResponseElement } from './element.ts';
import { jsonSchemaIn, responsesIn } from './operation-parts.ts';
import { operationsBelow } from './operations-of.ts';
import { questionOfPaths } from './question-of-paths.ts';

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

const bodies = questionOfPaths(
  (path) => operationsBelow(path).flatMap(bodiesIn),
  (a, b) => isSameList(a, b, isSameBody),
);

/** Every response that tells an error as JSON, each once however many operations refer to it. Of a schema that is nowhere nothing is known. */
export function errorBodiesOf(api: ApiElement): readonly ErrorBody[] {
  const byNode = new Map<unknown, ErrorBody>();
  for (const body of bodies(api).flat()) if (!byNode.has(body.response.node)) byNode.set(body.response.node, body);
  return [...byNode.values()];
}

function bodiesIn(operation: OperationElement): readonly ErrorBody[] {
  return errorsIn(operation).flatMap((response) => {
    const schema = jsonSchemaIn(response);
    return schema && isThere(schema) ? [{ response, schema }] : [];
  });
}

function isSameBody({ response, schema }: ErrorBody, other: ErrorBody): boolean {
  const { node, status, operation } = other.response;
  return response.node === node && response.status === status && response.operation === operation && schema.node === other.schema.node;
}

function isThere({ nodes, snapshot }: SchemaElement): boolean {
  return nodes.every((node) => !referenceIn(node) || resolve(snapshot, node) !== undefined);
}
