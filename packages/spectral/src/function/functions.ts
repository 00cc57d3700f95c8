import { alphabetical } from './alphabetical.ts';
import { casing } from './casing.ts';
import type { CheckMaker } from './check.ts';
import { enumeration } from './enumeration.ts';
import { length } from './length.ts';
import { pattern } from './pattern.ts';
import { defined, falsy, truthy, undefinedness } from './presence.ts';
import { or, xor } from './properties.ts';
import { schema } from './schema.ts';
import { typedEnum } from './typed-enum.ts';
import { unreferencedReusableObject } from './unreferenced.ts';

/** What rules may call by name. */
export const FUNCTIONS: ReadonlyMap<string, CheckMaker> = new Map<string, CheckMaker>([
  ['alphabetical', alphabetical],
  ['casing', casing],
  ['defined', defined],
  ['enumeration', enumeration],
  ['falsy', falsy],
  ['length', length],
  ['or', or],
  ['pattern', pattern],
  ['schema', schema],
  ['truthy', truthy],
  ['typedEnum', typedEnum],
  ['undefined', undefinedness],
  ['unreferencedReusableObject', unreferencedReusableObject],
  ['xor', xor],
]);
