import { child, defineRule, insertEntry, repair } from '@breakwater/core';
import { derivedId, distinctId } from '../model/derived-id.ts';
import type { OperationElement } from '../model/element.ts';

interface MissingId {
  readonly label: string;
  readonly derived: string;
}

export const operationIdMissing = defineRule<OperationElement, MissingId>({
  id: 'operation-id-missing',
  on: 'operation',
  severity: 'warn',
  preset: 'strict',
  message: ({ label, derived }) => `\`${label}\` has no \`operationId\`; generators will call it something like \`${derived}\`.`,
  check(operation, report) {
    if (operation.of !== 'callback' && !child(operation.node, 'operationId')) report({ label: operation.label, derived: derivedId(operation) });
  },
  fixes: (operation) => repair(`Call it \`${distinctId(operation)}\``, false, insertEntry(operation.node, 'operationId', distinctId(operation))),
});
