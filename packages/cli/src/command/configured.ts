import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Configured, configurationSchema, configurations, type Misconfigured, type Surroundings } from '@breakwater/core';
import { catalog } from '@breakwater/formats';
import { diskHost, repositoryTop } from '@breakwater/node';
import type { Io } from '../io.ts';
import { startOf, uriOf } from '../source.ts';
import { flagSettings, type JudgingOptions } from './judging.ts';

export type ConfiguredFor = (uri: string) => Promise<Configured | Misconfigured>;

/** What holds for each contract: flags over its configuration over defaults. */
export function configuredBy(options: JudgingOptions, io: Io, withoutBaseline = false): ConfiguredFor {
  const { config, failOn, root } = options;
  const named = typeof config === 'string' ? resolve(io.cwd, config) : undefined;
  const asked = { schema: configurationSchema(catalog()), settings: { ...flagSettings(options), today: io.today }, bar: failOn, withoutBaseline };
  const started = startOf(io.cwd).then((start) => {
    const file = named === undefined ? (config === false ? false : undefined) : uriOf(named, start);
    return { start, configuredFor: configurations({ ...asked, file }) };
  });
  return async (uri) => {
    const { start, configuredFor } = await started;
    return configuredFor(uri, await placeOf(named ?? resolve(start, uri), root, start, io));
  };
}

/** The repository around a contract, else the current folder if the contract is in it. */
async function placeOf(path: string, root: string | undefined, start: string, { cwd }: Io): Promise<Surroundings> {
  const way = relative(cwd, path);
  const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  const top = root === undefined ? ((await repositoryTop(existingFolder(dirname(path)))) ?? (isBelow ? cwd : dirname(path))) : resolve(cwd, root);
  const disk = diskHost(top);
  return { host: { readFile: (name) => disk.readFile(resolve(start, name)) }, top: uriOf(top, start), folder: uriOf(start, top) };
}

/** A contract of a commit may have stood in a folder that is gone. */
function existingFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existingFolder(dirname(folder));
}
