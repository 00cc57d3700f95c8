import { defineRule } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface SameIdentifier {
  readonly name: string;
  readonly other: string;
}

export const parameterNameIdentifier = defineRule<OperationElement, SameIdentifier>({
  id: 'parameter-name-identifier',
  on: 'operation',
  severity: 'info',
  preset: 'strict',
  message: ({ name, other }) => `The parameters \`${name}\` and \`${other}\` have the same name in generated code.`,
  check(operation, report) {
    const known = new Map<string, string>();
    for (const { name, in: place, place: at } of operation.parameters()) {
      if (place !== 'path' && place !== 'query') continue;
      const identifier = name.replaceAll(/\W+/g, '_').replaceAll(/^_|_$/g, '').toLowerCase();
      const other = known.get(identifier);
      if (other !== undefined && other !== name) report({ name, other }, at);
      else known.set(identifier, name);
    }
  },
});
