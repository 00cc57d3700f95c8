import { defineChange, impactOf } from '@breakwater/core';
import { isUnasked } from '../model/body.ts';
import type { MediaTypeElement } from '../model/element.ts';

interface MediaTypeAdded {
  readonly mediaType: string;
  readonly owner: string;
}

export const mediaTypeAdded = defineChange<MediaTypeElement, MediaTypeAdded>({
  id: 'media-type-added',
  on: 'mediaType',
  // Who did not ask for it does not get it; a newer consumer that relies on it is refused by an older provider.
  impact: ({ owner }, direction) => (isUnasked(owner, direction) ? impactOf('widened', 'output') : { backward: 'compatible', forward: 'breaking' }),
  message: ({ mediaType, owner }) => `The media type \`${mediaType}\` of ${owner} was added.`,
  added({ mediaType, owner }, report) {
    report({ mediaType, owner });
  },
});
