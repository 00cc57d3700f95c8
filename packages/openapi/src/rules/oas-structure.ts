import { repairableRule } from '../grammar/structure.ts';

/** All that the fields of an object may be: see `grammar/`. What a rule of its own tells is named in `grammar/owner.ts`. */
export const oasStructure = repairableRule('oas-structure');
