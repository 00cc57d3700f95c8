import { defineRule, pointerOf } from '@breakwater/core';
import { type SchemaElement, type ValueFault, valueFaults } from '@breakwater/json-schema';
import type { Exampled, ExampleUse } from '../model/example.ts';
import { examplesOf } from '../model/example.ts';

interface WrongExample {
  readonly part: string;
  readonly what: string;
}

interface Options {
  readonly formats: boolean;
}

/** "The example SHOULD match the specified schema" (OpenAPI 3.1.1, sections 4.8.12.2 and 4.8.14.1). */
export const exampleValidSchema = defineRule<Exampled, WrongExample, Options>({
  id: 'example-valid-schema',
  on: ['schema', 'mediaType', 'parameter', 'header'],
  severity: 'error',
  preset: 'recommended',
  options: {
    schema: { type: 'object', properties: { formats: { description: 'Whether examples have to be of the `format` of their schema.', type: 'boolean' } } },
    defaults: { formats: true },
  },
  message: ({ part, what }) => `${part === '' ? 'The example' : `\`${part}\` of the example`} ${what}.`,
  check(element, report, { formats }) {
    for (const use of examplesOf(element))
      for (const { node, what } of faultsOf(use, formats)) report({ part: pointerOf(node).slice(pointerOf(use.value).length), what }, { node, span: node });
  },
});

/** Those of the direction in which it fits best. */
function faultsOf({ value, schema, directions }: ExampleUse, formats: boolean): readonly ValueFault[] {
  let best: readonly ValueFault[] | undefined;
  for (const direction of directions) {
    const found = valueFaults(schema satisfies SchemaElement, value, { direction, formats });
    if (!best || found.length < best.length) best = found;
  }
  return best ?? [];
}
