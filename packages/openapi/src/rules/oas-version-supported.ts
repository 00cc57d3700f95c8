import { repairableRule } from '../grammar/structure.ts';

/** "This string MUST be the version number of the OpenAPI Specification that the document uses" (OpenAPI 3.1.2, section 4.8.1.1). */
export const oasVersionSupported = repairableRule('oas-version-supported');
