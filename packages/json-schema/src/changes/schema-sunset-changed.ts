import { defineChange, HARMLESS } from '@breakwater/core';
import type { SchemaElement } from '../schema-element.ts';
import { beyondSunset, type SunsetMove, sunsetMessage, sunsetMove } from '../sunset.ts';

interface SchemaSunsetChanged extends SunsetMove {
  readonly label: string;
}

export const schemaSunsetChanged = defineChange<SchemaElement, SchemaSunsetChanged>({
  id: 'schema-sunset-changed',
  on: 'schema',
  impact: () => HARMLESS,
  beyond: beyondSunset,
  message: ({ label, ...move }) => sunsetMessage(label, move),
  changed(before, after, report) {
    const move = sunsetMove(before.lifecycle(), after.lifecycle());
    const node = ({ effective }: SchemaElement) => effective().all('x-sunset')[0] ?? effective().all('deprecated')[0];
    if (move) report({ label: after.label, ...move }, node(after), { related: node(before) });
  },
});
