import { defineChange, impactOf, restored } from '@breakwater/core';
import { isUnasked } from '../model/body.ts';
import type { MediaTypeElement } from '../model/element.ts';

interface MediaTypeRemoved {
  readonly mediaType: string;
  readonly owner: string;
}

export const mediaTypeRemoved = defineChange<MediaTypeElement, MediaTypeRemoved>({
  id: 'media-type-removed',
  on: 'mediaType',
  // A body sent in it is refused; a response asked for in it is no longer there. A newer consumer does not know it.
  impact: ({ owner }, direction) => (isUnasked(owner, direction) ? impactOf('narrowed', 'output') : { backward: 'breaking', forward: 'compatible' }),
  message: ({ mediaType, owner }) => `The media type \`${mediaType}\` of ${owner} was removed.`,
  // In OpenAPI 2.0 it is a parameter, or a part of a list that other bodies share.
  remedies: (_data, sides) => (sides.before?.entry ? restored(sides) : []),
  removed({ mediaType, owner }, report) {
    report({ mediaType, owner });
  },
});
