import { repairableRule } from '../grammar/structure.ts';

/** "An OpenAPI Description MUST have at least one of `components`, `paths` or `webhooks`" (OpenAPI 3.1.2, section 4.1); 2.0 and 3.0 ask for `paths`. */
export const oasRequiredFields = repairableRule('oas-required-fields');
