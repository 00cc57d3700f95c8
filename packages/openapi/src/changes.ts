import type { Change } from '@breakwater/core';
import { SCHEMA_CHANGES } from '@breakwater/json-schema';
import { callbackAdded } from './changes/callback-added.ts';
import { callbackRemoved } from './changes/callback-removed.ts';
import { encodingChanged } from './changes/encoding-changed.ts';
import { headerAdded } from './changes/header-added.ts';
import { headerRemoved } from './changes/header-removed.ts';
import { headerRequiredChanged } from './changes/header-required-changed.ts';
import { linkRemoved } from './changes/link-removed.ts';
import { mediaTypeAdded } from './changes/media-type-added.ts';
import { mediaTypeRemoved } from './changes/media-type-removed.ts';
import { operationAdded } from './changes/operation-added.ts';
import { operationDeprecated } from './changes/operation-deprecated.ts';
import { operationIdChanged } from './changes/operation-id-changed.ts';
import { operationRemoved } from './changes/operation-removed.ts';
import { operationSunsetChanged } from './changes/operation-sunset-changed.ts';
import { parameterAdded } from './changes/parameter-added.ts';
import { parameterDeprecated } from './changes/parameter-deprecated.ts';
import { parameterRemoved } from './changes/parameter-removed.ts';
import { parameterRequiredChanged } from './changes/parameter-required-changed.ts';
import { parameterSerializationChanged } from './changes/parameter-serialization-changed.ts';
import { parameterSunsetChanged } from './changes/parameter-sunset-changed.ts';
import { pathAdded } from './changes/path-added.ts';
import { pathRemoved } from './changes/path-removed.ts';
import { requestBodyAdded } from './changes/request-body-added.ts';
import { requestBodyRemoved } from './changes/request-body-removed.ts';
import { requestBodyRequiredChanged } from './changes/request-body-required-changed.ts';
import { responseAdded } from './changes/response-added.ts';
import { responseRemoved } from './changes/response-removed.ts';
import { securityChanged } from './changes/security-changed.ts';
import { securitySchemeChanged } from './changes/security-scheme-changed.ts';
import { serverAdded } from './changes/server-added.ts';
import { serverRemoved } from './changes/server-removed.ts';
import { stabilityChanged } from './changes/stability-changed.ts';

/** Every change of an OpenAPI description. */
export const CHANGES: readonly Change[] = [
  callbackAdded,
  callbackRemoved,
  encodingChanged,
  headerAdded,
  headerRemoved,
  headerRequiredChanged,
  linkRemoved,
  mediaTypeAdded,
  mediaTypeRemoved,
  operationAdded,
  operationDeprecated,
  operationIdChanged,
  operationRemoved,
  operationSunsetChanged,
  parameterAdded,
  parameterDeprecated,
  parameterRemoved,
  parameterRequiredChanged,
  parameterSerializationChanged,
  parameterSunsetChanged,
  pathAdded,
  pathRemoved,
  requestBodyAdded,
  requestBodyRemoved,
  requestBodyRequiredChanged,
  responseAdded,
  responseRemoved,
  securityChanged,
  securitySchemeChanged,
  serverAdded,
  serverRemoved,
  stabilityChanged,
  ...SCHEMA_CHANGES,
];
