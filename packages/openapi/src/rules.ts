import type { Rule } from '@breakwater/core';
import { arrayItemsRequired } from './rules/array-items-required.ts';
import { componentUnused } from './rules/component-unused.ts';
import { discriminatorValid } from './rules/discriminator-valid.ts';
import { enumTypeMatch } from './rules/enum-type-match.ts';
import { jsonschemaRequiredDefined } from './rules/jsonschema-required-defined.ts';
import { noNullableIn31 } from './rules/no-nullable-in-31.ts';
import { noRequestBodyOnGet } from './rules/no-request-body-on-get.ts';
import { operationErrorResponse } from './rules/operation-error-response.ts';
import { operationIdUnique } from './rules/operation-id-unique.ts';
import { operationSuccessResponse } from './rules/operation-success-response.ts';
import { parametersUnique } from './rules/parameters-unique.ts';
import { pathNoTrailingSlash } from './rules/path-no-trailing-slash.ts';
import { pathParametersDeclared } from './rules/path-parameters-declared.ts';
import { pathUnambiguous } from './rules/path-unambiguous.ts';
import { refSiblings } from './rules/ref-siblings.ts';
import { schemaPatternValid } from './rules/schema-pattern-valid.ts';
import { securitySchemeDefined } from './rules/security-scheme-defined.ts';
import { serverVariablesValid } from './rules/server-variables-valid.ts';

/** Every rule about an OpenAPI description. */
export const RULES: readonly Rule[] = [
  arrayItemsRequired,
  componentUnused,
  discriminatorValid,
  enumTypeMatch,
  jsonschemaRequiredDefined,
  noNullableIn31,
  noRequestBodyOnGet,
  operationErrorResponse,
  operationIdUnique,
  operationSuccessResponse,
  parametersUnique,
  pathNoTrailingSlash,
  pathParametersDeclared,
  pathUnambiguous,
  refSiblings,
  schemaPatternValid,
  securitySchemeDefined,
  serverVariablesValid,
];
