import {
  type AcceptanceEntry,
  type Baseline,
  CONFIGURATION_NAMES,
  type Finding,
  findConfiguration,
  type Host,
  loadBaseline,
  loadConfiguration,
  NOTHING_SET,
  namedContracts,
  type Settings,
  SOME_FILE,
  settingsFor,
} from '@breakwater/core';
import { language } from '@breakwater/formats';
import { nameOf, toPath, toRelative } from './path.ts';
import type { Root } from './workspace.ts';

/** What holds for one contract, as the texts are now. Where the configuration has mistakes, what is right in it holds. */
export interface Configured {
  readonly settings: Settings;
  readonly accept: readonly AcceptanceEntry[];
  readonly baseline: Baseline | undefined;
  readonly mistakes: readonly Finding[];
  /** The files of the configuration. */
  readonly files: ReadonlySet<string>;
}

/** By the nearest configuration of a contract. */
export async function configuredFor(uri: string, root: Root, host: Host): Promise<Configured> {
  const found = await findConfiguration(uri, host);
  const today = new Date().toISOString().slice(0, 10);
  if (!found) return { settings: { today }, accept: [], baseline: undefined, mistakes: [], files: new Set() };
  const { configuration, mistakes, files } = await load(found.uri, host);
  const settings = { ...settingsFor(configuration, uri), today };
  const known = await loadBaseline(configuration, host);
  const all = configuration.baseline ? [...files, configuration.baseline.uri] : files;
  return {
    settings,
    accept: configuration.accept,
    baseline: known?.baseline,
    mistakes: [...found.mistakes, ...mistakes, ...(known?.mistakes ?? [])],
    files: pathsOf(all, root),
  };
}

/** Which of the contracts that were found below a folder are to be checked: those that its configuration names, if it names any. */
export async function namedBelow(folder: string, found: readonly string[], root: Root, host: Host): Promise<readonly string[]> {
  const start = toRelative(root.folder, folder);
  const nearest = await findConfiguration(start === '' ? SOME_FILE : `${start}/${SOME_FILE}`, host);
  return nearest ? namedContracts((await load(nearest.uri, host)).configuration, found, start).files : found;
}

/** A configuration that is looked at itself. */
export async function configurationAt(uri: string, root: Root, host: Host): Promise<Configured> {
  const { configuration, mistakes, files } = await load(uri, host);
  const known = await loadBaseline(configuration, host);
  const settings = settingsFor(NOTHING_SET, uri);
  return { settings, accept: [], baseline: undefined, mistakes: [...mistakes, ...(known?.mistakes ?? [])], files: pathsOf(files, root) };
}

function load(uri: string, host: Host) {
  return loadConfiguration(uri, host, language());
}

function pathsOf(uris: readonly string[], { folder }: Root): ReadonlySet<string> {
  return new Set(uris.map((uri) => toPath(folder, uri)));
}

export function isConfiguration(path: string): boolean {
  return CONFIGURATION_NAMES.includes(nameOf(path));
}
