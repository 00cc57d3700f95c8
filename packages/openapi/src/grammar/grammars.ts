import type { OpenApiVersion } from '../version.ts';
import { type Grammar, grammarOf } from './grammar.ts';
import { OAS_2_0 } from './oas-2-0.ts';
import { OAS_3_0 } from './oas-3-0.ts';
import { OAS_3_1 } from './oas-3-1.ts';
import { OAS_3_2 } from './oas-3-2.ts';

export const GRAMMARS: Readonly<Record<OpenApiVersion, Grammar>> = {
  '2.0': grammarOf(OAS_2_0),
  '3.0': grammarOf(OAS_3_0),
  '3.1': grammarOf(OAS_3_1),
  '3.2': grammarOf(OAS_3_2),
};

const VERSIONS: readonly OpenApiVersion[] = ['2.0', '3.0', '3.1', '3.2'];

/** The first version in which an object has a field. */
export function versionWith(object: string, field: string): OpenApiVersion | undefined {
  return VERSIONS.find((version) => {
    const grammar = GRAMMARS[version].get(object);
    return grammar?.fields.has(field) || grammar?.variants.some(({ of }) => [...of.values()].some((fields) => fields.has(field)));
  });
}
