import type { Change } from '@breakwater/core';
import { SCHEMA_CHANGES } from '@breakwater/json-schema';
import { callbackAdded } from './changes/callback-added.ts';
import { callbackRemoved } from './changes/callback-removed.ts';
import { encodingChanged } from './changes/encoding-changed.ts';
import { encodingContentTypeChanged } from './changes/encoding-content-type-changed.ts';
import { extensibleEnumChanged } from './changes/extensible-enum-changed.ts';
import { extensionChanged } from './changes/extension-changed.ts';
import { headerAdded } from './changes/header-added.ts';
import { headerRemoved } from './changes/header-removed.ts';
import { headerRequiredChanged } from './changes/header-required-changed.ts';
import { linkAdded } from './changes/link-added.ts';
import { linkChanged } from './changes/link-changed.ts';
import { linkRemoved } from './changes/link-removed.ts';
import { mediaTypeAdded } from './changes/media-type-added.ts';
import { mediaTypeRemoved } from './changes/media-type-removed.ts';
import { operationAdded } from './changes/operation-added.ts';
import { operationDeprecated } from './changes/operation-deprecated.ts';
import { operationIdChanged } from './changes/operation-id-changed.ts';
import { operationRemoved } from './changes/operation-removed.ts';
import { operationSunsetChanged } from './changes/operation-sunset-changed.ts';
import { orderingChanged } from './changes/ordering-changed.ts';
import { parameterAdded } from './changes/parameter-added.ts';
import { parameterDeprecated } from './changes/parameter-deprecated.ts';
import { parameterLeniencyChanged } from './changes/parameter-leniency-changed.ts';
import { parameterOrderChanged } from './changes/parameter-order-changed.ts';
import { parameterRemoved } from './changes/parameter-removed.ts';
import { parameterRequiredChanged } from './changes/parameter-required-changed.ts';
import { parameterSerializationChanged } from './changes/parameter-serialization-changed.ts';
import { parameterSunsetChanged } from './changes/parameter-sunset-changed.ts';
import { pathAdded } from './changes/path-added.ts';
import { pathParameterRenamed } from './changes/path-parameter-renamed.ts';
import { pathRemoved } from './changes/path-removed.ts';
import { pathShadowed } from './changes/path-shadowed.ts';
import { requestBodyAdded } from './changes/request-body-added.ts';
import { requestBodyRemoved } from './changes/request-body-removed.ts';
import { requestBodyRequiredChanged } from './changes/request-body-required-changed.ts';
import { responseAdded } from './changes/response-added.ts';
import { responseRemoved } from './changes/response-removed.ts';
import { schemaNameChanged } from './changes/schema-name-changed.ts';
import { securityAddressChanged } from './changes/security-address-changed.ts';
import { securityChanged } from './changes/security-changed.ts';
import { securityFlowRemoved } from './changes/security-flow-removed.ts';
import { securitySchemeChanged } from './changes/security-scheme-changed.ts';
import { securityScopeRemoved } from './changes/security-scope-removed.ts';
import { serverAdded } from './changes/server-added.ts';
import { serverBasePathChanged } from './changes/server-base-path-changed.ts';
import { serverRemoved } from './changes/server-removed.ts';
import { serverVariableChanged } from './changes/server-variable-changed.ts';
import { serversOverridden } from './changes/servers-overridden.ts';
import { stabilityChanged } from './changes/stability-changed.ts';
import { subtypeAdded } from './changes/subtype-added.ts';
import { subtypeRemoved } from './changes/subtype-removed.ts';
import { tagsChanged } from './changes/tags-changed.ts';
import { textChanged } from './changes/text-changed.ts';
import { xmlChanged } from './changes/xml-changed.ts';

/** Every change of an OpenAPI description. */
export const CHANGES: readonly Change[] = [
  serversOverridden,
  subtypeRemoved,
  subtypeAdded,
  xmlChanged,
  extensibleEnumChanged,
  callbackAdded,
  callbackRemoved,
  encodingChanged,
  encodingContentTypeChanged,
  extensionChanged,
  headerAdded,
  headerRemoved,
  headerRequiredChanged,
  linkAdded,
  linkChanged,
  linkRemoved,
  mediaTypeAdded,
  mediaTypeRemoved,
  operationAdded,
  operationDeprecated,
  operationIdChanged,
  operationRemoved,
  operationSunsetChanged,
  orderingChanged,
  parameterAdded,
  parameterDeprecated,
  parameterLeniencyChanged,
  parameterOrderChanged,
  parameterRemoved,
  parameterRequiredChanged,
  parameterSerializationChanged,
  parameterSunsetChanged,
  pathAdded,
  pathParameterRenamed,
  pathRemoved,
  pathShadowed,
  requestBodyAdded,
  requestBodyRemoved,
  requestBodyRequiredChanged,
  responseAdded,
  responseRemoved,
  schemaNameChanged,
  securityAddressChanged,
  securityChanged,
  securityFlowRemoved,
  securitySchemeChanged,
  securityScopeRemoved,
  serverAdded,
  serverBasePathChanged,
  serverRemoved,
  serverVariableChanged,
  stabilityChanged,
  tagsChanged,
  textChanged,
  ...SCHEMA_CHANGES,
];
