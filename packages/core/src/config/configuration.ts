import type { Settings } from '../engine/checker.ts';
import type { RulePack } from '../engine/rule-pack.ts';
import type { Location } from '../finding/finding.ts';
import type { AcceptanceEntry } from '../policy/accept.ts';
import type { Bar } from '../policy/bar.ts';
import type { Override } from '../policy/configure.ts';
import { type Selector, selects } from '../policy/selector.ts';

/** What a configuration says of how contracts are judged; what it does not say is absent. */
export interface Layer extends Pick<Settings, 'preset' | 'ruleSets' | 'mode' | 'audiences' | 'versionPolicy' | 'deprecationDays'> {
  readonly severities: NonNullable<Settings['severities']>;
  readonly options: NonNullable<Settings['options']>;
  readonly overrides: readonly Override[];
  readonly ignore: readonly Selector[];
}

export interface ContractLayer extends Layer {
  readonly files: readonly string[];
}

/** All that one file says, together with the files that it extends. */
export interface Configuration extends Layer {
  readonly failOn?: Bar;
  readonly accept: readonly AcceptanceEntry[];
  /** Which file is the baseline, and where that is said. */
  readonly baseline?: { readonly uri: string; readonly at: Location };
  readonly contracts: readonly ContractLayer[];
  /** Rulesets of the project. */
  readonly packs: readonly RulePack[];
}

export const NOTHING_SET: Configuration = { severities: new Map(), options: new Map(), overrides: [], ignore: [], accept: [], contracts: [], packs: [] };

/** What the later one says counts; lists grow, since of what is in them the last one counts anyway. */
export function over(earlier: Configuration, later: Configuration): Configuration {
  return {
    ...layerOver(earlier, later),
    accept: [...earlier.accept, ...later.accept],
    contracts: [...earlier.contracts, ...later.contracts],
    packs: [...earlier.packs, ...later.packs],
  };
}

function layerOver<L extends Layer, M extends Layer>(earlier: L, later: M): L & M {
  return {
    ...earlier,
    ...later,
    severities: new Map([...earlier.severities, ...later.severities]),
    options: new Map([...earlier.options, ...later.options]),
    overrides: [...earlier.overrides, ...later.overrides],
    ignore: [...earlier.ignore, ...later.ignore],
  };
}

/** What holds for the contract at `uri`, seen from the root of the workspace. */
export function settingsFor(configuration: Configuration, uri: string): Settings {
  let layer: Layer = configuration;
  for (const { files, ...own } of configuration.contracts) if (selects({ files }, uri, undefined)) layer = layerOver(layer, own);
  const { preset, ruleSets, mode, audiences, versionPolicy, deprecationDays, severities, options, overrides, ignore } = layer;
  return {
    ...{ severities, options, overrides, ignore },
    ...(configuration.packs.length > 0 && { packs: configuration.packs }),
    ...(preset && { preset }),
    ...(ruleSets && { ruleSets }),
    ...(mode && { mode }),
    ...(audiences && { audiences }),
    ...(versionPolicy && { versionPolicy }),
    ...(deprecationDays !== undefined && { deprecationDays }),
  };
}
