import type { Preset } from '../engine/preset.ts';
import type { RuleOptions } from '../engine/rule.ts';
import type { Severity } from '../finding/finding.ts';

/** Something that a configuration can set: a rule, a change, a policy, or a problem that may be told otherwise. */
export interface CatalogEntry {
  readonly id: string;
  readonly kind: 'problem' | 'rule' | 'change' | 'policy';
  /** What it tells, in one sentence. */
  readonly summary: string;
  /** As which it is told where it is on; of a change, the worst that it can get. */
  readonly severity: Severity;
  /** The presets that have it on; absent for what is in all of them. */
  readonly presets?: readonly Preset[];
  /** The sets beside the presets that have it on. */
  readonly sets?: readonly string[];
  readonly options?: RuleOptions<object>;
}

export type Catalog = ReadonlyMap<string, CatalogEntry>;
