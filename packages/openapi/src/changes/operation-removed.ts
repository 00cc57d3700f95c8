import { defineChange, restored } from '@breakwater/core';
import type { OperationElement } from '../model/element.ts';
import { idsTaken } from './ids-taken.ts';

interface OperationRemoved {
  readonly label: string;
  readonly deprecated: boolean;
}

export const operationRemoved = defineChange<OperationElement, OperationRemoved>({
  id: 'operation-removed',
  on: 'operation',
  // Requests to it are refused with 405. In the other direction nobody asks for what an old provider has on top.
  impact: () => ({ backward: 'breaking', forward: 'compatible' }),
  beyond: () => ({ source: 'breaking' }),
  message: ({ label, deprecated }) => `The ${deprecated ? 'deprecated ' : ''}operation \`${label}\` was removed.`,
  remedies: (_data, sides) => (sides.before && idsTaken(sides.before, sides.after) ? [] : restored(sides)),
  removed({ label, deprecated }, report) {
    report({ label, deprecated });
  },
});
