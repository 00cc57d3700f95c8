import type { Settings } from '../engine/checker.ts';
import type { Answer } from '../engine/examine.ts';
import { type Bar, DEFAULT_BAR } from '../policy/bar.ts';
import type { Baseline } from '../policy/baseline.ts';
import { fromRoot } from '../policy/configure.ts';
import type { Host } from '../workspace/host.ts';
import type { Terms } from './conclusion.ts';
import { type Configuration, NOTHING_SET, settingsFor } from './configuration.ts';
import { type FoundConfiguration, findConfiguration } from './find-configuration.ts';
import { loadBaseline } from './load-baseline.ts';
import { type LoadedConfiguration, loadConfiguration } from './load-configuration.ts';
import type { Language } from './pack-reader.ts';

/** What holds for one contract. */
export interface Configured {
  readonly settings: Settings;
  /** One object for all contracts of one configuration. */
  readonly terms: Terms;
  readonly configuration: Configuration;
  /** What was read for it: the file, those that it extends, and the baseline. */
  readonly files: readonly string[];
}

/** Why nothing is checked by a configuration, with its mistakes. One object for all contracts of it. */
export interface Misconfigured {
  readonly refused: Answer;
}

/** Where configurations are looked for. */
export interface Surroundings {
  readonly host: Host;
  /** The root of the workspace as uris see it. */
  readonly top: string;
  /** The way from that root to where uris start. */
  readonly folder: string;
}

/** What a user asks for directly: it counts over a configuration. */
export interface Asked {
  readonly language: Language;
  readonly settings: Settings;
  readonly bar?: Bar | undefined;
  /** A configuration that is named; `false` for none at all. */
  readonly file?: string | false | undefined;
  /** Default: as the configuration says. */
  readonly withoutBaseline?: boolean;
}

/** To ask what holds for a folder: some file in it. */
export const SOME_FILE = '-';

/** Finds and reads the configurations of contracts, each file once. */
export function configurations({
  language,
  settings,
  bar,
  file,
  withoutBaseline,
}: Asked): (uri: string, place: Surroundings) => Promise<Configured | Misconfigured> {
  const read = new Map<string, Promise<Loaded | Misconfigured>>();
  const terms = new Map<unknown, Terms>();
  return async (uri, place) => {
    const found = file === false ? undefined : file === undefined ? await findConfiguration(uri, place.host, place.top) : { uri: file, mistakes: [] };
    const reading = found ? (read.get(found.uri) ?? readOnce(found, place, language, withoutBaseline)) : NOTHING;
    if (found) read.set(found.uri, reading);
    const loaded = await reading;
    if ('refused' in loaded) return loaded;
    const { configuration, baseline } = loaded;
    const files = [...loaded.files, ...(configuration.baseline ? [configuration.baseline.uri] : [])];
    const known = terms.get(loaded) ?? { accept: configuration.accept, bar: bar ?? configuration.failOn ?? DEFAULT_BAR, baseline };
    terms.set(loaded, known);
    return { settings: { ...settingsFor(configuration, fromRoot(place.folder, uri)), ...settings, folder: place.folder }, terms: known, configuration, files };
  };
}

interface Loaded extends LoadedConfiguration {
  readonly baseline?: Baseline;
}

const NOTHING: Promise<Loaded> = Promise.resolve({ configuration: NOTHING_SET, mistakes: [], files: [] });

async function readOnce(
  found: FoundConfiguration,
  { host, folder }: Surroundings,
  language: Language,
  withoutBaseline = false,
): Promise<Loaded | Misconfigured> {
  const { uri } = found;
  const loaded = await loadConfiguration(uri, host, language, folder);
  const known = withoutBaseline ? undefined : await loadBaseline(loaded.configuration, host);
  const mistakes = [...found.mistakes, ...loaded.mistakes, ...(known?.mistakes ?? [])];
  if (mistakes.length === 0) return { ...loaded, ...(known && { baseline: known.baseline }) };
  const message = `The configuration \`${uri}\` has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}, so nothing was checked by it.`;
  return { refused: { contract: undefined, findings: mistakes, failures: [{ uri, message }] } };
}
