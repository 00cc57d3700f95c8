import type { CatalogEntry, Preset } from '@breakwater/core';
import { catalog } from '@breakwater/formats';
import { EXIT, type Exit, type Io } from '../io.ts';

export interface RulesOptions {
  readonly preset?: Preset;
}

/** Lists what a configuration can set: of a preset, the rules that it has on. */
export function rules({ preset }: RulesOptions, io: Io): Exit {
  const entries = [...catalog().values()].filter((entry) => preset === undefined || entry.presets?.includes(preset));
  const width = Math.max(...entries.map(({ id }) => id.length));
  for (const entry of entries) io.out(`${entry.id.padEnd(width)}  ${entry.severity.padEnd(5)}  ${partOf(entry).padEnd(11)}  ${entry.summary}\n`);
  return EXIT.clean;
}

/** Of a rule the smallest preset that has it on, of anything else what it is. */
function partOf({ kind, presets }: CatalogEntry): string {
  return kind === 'rule' ? (presets?.[0] ?? 'none') : kind;
}
