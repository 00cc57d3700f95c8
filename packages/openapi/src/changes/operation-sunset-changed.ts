import { child, defineChange, HARMLESS } from '@breakwater/core';
import { beyondSunset, type SunsetMove, sunsetMessage, sunsetMove } from '@breakwater/json-schema';
import type { OperationElement } from '../model/element.ts';

interface OperationSunsetChanged extends SunsetMove {
  readonly label: string;
}

export const operationSunsetChanged = defineChange<OperationElement, OperationSunsetChanged>({
  id: 'operation-sunset-changed',
  on: 'operation',
  impact: () => HARMLESS,
  beyond: beyondSunset,
  message: ({ label, ...move }) => sunsetMessage(`\`${label}\``, move),
  changed(before, after, report) {
    const move = sunsetMove(before.lifecycle(), after.lifecycle());
    if (move)
      report({ label: after.label, ...move }, child(after.node, 'x-sunset') ?? child(after.node, 'deprecated'), { related: child(before.node, 'x-sunset') });
  },
});
