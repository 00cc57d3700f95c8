import { child, defineChange, HARMLESS } from '@breakwater/core';
import { beyondSunset, type SunsetMove, sunsetMessage, sunsetMove } from '@breakwater/json-schema';
import type { ParameterElement } from '../model/element.ts';

interface ParameterSunsetChanged extends SunsetMove {
  readonly label: string;
}

export const parameterSunsetChanged = defineChange<ParameterElement, ParameterSunsetChanged>({
  id: 'parameter-sunset-changed',
  on: 'parameter',
  impact: () => HARMLESS,
  beyond: beyondSunset,
  message: ({ label, ...move }) => sunsetMessage(label, move),
  changed(before, after, report) {
    const move = sunsetMove(before.lifecycle(), after.lifecycle());
    if (move)
      report({ label: after.label, ...move }, child(after.node, 'x-sunset') ?? child(after.node, 'deprecated'), { related: child(before.node, 'x-sunset') });
  },
});
