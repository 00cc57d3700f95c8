import { repairableRule } from '../grammar/structure.ts';

/** "REQUIRED. The title of the API" (OpenAPI 3.1.2, section 4.8.2.1). */
export const infoTitle = repairableRule('info-title');
