import { defineRule, insertEntry, repair } from '@breakwater/core';
import { derivedId, distinctId, operationIdOf } from '../model/derived-id.ts';
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
  fixes(api, { label, other, name }) {
    const both = [label, other].map((one) => operationsOf(api).find((operation) => operation.label === one));
    // What has an id has been called so by its author.
    const operation = both.find((one) => one && operationIdOf(one) === undefined && distinctId(one).toLowerCase() !== name.toLowerCase());
    if (!operation) return [];
    return repair(`Call it \`${distinctId(operation)}\``, false, insertEntry(operation.node, 'operationId', distinctId(operation)));
  },
});
