import { structureRule } from '../grammar/structure.ts';

/** "The key is a media type or media type range" (OpenAPI 3.1.2, section 4.8.13.1; RFC 9110, sections 8.3.1 and 12.5.1). */
export const mediaTypeValid = structureRule('media-type-valid', 'warn');
