import { child, defineChange, HARMLESS } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';

interface OperationDeprecated {
  readonly label: string;
  readonly deprecated: boolean;
}

export const operationDeprecated = defineChange<OperationElement, OperationDeprecated>({
  id: 'operation-deprecated',
  on: 'operation',
  // An announcement: nothing on the wire changes yet.
  impact: () => HARMLESS,
  message: ({ label, deprecated }) => `The operation \`${label}\` is ${deprecated ? 'now' : 'no longer'} deprecated.`,
  changed(before, { node, label, deprecated }, report) {
    if (deprecated !== before.deprecated) report({ label, deprecated }, child(node, 'deprecated'), { related: child(before.node, 'deprecated') });
  },
});
