import { defineRule } from '@breakwater/core';
import type { MediaTypeElement } from '../model/element.ts';

interface MediaTypeRange {
  readonly mediaType: string;
  readonly owner: string;
}

export const mediaTypeConcrete = defineRule<MediaTypeElement, MediaTypeRange>({
  id: 'media-type-concrete',
  on: 'mediaType',
  severity: 'info',
  preset: 'strict',
  message: ({ mediaType, owner }) => `\`${mediaType}\` of ${owner} leaves open what is sent.`,
  check({ mediaType, owner }, report) {
    if (mediaType.includes('*')) report({ mediaType, owner });
  },
});
