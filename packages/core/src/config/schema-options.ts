import type { Schema } from './schema.ts';

/** A schema that may hold at a place of a file of ours, with what is said of the place itself. */
export interface SchemaOption {
  readonly schema: Schema;
  readonly description: string | undefined;
}

/** Deeper than any schema of ours. */
const MAX_DEPTH = 20;

/** What may stand at the end of a way of keys and indexes, each alternative alone and references followed. */
export function schemaOptions(root: Schema, path: readonly (string | number)[]): readonly SchemaOption[] {
  let options = alternatives({ schema: root, description: root.description }, root);
  for (const step of path)
    options = options.flatMap(({ schema, description }) => into(schema, step, description)).flatMap((option) => alternatives(option, root));
  return options;
}

function into({ properties = {}, additionalProperties, items }: Schema, step: string | number, around: string | undefined): readonly SchemaOption[] {
  if (typeof step === 'number') return items ? [{ schema: items, description: items.description ?? around }] : [];
  const own = Object.hasOwn(properties, step) ? properties[step] : typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return own ? [{ schema: own, description: own.description }] : [];
}

/** What is said nearer to the place counts. */
function alternatives({ schema, description }: SchemaOption, root: Schema, depth = 0): readonly SchemaOption[] {
  const { $ref, anyOf } = schema;
  if (depth > MAX_DEPTH) return [];
  if ($ref !== undefined) {
    const followed = root.$defs?.[$ref.replace('#/$defs/', '')] ?? {};
    return alternatives({ schema: followed, description: description ?? followed.description }, root, depth + 1);
  }
  if (!anyOf) return [{ schema, description }];
  return anyOf.flatMap((option) => alternatives({ schema: option, description: description ?? option.description }, root, depth + 1));
}
