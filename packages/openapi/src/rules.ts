import type { Rule } from '@breakwater/core';
import { additionalPropertiesConstrained } from './rules/additional-properties-constrained.ts';
import { arrayItemsRequired } from './rules/array-items-required.ts';
import { bodyParameterSingle } from './rules/body-parameter-single.ts';
import { componentUnused } from './rules/component-unused.ts';
import { corsHeaderDefined } from './rules/cors-header-defined.ts';
import { discriminatorValid } from './rules/discriminator-valid.ts';
import { enumDuplicate } from './rules/enum-duplicate.ts';
import { enumTypeMatch } from './rules/enum-type-match.ts';
import { fileParameterConsumed } from './rules/file-parameter-consumed.ts';
import { formDataConsumed } from './rules/form-data-consumed.ts';
import { idNotNumeric } from './rules/id-not-numeric.ts';
import { infoLicense } from './rules/info-license.ts';
import { infoTitle } from './rules/info-title.ts';
import { infoVersion } from './rules/info-version.ts';
import { integerFormat } from './rules/integer-format.ts';
import { jsonschemaRequiredDefined } from './rules/jsonschema-required-defined.ts';
import { linkOperationExists } from './rules/link-operation-exists.ts';
import { markdownSafe } from './rules/markdown-safe.ts';
import { mediaTypeConcrete } from './rules/media-type-concrete.ts';
import { mediaTypeValid } from './rules/media-type-valid.ts';
import { noNullableIn31 } from './rules/no-nullable-in-31.ts';
import { noRequestBodyOnGet } from './rules/no-request-body-on-get.ts';
import { oasRequiredFields } from './rules/oas-required-fields.ts';
import { oasStructure } from './rules/oas-structure.ts';
import { oasVersionSupported } from './rules/oas-version-supported.ts';
import { operationDescription } from './rules/operation-description.ts';
import { operationErrorResponse } from './rules/operation-error-response.ts';
import { operationIdCase } from './rules/operation-id-case.ts';
import { operationIdUnique } from './rules/operation-id-unique.ts';
import { operationResponsesRequired } from './rules/operation-responses-required.ts';
import { operationSuccessResponse } from './rules/operation-success-response.ts';
import { parameterReservedHeader } from './rules/parameter-reserved-header.ts';
import { parametersUnique } from './rules/parameters-unique.ts';
import { pathDeclarationValid } from './rules/path-declaration-valid.ts';
import { pathItemHasOperation } from './rules/path-item-has-operation.ts';
import { pathItemIsObject } from './rules/path-item-is-object.ts';
import { pathItemOtherKeys } from './rules/path-item-other-keys.ts';
import { pathNoQuery } from './rules/path-no-query.ts';
import { pathNoTrailingSlash } from './rules/path-no-trailing-slash.ts';
import { pathOverlap } from './rules/path-overlap.ts';
import { pathParametersDeclared } from './rules/path-parameters-declared.ts';
import { pathParametersUsed } from './rules/path-parameters-used.ts';
import { pathUnambiguous } from './rules/path-unambiguous.ts';
import { pathsNotEmpty } from './rules/paths-not-empty.ts';
import { querystringAlone } from './rules/querystring-alone.ts';
import { readWriteOnly } from './rules/read-write-only.ts';
import { refPosition } from './rules/ref-position.ts';
import { refSiblings } from './rules/ref-siblings.ts';
import { runtimeExpressionValid } from './rules/runtime-expression-valid.ts';
import { schemaIsObject } from './rules/schema-is-object.ts';
import { schemaKeywordIgnored } from './rules/schema-keyword-ignored.ts';
import { schemaPatternValid } from './rules/schema-pattern-valid.ts';
import { schemaTypeFormatKnown } from './rules/schema-type-format-known.ts';
import { schemaTypeKeywordMatch } from './rules/schema-type-keyword-match.ts';
import { securityNoBasic } from './rules/security-no-basic.ts';
import { securitySchemeDefined } from './rules/security-scheme-defined.ts';
import { securityScopesDefined } from './rules/security-scopes-defined.ts';
import { serverInventory } from './rules/server-inventory.ts';
import { serverUrlClean } from './rules/server-url-clean.ts';
import { serverVariablesValid } from './rules/server-variables-valid.ts';
import { serversDefined } from './rules/servers-defined.ts';
import { statusCodeKnown } from './rules/status-code-known.ts';
import { statusKeysNormalized } from './rules/status-keys-normalized.ts';
import { tagParentExists } from './rules/tag-parent-exists.ts';
import { tagsDefined } from './rules/tags-defined.ts';
import { tagsPresent } from './rules/tags-present.ts';
import { tagsUnique } from './rules/tags-unique.ts';
import { urlParameterSsrf } from './rules/url-parameter-ssrf.ts';
import { webhookServerAbsent } from './rules/webhook-server-absent.ts';

/** Every rule about an OpenAPI description. */
export const RULES: readonly Rule[] = [
  additionalPropertiesConstrained,
  arrayItemsRequired,
  bodyParameterSingle,
  componentUnused,
  corsHeaderDefined,
  discriminatorValid,
  enumDuplicate,
  enumTypeMatch,
  fileParameterConsumed,
  formDataConsumed,
  idNotNumeric,
  infoLicense,
  infoTitle,
  infoVersion,
  integerFormat,
  jsonschemaRequiredDefined,
  linkOperationExists,
  markdownSafe,
  mediaTypeConcrete,
  mediaTypeValid,
  noNullableIn31,
  noRequestBodyOnGet,
  oasRequiredFields,
  oasStructure,
  oasVersionSupported,
  operationDescription,
  operationErrorResponse,
  operationIdCase,
  operationIdUnique,
  operationResponsesRequired,
  operationSuccessResponse,
  parameterReservedHeader,
  parametersUnique,
  pathDeclarationValid,
  pathItemHasOperation,
  pathItemIsObject,
  pathItemOtherKeys,
  pathNoQuery,
  pathNoTrailingSlash,
  pathOverlap,
  pathParametersDeclared,
  pathParametersUsed,
  pathUnambiguous,
  pathsNotEmpty,
  querystringAlone,
  readWriteOnly,
  refPosition,
  refSiblings,
  runtimeExpressionValid,
  schemaIsObject,
  schemaKeywordIgnored,
  schemaPatternValid,
  schemaTypeFormatKnown,
  schemaTypeKeywordMatch,
  securityNoBasic,
  securitySchemeDefined,
  securityScopesDefined,
  serverInventory,
  serverUrlClean,
  serverVariablesValid,
  serversDefined,
  statusCodeKnown,
  statusKeysNormalized,
  tagParentExists,
  tagsDefined,
  tagsPresent,
  tagsUnique,
  urlParameterSsrf,
  webhookServerAbsent,
];
