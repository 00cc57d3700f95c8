import { child, defineRule, insertEntry, insertItem, repair } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { addResponse } from '../model/missing-response.ts';
import { bodyIn, headerOf, jsonSchemaIn, parameterOf, responsesIn, speaksFor } from '../model/operation-parts.ts';
import { isItemPath, operationsByPath } from '../model/resource.ts';

interface Unconditional {
  readonly label: string;
}

/** RFC 9110, section 13.1.1: `If-Match` is there "to prevent the lost update problem". */
export const ifMatchOnUpdate = defineRule<ApiElement, Unconditional>({
  id: 'if-match-on-update',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `\`${label}\` changes a resource that has an \`ETag\`, and takes no \`If-Match\`.`,
  check(api, report) {
    for (const { label, place } of unconditional(api)) report({ label }, place);
  },
  fixes(api, { label }) {
    const operation = unconditional(api).find((one) => one.label === label);
    const node = operation?.node;
    // A condition without its answer is half of it.
    const answer = operation && speaksFor(operation, '412', false) ? [] : operation ? addResponse(operation, '412').flatMap((fix) => fix.edits) : [];
    if (!operation || (answer.length === 0 && !speaksFor(operation, '412', false))) return [];
    const parameter = { name: 'If-Match', in: 'header', ...(api.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } }) };
    const list = child(node, 'parameters');
    return repair('Take `If-Match`', false, list ? insertItem(list, parameter) : insertEntry(node, 'parameters', [parameter]), ...answer);
  },
});

function unconditional(api: ApiElement) {
  return [...operationsByPath(api).values()].flatMap((operations) => {
    const get = operations.find(({ method, path }) => method === 'GET' && isItemPath(path));
    const hasTag = get && responsesIn(get).some((response) => headerOf(response, ['ETag']));
    return operations.filter((operation) => {
      const names = jsonSchemaIn(bodyIn(operation))?.effective().properties;
      const isTold = parameterOf(operation, 'header', ['If-Match', 'If-Unmodified-Since']) || ['version', 'revision', 'etag'].some((name) => names?.has(name));
      return hasTag && ['PUT', 'PATCH', 'DELETE'].includes(operation.method) && !isTold;
    });
  });
}
