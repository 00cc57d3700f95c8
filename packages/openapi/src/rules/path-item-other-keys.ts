import { repairableRule } from '../grammar/structure.ts';

/** The fixed fields of a Path Item Object (OpenAPI 3.1.2, section 4.8.9.1): nothing else is read as an operation. */
export const pathItemOtherKeys = repairableRule('path-item-other-keys');
