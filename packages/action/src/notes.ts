import { CONFIGURATION_NAMES } from '@breakwater/core';
import { type Context, isFromFork } from './context.ts';
import type { Plan } from './contracts/plan.ts';

/** What a reader has to know of how it was checked. */
export function notesOf({ untouched, changed }: Plan, context: Context): readonly string[] {
  return [
    ...untouchedNote(untouched),
    ...[...changed]
      .filter(isConfiguration)
      .sort()
      .map((path) => configurationNote(path, context)),
  ];
}

function untouchedNote({ length }: readonly string[]): readonly string[] {
  if (length === 0) return [];
  const what = length === 1 ? '1 contract that this change does not touch was' : `${length} contracts that this change does not touch were`;
  return [`${what} not checked; the input \`all\` checks every one.`];
}

function isConfiguration(path: string): boolean {
  return CONFIGURATION_NAMES.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** Threat T12: who changes how it is judged does not do so unseen. */
function configurationNote(path: string, context: Context): string {
  return isFromFork(context)
    ? `The configuration \`${path}\` is changed here too; as the change comes from a fork, that of the base counts.`
    : `The configuration \`${path}\`, by which this is judged, is changed here too.`;
}
