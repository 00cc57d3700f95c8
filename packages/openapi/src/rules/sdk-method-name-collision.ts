import { defineRule } from '@breakwater/core';
import { derivedId, operationIdOf } from '../model/derived-id.ts';
import type { ApiElement, OperationElement } from '../model/element.ts';
import { operationsOf } from '../model/operations-of.ts';

interface Collision {
  readonly label: string;
  readonly other: string;
  readonly name: string;
}

export const sdkMethodNameCollision = defineRule<ApiElement, Collision>({
  id: 'sdk-method-name-collision',
  on: 'api',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, other, name }) => `\`${label}\` and \`${other}\` are both \`${name}\` in generated code.`,
  check(api, report) {
    const known = new Map<string, OperationElement>();
    for (const operation of operationsOf(api)) {
      if (operation.of === 'callback') continue;
      const id = operationIdOf(operation);
      const name = (id ?? derivedId(operation)).replaceAll(/\W+/g, '_');
      const other = known.get(name.toLowerCase());
      // Two ids that are equal as they are written are told as that.
      if (other && (id === undefined || operationIdOf(other) !== id))
        report({ label: operation.label, other: other.label, name }, operation.place, { related: other.node });
      if (!other) known.set(name.toLowerCase(), operation);
    }
  },
});
