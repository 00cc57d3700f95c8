import { defineRule } from '@breakwater/core';
import type { ResponseElement } from '../model/element.ts';
import { isError } from '../model/error-response.ts';
import { jsonSchemaIn, mediaTypesIn } from '../model/operation-parts.ts';
import { renameKey } from '../model/rename-key.ts';

interface PlainProblem {
  readonly mediaType: string;
}

/** RFC 9457, section 3: problem details are identified with the media type `application/problem+json`. */
export const errorMediaTypeProblemJson = defineRule<ResponseElement, PlainProblem>({
  id: 'error-media-type-problem-json',
  on: 'response',
  severity: 'info',
  preset: 'strict',
  message: ({ mediaType }) => `An error has the form of RFC 9457, and is sent as \`${mediaType}\`.`,
  check(response, report) {
    const plain = isError(response.status) ? plainProblemIn(response) : undefined;
    if (plain) report({ mediaType: plain.mediaType }, plain.place);
  },
  fixes(response) {
    const plain = plainProblemIn(response);
    return plain && response.document.version !== '2.0' ? renameKey(plain, 'application/problem+json') : [];
  },
});

function plainProblemIn(response: ResponseElement) {
  const types = mediaTypesIn(response);
  const properties = jsonSchemaIn(response)?.effective().properties;
  const isProblem = ['type', 'title', 'status'].every((name) => properties?.has(name));
  const isNamed = types.some(({ mediaType }) => /^application\/problem\+/i.test(mediaType));
  return isProblem && !isNamed ? types.find(({ mediaType }) => /^application\/json\b/i.test(mediaType)) : undefined;
}
