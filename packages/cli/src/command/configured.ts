import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Configured, configurationSchema, configurations, type Misconfigured, type Surroundings } from '@breakwater/core';
import { catalog } from '@breakwater/formats';
import { diskHost, repositoryTop } from '@breakwater/node';
import type { Io } from '../io.ts';
import { uriOf } from '../source.ts';
import { flagSettings, type JudgingOptions } from './judging.ts';

export type ConfiguredFor = (uri: string) => Promise<Configured | Misconfigured>;

/** What holds for each contract: flags over its configuration over defaults. */
export function configuredBy(options: JudgingOptions, io: Io, withoutBaseline = false): ConfiguredFor {
  const { config, failOn } = options;
  const file = typeof config === 'string' ? uriOf(resolve(io.cwd, config), io.cwd) : config === false ? false : undefined;
  const configuredFor = configurations({
    schema: configurationSchema(catalog()),
    settings: { ...flagSettings(options), today: io.today },
    bar: failOn,
    file,
    withoutBaseline,
  });
  return async (uri) => configuredFor(uri, await placeOf(typeof file === 'string' ? file : uri, options.root, io));
}

/** The repository around a contract, else the current folder if the contract is in it. */
async function placeOf(uri: string, root: string | undefined, { cwd }: Io): Promise<Surroundings> {
  const path = resolve(cwd, uri);
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
