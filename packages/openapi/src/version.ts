import { child, type Detection, type Node, type ScalarNode, sourceOf } from '@breakwater/core';
import { type Dialect, JSON_SCHEMA_2020_12, OAS_2_0, OAS_3_0 } from '@breakwater/json-schema';

export type OpenApiVersion = '2.0' | '3.0' | '3.1' | '3.2';

const VERSIONS: readonly OpenApiVersion[] = ['2.0', '3.0', '3.1', '3.2'];

export const DIALECTS: Readonly<Record<OpenApiVersion, Dialect>> = { '2.0': OAS_2_0, '3.0': OAS_3_0, '3.1': JSON_SCHEMA_2020_12, '3.2': JSON_SCHEMA_2020_12 };

/** The version that a root claims in `openapi` or `swagger`, quoted or not. */
export function versionOf(root: Node): OpenApiVersion | undefined {
  const claim = claimOf(root);
  const [major, minor] = claim?.text.split('.') ?? [];
  return VERSIONS.find((version) => version === `${major}.${minor}`);
}

export function detectVersion(root: Node): Detection | undefined {
  const claim = claimOf(root);
  if (!claim) return undefined;
  const name = claim.at.entry?.name === 'swagger' ? 'Swagger' : 'OpenAPI';
  const shown = claim.text.slice(0, 20);
  const version = versionOf(root);
  return { label: version ? `OpenAPI ${version}` : `${name} \`${shown}\``, supported: version !== undefined, at: claim.at };
}

/** `swagger: 2.0` is a number to YAML; its text still says which version is meant. */
function claimOf(root: Node): { text: string; at: ScalarNode } | undefined {
  for (const key of ['openapi', 'swagger']) {
    const at = child(root, key);
    if (at?.kind !== 'scalar') continue;
    return { text: typeof at.value === 'number' ? sourceOf(at) : String(at.value), at };
  }
  return undefined;
}
