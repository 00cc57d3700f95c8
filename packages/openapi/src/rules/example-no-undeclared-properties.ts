import { defineRule, removeEntry, repair } from '@breakwater/core';
import { undeclaredNames, valueFaults } from '@breakwater/json-schema';
import { type Exampled, examplesOf } from '../model/example.ts';

interface UndeclaredName {
  readonly name: string;
}

export const exampleNoUndeclaredProperties = defineRule<Exampled, UndeclaredName>({
  id: 'example-no-undeclared-properties',
  on: ['schema', 'mediaType', 'parameter', 'header'],
  severity: 'info',
  preset: 'strict',
  message: ({ name }) => `\`${name}\` of the example is described nowhere.`,
  check(element, report) {
    for (const { value, schema, directions } of examplesOf(element)) {
      // What is wrong anyway is told as that.
      if (directions.every((direction) => valueFaults(schema, value, { direction, formats: false }).length > 0)) continue;
      for (const { node, name } of undeclaredNames(schema, value)) report({ name }, node);
    }
  },
  // It may be the schema that is wrong.
  fixes(element, { name }) {
    const all = examplesOf(element).flatMap(({ value, schema }) => undeclaredNames(schema, value));
    const edits = all.filter((one) => one.name === name).map(({ node }) => removeEntry(node.parent, name));
    return repair(`Take \`${name}\` out of the example`, false, ...edits);
  },
});
