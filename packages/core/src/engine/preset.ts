import type { Rule } from './rule.ts';

/** Sets of rules, each with all of the one before it: nothing, what is wrong, what most teams want, what is asked for, and everything. */
export const PRESETS = ['none', 'minimal', 'recommended', 'strict', 'full'] as const;

export type Preset = (typeof PRESETS)[number];

/** Whether a preset has a rule on. A rule that names no preset is in all of them if it tells errors, and else from `recommended` on. */
export function isOn({ preset, severity }: Pick<Rule, 'preset' | 'severity'>, chosen: Preset): boolean {
  return PRESETS.indexOf(preset ?? (severity === 'error' ? 'minimal' : 'recommended')) <= PRESETS.indexOf(chosen);
}
