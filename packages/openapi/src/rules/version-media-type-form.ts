import { defineRule } from '@breakwater/core';
import type { MediaTypeElement } from '../model/element.ts';

interface OtherForm {
  readonly mediaType: string;
}

/** RFC 6838, sections 3.2 and 4.2.8. */
export const versionMediaTypeForm = defineRule<MediaTypeElement, OtherForm>({
  id: 'version-media-type-form',
  on: 'mediaType',
  severity: 'info',
  preset: 'strict',
  message: ({ mediaType }) => `\`${mediaType}\` names a version in a way of its own.`,
  check({ mediaType }, report) {
    const [type = ''] = mediaType.split(';');
    const isVendor = /^application\/vnd\./i.test(type);
    const isVersioned = /[-._+]v?\d+/i.test(type) && /v\d/i.test(type);
    if (isVendor && isVersioned && !/^application\/vnd\.[a-z0-9-]+(\.[a-z0-9-]+)*\.v\d+(\.\d+)*(\+[a-z0-9]+)?$/i.test(type.trim())) report({ mediaType });
  },
});
