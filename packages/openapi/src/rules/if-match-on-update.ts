import { child, defineRule, insertEntry, insertItem, repair } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { bodyIn, headerOf, jsonSchemaIn, parameterOf, responsesIn } from '../model/operation-parts.ts';
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
    const node = unconditional(api).find((one) => one.label === label)?.node;
    const parameter = { name: 'If-Match', in: 'header', ...(api.version === '2.0' ? { type: 'string' } : { schema: { type: 'string' } }) };
    const list = child(node, 'parameters');
    return repair('Take `If-Match`', true, list ? insertItem(list, parameter) : insertEntry(node, 'parameters', [parameter]));
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
