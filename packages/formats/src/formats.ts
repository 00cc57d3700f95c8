import type { Format } from '@breakwater/core';
import { openapi } from '@breakwater/openapi';

/** The formats, in the order in which they are asked whether a text is theirs. */
export const FORMATS: readonly Format[] = [openapi];
