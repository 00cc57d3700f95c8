import { structureRule } from '../grammar/structure.ts';

/** A schema is an object; since OpenAPI 3.1 also `true` or `false` (JSON Schema 2020-12, section 4.3). */
export const schemaIsObject = structureRule('schema-is-object');
