import type { Rule } from '@breakwater/core';
import { additionalPropertiesConstrained } from './rules/additional-properties-constrained.ts';
import { arrayItemsRequired } from './rules/array-items-required.ts';
import { auditDocumented } from './rules/audit-documented.ts';
import { batchPartialResult } from './rules/batch-partial-result.ts';
import { bodyParameterSingle } from './rules/body-parameter-single.ts';
import { clientIdPutConflict } from './rules/client-id-put-conflict.ts';
import { commandPathUsesPost } from './rules/command-path-uses-post.ts';
import { commandQuerySeparation } from './rules/command-query-separation.ts';
import { commandSubresource } from './rules/command-subresource.ts';
import { componentUnused } from './rules/component-unused.ts';
import { concurrencyStory } from './rules/concurrency-story.ts';
import { consistencyDocumented } from './rules/consistency-documented.ts';
import { consumerIdentification } from './rules/consumer-identification.ts';
import { contractStatusKnown } from './rules/contract-status-known.ts';
import { contractVersionSignal } from './rules/contract-version-signal.ts';
import { correlationIdHeader } from './rules/correlation-id-header.ts';
import { corsHeaderDefined } from './rules/cors-header-defined.ts';
import { createdHasLocation } from './rules/created-has-location.ts';
import { createdReturnsId } from './rules/created-returns-id.ts';
import { cursorFiltersStable } from './rules/cursor-filters-stable.ts';
import { cursorOpaque } from './rules/cursor-opaque.ts';
import { defaultTypeMatch } from './rules/default-type-match.ts';
import { defaultValid } from './rules/default-valid.ts';
import { deleteResponse } from './rules/delete-response.ts';
import { deprecatedHasReplacement } from './rules/deprecated-has-replacement.ts';
import { deprecatedHasSunset } from './rules/deprecated-has-sunset.ts';
import { descriptionContradictsSchema } from './rules/description-contradicts-schema.ts';
import { discriminatorPropertyRequired } from './rules/discriminator-property-required.ts';
import { discriminatorValid } from './rules/discriminator-valid.ts';
import { enumDuplicate } from './rules/enum-duplicate.ts';
import { enumHasUnknown } from './rules/enum-has-unknown.ts';
import { enumTypeMatch } from './rules/enum-type-match.ts';
import { errorCodeStable } from './rules/error-code-stable.ts';
import { errorCodesDocumented } from './rules/error-codes-documented.ts';
import { errorExamplesPerStatus } from './rules/error-examples-per-status.ts';
import { errorFieldsDetail } from './rules/error-fields-detail.ts';
import { errorKindsDistinguishable } from './rules/error-kinds-distinguishable.ts';
import { errorMediaTypeProblemJson } from './rules/error-media-type-problem-json.ts';
import { errorNotBareString } from './rules/error-not-bare-string.ts';
import { errorProblemShape } from './rules/error-problem-shape.ts';
import { errorRequestId } from './rules/error-request-id.ts';
import { errorRetryableFlag } from './rules/error-retryable-flag.ts';
import { errorSchemaConsistent } from './rules/error-schema-consistent.ts';
import { errorSchemaDefined } from './rules/error-schema-defined.ts';
import { errorStatusMatches } from './rules/error-status-matches.ts';
import { errorTypeUri } from './rules/error-type-uri.ts';
import { etagOnGet } from './rules/etag-on-get.ts';
import { exampleMissing } from './rules/example-missing.ts';
import { exampleNoUndeclaredProperties } from './rules/example-no-undeclared-properties.ts';
import { exampleValidSchema } from './rules/example-valid-schema.ts';
import { fieldsWhitelist } from './rules/fields-whitelist.ts';
import { fileParameterConsumed } from './rules/file-parameter-consumed.ts';
import { filterDateFormat } from './rules/filter-date-format.ts';
import { filterParamsTyped } from './rules/filter-params-typed.ts';
import { filterSemanticsDocumented } from './rules/filter-semantics-documented.ts';
import { formDataConsumed } from './rules/form-data-consumed.ts';
import { getNoMutation } from './rules/get-no-mutation.ts';
import { godEndpoint } from './rules/god-endpoint.ts';
import { headNoResponseBody } from './rules/head-no-response-body.ts';
import { hidden404Consistent } from './rules/hidden-404-consistent.ts';
import { httpsOnly } from './rules/https-only.ts';
import { idNotNumeric } from './rules/id-not-numeric.ts';
import { idempotencyConflict409 } from './rules/idempotency-conflict-409.ts';
import { idempotencyExpiryDocumented } from './rules/idempotency-expiry-documented.ts';
import { idempotencyInProgressDocumented } from './rules/idempotency-in-progress-documented.ts';
import { idempotencyKeyFormat } from './rules/idempotency-key-format.ts';
import { idempotencyKeyOnPost } from './rules/idempotency-key-on-post.ts';
import { idempotencyKeyRequiredOnPayments } from './rules/idempotency-key-required-on-payments.ts';
import { idempotencyScopeDocumented } from './rules/idempotency-scope-documented.ts';
import { ifMatchOnUpdate } from './rules/if-match-on-update.ts';
import { includeLimited } from './rules/include-limited.ts';
import { infoDescription } from './rules/info-description.ts';
import { infoLicense } from './rules/info-license.ts';
import { infoTitle } from './rules/info-title.ts';
import { infoVersion } from './rules/info-version.ts';
import { integerFormat } from './rules/integer-format.ts';
import { jsonschemaRequiredDefined } from './rules/jsonschema-required-defined.ts';
import { jsonschemaSatisfiable } from './rules/jsonschema-satisfiable.ts';
import { linkOperationExists } from './rules/link-operation-exists.ts';
import { listHasMore } from './rules/list-has-more.ts';
import { listLimitDefault } from './rules/list-limit-default.ts';
import { listLimitMax } from './rules/list-limit-max.ts';
import { listNextCursorNullable } from './rules/list-next-cursor-nullable.ts';
import { listOrderDocumented } from './rules/list-order-documented.ts';
import { listPagination } from './rules/list-pagination.ts';
import { listPreferCursor } from './rules/list-prefer-cursor.ts';
import { listResponseObject } from './rules/list-response-object.ts';
import { listTraversalDocumented } from './rules/list-traversal-documented.ts';
import { markdownSafe } from './rules/markdown-safe.ts';
import { mediaTypeConcrete } from './rules/media-type-concrete.ts';
import { mediaTypeValid } from './rules/media-type-valid.ts';
import { moneyDecimalString } from './rules/money-decimal-string.ts';
import { moneyHasCurrency } from './rules/money-has-currency.ts';
import { noBareObjectResponse } from './rules/no-bare-object-response.ts';
import { noDbColumnNames } from './rules/no-db-column-names.ts';
import { noInternalEnumValues } from './rules/no-internal-enum-values.ts';
import { noLatestPath } from './rules/no-latest-path.ts';
import { noNullableIn31 } from './rules/no-nullable-in-31.ts';
import { noRawQueryParam } from './rules/no-raw-query-param.ts';
import { noRequestBodyOnGet } from './rules/no-request-body-on-get.ts';
import { noSensitiveQueryParams } from './rules/no-sensitive-query-params.ts';
import { noUndescriptiveNames } from './rules/no-undescriptive-names.ts';
import { oasRequiredFields } from './rules/oas-required-fields.ts';
import { oasStructure } from './rules/oas-structure.ts';
import { oasVersionSupported } from './rules/oas-version-supported.ts';
import { oncallDeclared } from './rules/oncall-declared.ts';
import { operationDescription } from './rules/operation-description.ts';
import { operationErrorResponse } from './rules/operation-error-response.ts';
import { operationIdCase } from './rules/operation-id-case.ts';
import { operationIdMissing } from './rules/operation-id-missing.ts';
import { operationIdSdkSafe } from './rules/operation-id-sdk-safe.ts';
import { operationIdUnique } from './rules/operation-id-unique.ts';
import { operationResponsesRequired } from './rules/operation-responses-required.ts';
import { operationSuccessResponse } from './rules/operation-success-response.ts';
import { optionalNotNullableConfusion } from './rules/optional-not-nullable-confusion.ts';
import { overloadBehaviourDocumented } from './rules/overload-behaviour-documented.ts';
import { ownerDeclared } from './rules/owner-declared.ts';
import { pactResponseAdditionalProperties } from './rules/pact-response-additional-properties.ts';
import { paginationConsistent } from './rules/pagination-consistent.ts';
import { parameterNameIdentifier } from './rules/parameter-name-identifier.ts';
import { parameterReservedHeader } from './rules/parameter-reserved-header.ts';
import { parametersUnique } from './rules/parameters-unique.ts';
import { patchContentType } from './rules/patch-content-type.ts';
import { patchNoRequired } from './rules/patch-no-required.ts';
import { pathDeclarationValid } from './rules/path-declaration-valid.ts';
import { pathItemHasOperation } from './rules/path-item-has-operation.ts';
import { pathItemIsObject } from './rules/path-item-is-object.ts';
import { pathItemOtherKeys } from './rules/path-item-other-keys.ts';
import { pathNoQuery } from './rules/path-no-query.ts';
import { pathNoTrailingSlash } from './rules/path-no-trailing-slash.ts';
import { pathNoVerbs } from './rules/path-no-verbs.ts';
import { pathOverlap } from './rules/path-overlap.ts';
import { pathParametersDeclared } from './rules/path-parameters-declared.ts';
import { pathParametersUsed } from './rules/path-parameters-used.ts';
import { pathUnambiguous } from './rules/path-unambiguous.ts';
import { pathVersionMatchesInfo } from './rules/path-version-matches-info.ts';
import { pathsNotEmpty } from './rules/paths-not-empty.ts';
import { postCreateStatus201 } from './rules/post-create-status-201.ts';
import { propertyMeaningDocumented } from './rules/property-meaning-documented.ts';
import { publicApiVersioned } from './rules/public-api-versioned.ts';
import { putFullRepresentation } from './rules/put-full-representation.ts';
import { putOnItemPath } from './rules/put-on-item-path.ts';
import { querystringAlone } from './rules/querystring-alone.ts';
import { rateLimitHeaders } from './rules/rate-limit-headers.ts';
import { readWriteOnly } from './rules/read-write-only.ts';
import { refPosition } from './rules/ref-position.ts';
import { refSiblings } from './rules/ref-siblings.ts';
import { requestIdHeader } from './rules/request-id-header.ts';
import { requestOpenContent } from './rules/request-open-content.ts';
import { requestSchemaPresent } from './rules/request-schema-present.ts';
import { resourceIdReadOnly } from './rules/resource-id-read-only.ts';
import { responseClosedContent } from './rules/response-closed-content.ts';
import { responseSchemaPresent } from './rules/response-schema-present.ts';
import { retryAfter429 } from './rules/retry-after-429.ts';
import { retryAfter503 } from './rules/retry-after-503.ts';
import { retryOnlyIdempotent } from './rules/retry-only-idempotent.ts';
import { retryPolicyShape } from './rules/retry-policy-shape.ts';
import { retryTimeoutDocumented } from './rules/retry-timeout-documented.ts';
import { retryableStatusConsistent } from './rules/retryable-status-consistent.ts';
import { runtimeExpressionValid } from './rules/runtime-expression-valid.ts';
import { schemaHasConstraints } from './rules/schema-has-constraints.ts';
import { schemaIsObject } from './rules/schema-is-object.ts';
import { schemaKeywordIgnored } from './rules/schema-keyword-ignored.ts';
import { schemaPatternValid } from './rules/schema-pattern-valid.ts';
import { schemaTypeFormatKnown } from './rules/schema-type-format-known.ts';
import { schemaTypeKeywordMatch } from './rules/schema-type-keyword-match.ts';
import { sdkMethodNameCollision } from './rules/sdk-method-name-collision.ts';
import { searchDocumented } from './rules/search-documented.ts';
import { securityDocumented } from './rules/security-documented.ts';
import { securityNoBasic } from './rules/security-no-basic.ts';
import { securitySchemeDefined } from './rules/security-scheme-defined.ts';
import { securitySchemeKind } from './rules/security-scheme-kind.ts';
import { securityScopesDefined } from './rules/security-scopes-defined.ts';
import { sensitiveFieldsMarked } from './rules/sensitive-fields-marked.ts';
import { serverInventory } from './rules/server-inventory.ts';
import { serverUrlClean } from './rules/server-url-clean.ts';
import { serverVariablesValid } from './rules/server-variables-valid.ts';
import { serversDefined } from './rules/servers-defined.ts';
import { sortWhitelist } from './rules/sort-whitelist.ts';
import { sourceOfTruthDocumented } from './rules/source-of-truth-documented.ts';
import { stateTransitionsDocumented } from './rules/state-transitions-documented.ts';
import { status5xxSemantics } from './rules/status-5xx-semantics.ts';
import { status400Documented } from './rules/status-400-documented.ts';
import { status400NotConflict } from './rules/status-400-not-conflict.ts';
import { status401403NotSwapped } from './rules/status-401-403-not-swapped.ts';
import { status401OnSecured } from './rules/status-401-on-secured.ts';
import { status403OnScoped } from './rules/status-403-on-scoped.ts';
import { status404NotValidation } from './rules/status-404-not-validation.ts';
import { status404OnItem } from './rules/status-404-on-item.ts';
import { status409OnCreate } from './rules/status-409-on-create.ts';
import { status412WithIfMatch } from './rules/status-412-with-if-match.ts';
import { status422Vs400 } from './rules/status-422-vs-400.ts';
import { status429Documented } from './rules/status-429-documented.ts';
import { status500Documented } from './rules/status-500-documented.ts';
import { statusCodeKnown } from './rules/status-code-known.ts';
import { statusKeysNormalized } from './rules/status-keys-normalized.ts';
import { tagParentExists } from './rules/tag-parent-exists.ts';
import { tagsDefined } from './rules/tags-defined.ts';
import { tagsPresent } from './rules/tags-present.ts';
import { tagsUnique } from './rules/tags-unique.ts';
import { tenantExplicit } from './rules/tenant-explicit.ts';
import { timestampDateTime } from './rules/timestamp-date-time.ts';
import { urlParameterSsrf } from './rules/url-parameter-ssrf.ts';
import { versionMediaTypeForm } from './rules/version-media-type-form.ts';
import { versionNotInQuery } from './rules/version-not-in-query.ts';
import { versionStyleConsistent } from './rules/version-style-consistent.ts';
import { versioningPolicyDocumented } from './rules/versioning-policy-documented.ts';
import { webhook2xxDocumented } from './rules/webhook-2xx-documented.ts';
import { webhookEventId } from './rules/webhook-event-id.ts';
import { webhookNoResponseBody } from './rules/webhook-no-response-body.ts';
import { webhookPayloadVersioned } from './rules/webhook-payload-versioned.ts';
import { webhookReplayDocumented } from './rules/webhook-replay-documented.ts';
import { webhookRetryDocumented } from './rules/webhook-retry-documented.ts';
import { webhookServerAbsent } from './rules/webhook-server-absent.ts';
import { webhookSignatureDocumented } from './rules/webhook-signature-documented.ts';
import { webhookSignatureHeader } from './rules/webhook-signature-header.ts';
import { webhookTimestampHeader } from './rules/webhook-timestamp-header.ts';
import { webhookVerificationDocumented } from './rules/webhook-verification-documented.ts';

