import { structureRule } from '../grammar/structure.ts';

/** Only where the specification says "| Reference Object" may a reference stand. A warning, and not for everybody, since many tools that put files together follow it anywhere. */
export const refPosition = structureRule('ref-position', 'warn', 'strict');
