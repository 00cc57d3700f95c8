import { structureRule } from '../grammar/structure.ts';

/** "Describes the operations available on a single path" (OpenAPI 3.1.2, section 4.8.9). */
export const pathItemIsObject = structureRule('path-item-is-object');
