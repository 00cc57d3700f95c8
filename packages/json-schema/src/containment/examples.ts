import { isRecord } from './json-value.ts';
import type { JsonSchema, SchemaSet } from './side.ts';

/** References from one to the next that are followed. */
const MAX_HOPS = 5;
/** Examples of one schema that are tried. */
const MAX_EXAMPLES = 20;

/** Values that the author of the schema wrote down: `example`, `examples`, `default`. They may well not be valid. */
export function examplesOf(schema: JsonSchema, set: SchemaSet): readonly unknown[] {
  const found: unknown[] = [];
  let at: JsonSchema | undefined = schema;
  for (let i = 0; i < MAX_HOPS && isRecord(at) && found.length < MAX_EXAMPLES; i++) {
    for (const keyword of ['example', 'default']) if (Object.hasOwn(at, keyword)) found.push(at[keyword]);
    if (Array.isArray(at.examples)) found.push(...at.examples);
    at = typeof at.$ref === 'string' ? set.resolve(at.$ref) : undefined;
  }
  return found.slice(0, MAX_EXAMPLES);
}