/** Every rule about an OpenAPI description. */
export const RULES: readonly Rule[] = [
  additionalPropertiesConstrained,
  arrayItemsRequired,
  auditDocumented,
  batchPartialResult,
  bodyParameterSingle,
  clientIdPutConflict,
  commandPathUsesPost,
  commandQuerySeparation,
  commandSubresource,
  componentUnused,
  concurrencyStory,
  consistencyDocumented,
  consumerIdentification,
  contractStatusKnown,
  contractVersionSignal,
  correlationIdHeader,
  corsHeaderDefined,
  createdHasLocation,
  createdReturnsId,
  cursorFiltersStable,
  cursorOpaque,
  defaultTypeMatch,
  defaultValid,
  deleteResponse,
  deprecatedHasReplacement,
  deprecatedHasSunset,
  descriptionContradictsSchema,
  discriminatorPropertyRequired,
  discriminatorValid,
  enumDuplicate,
  enumHasUnknown,
  enumTypeMatch,
  errorCodeStable,
  errorCodesDocumented,
  errorExamplesPerStatus,
  errorFieldsDetail,
  errorKindsDistinguishable,
  errorMediaTypeProblemJson,
  errorNotBareString,
  errorProblemShape,
  errorRequestId,
  errorRetryableFlag,
  errorSchemaConsistent,
  errorSchemaDefined,
  errorStatusMatches,
  errorTypeUri,
  etagOnGet,
  exampleMissing,
  exampleNoUndeclaredProperties,
  exampleValidSchema,
  fieldsWhitelist,
  fileParameterConsumed,
  filterDateFormat,
  filterParamsTyped,
  filterSemanticsDocumented,
  formDataConsumed,
  getNoMutation,
  godEndpoint,
  headNoResponseBody,
  hidden404Consistent,
  httpsOnly,
  idNotNumeric,
  idempotencyConflict409,
  idempotencyExpiryDocumented,
  idempotencyInProgressDocumented,
  idempotencyKeyFormat,
  idempotencyKeyOnPost,
  idempotencyKeyRequiredOnPayments,
  idempotencyScopeDocumented,
  ifMatchOnUpdate,
  includeLimited,
  infoDescription,
  infoLicense,
  infoTitle,
  infoVersion,
  integerFormat,
  jsonschemaRequiredDefined,
  jsonschemaSatisfiable,
  linkOperationExists,
  listHasMore,
  listLimitDefault,
  listLimitMax,
  listNextCursorNullable,
  listOrderDocumented,
  listPagination,
  listPreferCursor,
  listResponseObject,
  listTraversalDocumented,
  markdownSafe,
  mediaTypeConcrete,
  mediaTypeValid,
  moneyDecimalString,
  moneyHasCurrency,
  noBareObjectResponse,
  noDbColumnNames,
  noInternalEnumValues,
  noLatestPath,
  noNullableIn31,
  noRawQueryParam,
  noRequestBodyOnGet,
  noSensitiveQueryParams,
  noUndescriptiveNames,
  oasRequiredFields,
  oasStructure,
  oasVersionSupported,
  oncallDeclared,
  operationDescription,
  operationErrorResponse,
  operationIdCase,
  operationIdMissing,
  operationIdSdkSafe,
  operationIdUnique,
  operationResponsesRequired,
  operationSuccessResponse,
  optionalNotNullableConfusion,
  overloadBehaviourDocumented,
  ownerDeclared,
  pactResponseAdditionalProperties,
  paginationConsistent,
  parameterNameIdentifier,
  parameterReservedHeader,
  parametersUnique,
  patchContentType,
  patchNoRequired,
  pathDeclarationValid,
  pathItemHasOperation,
  pathItemIsObject,
  pathItemOtherKeys,
  pathNoQuery,
  pathNoTrailingSlash,
  pathNoVerbs,
  pathOverlap,
  pathParametersDeclared,
  pathParametersUsed,
  pathUnambiguous,
  pathVersionMatchesInfo,
  pathsNotEmpty,
  postCreateStatus201,
  propertyMeaningDocumented,
  publicApiVersioned,
  putFullRepresentation,
  putOnItemPath,
  querystringAlone,
  rateLimitHeaders,
  readWriteOnly,
  refPosition,
  refSiblings,
  requestIdHeader,
  requestOpenContent,
  requestSchemaPresent,
  resourceIdReadOnly,
  responseClosedContent,
  responseSchemaPresent,
  retryAfter429,
  retryAfter503,
  retryOnlyIdempotent,
  retryPolicyShape,
  retryTimeoutDocumented,
  retryableStatusConsistent,
  runtimeExpressionValid,
  schemaHasConstraints,
  schemaIsObject,
  schemaKeywordIgnored,
  schemaPatternValid,
  schemaTypeFormatKnown,
  schemaTypeKeywordMatch,
  sdkMethodNameCollision,
  searchDocumented,
  securityDocumented,
  securityNoBasic,
  securitySchemeDefined,
  securitySchemeKind,
  securityScopesDefined,
  sensitiveFieldsMarked,
  serverInventory,
  serverUrlClean,
  serverVariablesValid,
  serversDefined,
  sortWhitelist,
  sourceOfTruthDocumented,
  stateTransitionsDocumented,
  status400Documented,
  status400NotConflict,
  status401403NotSwapped,
  status401OnSecured,
  status403OnScoped,
  status404NotValidation,
  status404OnItem,
  status409OnCreate,
  status412WithIfMatch,
  status422Vs400,
  status429Documented,
  status500Documented,
  status5xxSemantics,
  statusCodeKnown,
  statusKeysNormalized,
  tagParentExists,
  tagsDefined,
  tagsPresent,
  tagsUnique,
  tenantExplicit,
  timestampDateTime,
  urlParameterSsrf,
  versionMediaTypeForm,
  versionNotInQuery,
  versionStyleConsistent,
  versioningPolicyDocumented,
  webhook2xxDocumented,
  webhookEventId,
  webhookNoResponseBody,
  webhookPayloadVersioned,
  webhookReplayDocumented,
  webhookRetryDocumented,
  webhookServerAbsent,
  webhookSignatureDocumented,
  webhookSignatureHeader,
  webhookTimestampHeader,
  webhookVerificationDocumented,
];
