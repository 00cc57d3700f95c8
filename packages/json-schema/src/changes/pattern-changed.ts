import { asBefore, type Move, stringOf } from '@breakwater/core';
import { defineSchemaChange, tolerantReader } from '../schema-change.ts';
import type { SchemaElement } from '../schema-element.ts';

interface PatternChanged {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

export const patternChanged = defineSchemaChange<PatternChanged>({
  id: 'pattern-changed',
  about: ['pattern'],
  move: ({ from, to }): Move => (from === null ? 'narrowed' : to === null ? 'widened' : 'changed'),
  // A consumer seldom checks what it reads against limits, so a provider that writes more freely is told of and does not fail by itself.
  policy: tolerantReader,
  message: ({ label, from, to }) => {
    const subject = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
    if (from === null) return `${subject} must now match the pattern \`${to}\`.`;
    return to === null ? `${subject} need no longer match the pattern \`${from}\`.` : `The pattern of ${label} changed from \`${from}\` to \`${to}\`.`;
  },
  remedies: (_data, sides) => asBefore(sides, 'pattern'),
  changed(before, after, report) {
    const [from, to] = [patternOf(before), patternOf(after)];
    if (from !== to) report({ label: after.label, from, to }, after.effective().all('pattern')[0], { related: before.effective().all('pattern')[0] });
  },
});

function patternOf(element: SchemaElement): string | null {
  const patterns = element
    .effective()
    .all('pattern')
    .map((node) => stringOf(node) ?? '');
  return patterns.length === 0 ? null : [...new Set(patterns)].sort().join(' and ');
}
