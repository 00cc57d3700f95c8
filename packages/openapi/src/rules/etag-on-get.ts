import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { addHeader } from '../model/missing-header.ts';
import { headerOf, jsonSchemaIn, responsesIn } from '../model/operation-parts.ts';
import { isItemPath, operationsByPath } from '../model/resource.ts';

interface NoVersion {
  readonly label: string;
}

/** RFC 9110, section 8.8.3. */
export const etagOnGet = defineRule<ApiElement, NoVersion>({
  id: 'etag-on-get',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ label }) => `\`${label}\` does not tell which version it answers with, and others change the resource.`,
  check(api, report) {
    for (const { label, answer } of unversioned(api)) report({ label }, answer.place);
  },
  fixes(api, { label }) {
    const found = unversioned(api).find((one) => one.label === label);
    return found ? addHeader(found.answer, 'ETag', { description: 'The version of the resource', type: 'string' }) : [];
  },
});

function unversioned(api: ApiElement) {
  return [...operationsByPath(api).values()].flatMap((operations) => {
    const get = operations.find(({ method, path }) => method === 'GET' && isItemPath(path));
    const isChanged = operations.some(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method));
    const answer = get && isChanged ? responsesIn(get).find(({ status }) => status === '200') : undefined;
    if (!get || !answer || headerOf(answer, ['ETag', 'Last-Modified'])) return [];
    const names = jsonSchemaIn(answer)?.effective().properties;
    return ['version', 'revision', 'etag', '_etag', 'updated_at', 'updatedAt', 'resourceVersion'].some((name) => names?.has(name))
      ? []
      : [{ label: get.label, answer }];
  });
}
