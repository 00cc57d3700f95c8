import { repairableRule } from '../grammar/structure.ts';

/** "REQUIRED. The version of the OpenAPI document", a string (OpenAPI 3.1.2, section 4.8.2.1). */
export const infoVersion = repairableRule('info-version');
