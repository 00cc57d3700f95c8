import type { Change } from '@breakwater/core';
import { accessChanged } from './changes/access-changed.ts';
import { boundChanged } from './changes/bound-changed.ts';
import { constraintChanged } from './changes/constraint-changed.ts';
import { contentChanged } from './changes/content-changed.ts';
import { contentSchemaChanged } from './changes/content-schema-changed.ts';
import { defaultChanged } from './changes/default-changed.ts';
import { discriminatorChanged } from './changes/discriminator-changed.ts';
import { enumChanged } from './changes/enum-changed.ts';
import { enumValueAdded } from './changes/enum-value-added.ts';
import { enumValueRemoved } from './changes/enum-value-removed.ts';
import { formatChanged } from './changes/format-changed.ts';
import { largeNumberChanged } from './changes/large-number-changed.ts';
import { nullabilityChanged } from './changes/nullability-changed.ts';
import { patternChanged } from './changes/pattern-changed.ts';
import { propertyAdded } from './changes/property-added.ts';
import { propertyRemoved } from './changes/property-removed.ts';
import { requiredChanged } from './changes/required-changed.ts';
import { schemaAdded } from './changes/schema-added.ts';
import { schemaDeprecated } from './changes/schema-deprecated.ts';
import { schemaRemoved } from './changes/schema-removed.ts';
import { schemaSunsetChanged } from './changes/schema-sunset-changed.ts';
import { typeChanged } from './changes/type-changed.ts';
import { unionChanged } from './changes/union-changed.ts';

/** Every change of a schema, whatever format it stands in. */
export const SCHEMA_CHANGES: readonly Change[] = [
  largeNumberChanged,
  contentSchemaChanged,
  accessChanged,
  boundChanged,
  constraintChanged,
  contentChanged,
  defaultChanged,
  discriminatorChanged,
  enumChanged,
  enumValueAdded,
  enumValueRemoved,
  formatChanged,
  nullabilityChanged,
  patternChanged,
  propertyAdded,
  propertyRemoved,
  requiredChanged,
  schemaAdded,
  schemaDeprecated,
  schemaRemoved,
  schemaSunsetChanged,
  typeChanged,
  unionChanged,
];
