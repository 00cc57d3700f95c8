import { repairableRule } from '../grammar/structure.ts';

/** "REQUIRED. The list of possible responses" and "MUST contain at least one response code" (OpenAPI 3.0.4, sections 4.7.10.1 and 4.7.16); 3.1 does without. */
export const operationResponsesRequired = repairableRule('operation-responses-required');
