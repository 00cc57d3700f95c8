import { defineRule, inline, pointerOf, repair } from '@breakwater/core';
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
    for (const { part, what, node } of wrongIn(element, formats)) report({ part, what }, { node, span: node });
  },
  fixes(element, { part, what }, { formats }) {
    const same = wrongIn(element, formats).filter((one) => one.part === part && one.what === what && one.meant !== undefined);
    const edits = same.map(({ node, meant }) => ({ uri: node.file.uri, span: { start: node.start, end: node.end }, text: inline(node.file, meant) }));
    return repair('Write it as its schema does', true, ...edits);
  },
});

function wrongIn(element: Exampled, formats: boolean): readonly (ValueFault & WrongExample)[] {
  return examplesOf(element).flatMap((use) =>
    faultsOf(use, formats).map((fault) => ({ ...fault, part: pointerOf(fault.node).slice(pointerOf(use.value).length) })),
  );
}

/** Those of the direction in which it fits best. */
function faultsOf({ value, schema, directions }: ExampleUse, formats: boolean): readonly ValueFault[] {
  let best: readonly ValueFault[] | undefined;
  for (const direction of directions) {
    const found = valueFaults(schema satisfies SchemaElement, value, { direction, formats });
    if (found.length === 0) return found;
    if (!best || found.length < best.length) best = found;
  }
  return best ?? [];
}
