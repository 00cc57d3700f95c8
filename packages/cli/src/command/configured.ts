import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import {
  type Answer,
  configurationSchema,
  DEFAULT_BAR,
  type Failure,
  findConfiguration,
  fromRoot,
  type Host,
  type LoadedConfiguration,
  loadConfiguration,
  NOTHING_SET,
  type Settings,
  settingsFor,
  type Terms,
} from '@breakwater/core';
import { catalog } from '@breakwater/formats';
import { diskHost, repositoryTop } from '@breakwater/node';
import type { Io } from '../io.ts';
import { uriOf } from '../source.ts';
import { flagSettings, type JudgingOptions } from './judging.ts';

/** What holds for one contract: flags over the configuration over defaults. */
export interface Configured {
  readonly settings: Settings;
  /** One object for all contracts of one configuration. */
  readonly terms: Terms;
  readonly loaded: LoadedConfiguration | undefined;
}

/** Why nothing is checked by a configuration, with its mistakes. */
export interface Misconfigured {
  readonly refused: Answer;
}

const SCHEMA = configurationSchema(catalog());

interface Root {
  readonly host: Host;
  /** The root as uris see it, and the way from it to where uris start. */
  readonly top: string;
  readonly folder: string;
}

/** Finds and reads the configurations of contracts, each file once. */
export function configurations(options: JudgingOptions, io: Io): (uri: string) => Promise<Configured | Misconfigured> {
  const read = new Map<string, Promise<{ readonly loaded: LoadedConfiguration; readonly terms: Terms } | Misconfigured>>();
  const unconfigured: Terms = { accept: [], bar: options.failOn ?? DEFAULT_BAR };
  return async (uri) => {
    const root = await rootOf(uri, options, io);
    const file = await fileFor(uri, root, options, io);
    const common = { ...flagSettings(options), folder: root.folder, today: io.today };
    if (file === undefined) return { settings: common, terms: unconfigured, loaded: undefined };
    const known = read.get(file) ?? readOnce(file, root, options);
    read.set(file, known);
    const result = await known;
    if ('refused' in result) return result;
    return { settings: { ...settingsFor(result.loaded.configuration, fromRoot(root.folder, uri)), ...common }, ...result };
  };
}

async function readOnce(file: string, { host, folder }: Root, { failOn }: JudgingOptions) {
  const loaded = await loadConfiguration(file, host, SCHEMA, folder);
  const { mistakes, configuration = NOTHING_SET } = loaded;
  if (mistakes.length > 0) return { refused: refusalOf(file, mistakes) };
  return { loaded, terms: { accept: configuration.accept, bar: failOn ?? configuration.failOn ?? DEFAULT_BAR } };
}

function refusalOf(uri: string, findings: Answer['findings']): Answer {
  const failure: Failure = {
    uri,
    message: `The configuration \`${uri}\` has ${findings.length === 1 ? 'a mistake' : `${findings.length} mistakes`}, so nothing was checked by it.`,
  };
  return { contract: undefined, findings, failures: [failure] };
}

/** The repository around a contract, else the current folder if the contract is in it. */
async function rootOf(uri: string, { root, config }: JudgingOptions, { cwd }: Io): Promise<Root> {
  const path = resolve(cwd, typeof config === 'string' ? config : uri);
  const way = relative(cwd, path);
  const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  const top = root === undefined ? ((await repositoryTop(existingFolder(dirname(path)))) ?? (isBelow ? cwd : dirname(path))) : resolve(cwd, root);
  const disk = diskHost(top);
  return { host: { readFile: (name) => disk.readFile(resolve(cwd, name)) }, top: uriOf(top, cwd), folder: uriOf(cwd, top) };
}

/** A contract of a commit may have stood in a folder that is gone. */
function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}

async function fileFor(uri: string, { host, top }: Root, { config }: JudgingOptions, { cwd }: Io): Promise<string | undefined> {
  if (config === false) return undefined;
  return typeof config === 'string' ? uriOf(resolve(cwd, config), cwd) : findConfiguration(uri, host, top);
}
