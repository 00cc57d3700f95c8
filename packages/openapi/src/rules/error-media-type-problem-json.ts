import { defineRule } from '@breakwater/core';
import type { ApiElement } from '../model/element.ts';
import { errorBodiesOf } from '../model/error-response.ts';
import { mediaTypesIn } from '../model/operation-parts.ts';

interface PlainProblem {
  readonly mediaType: string;
}

/** RFC 9457, section 3: problem details are identified with the media type `application/problem+json`. */
export const errorMediaTypeProblemJson = defineRule<ApiElement, PlainProblem>({
  id: 'error-media-type-problem-json',
  on: 'api',
  severity: 'info',
  preset: 'strict',
  message: ({ mediaType }) => `An error has the form of RFC 9457, and is sent as \`${mediaType}\`.`,
  check(api, report) {
    for (const { response, schema } of errorBodiesOf(api)) {
      const { properties } = schema.effective();
      const isProblem = ['type', 'title', 'status'].every((name) => properties.has(name));
      const types = mediaTypesIn(response);
      const json = types.find(({ mediaType }) => /^application\/json\b/i.test(mediaType));
      if (isProblem && json && !types.some(({ mediaType }) => /^application\/problem\+/i.test(mediaType))) report({ mediaType: json.mediaType }, json.place);
    }
  },
});
