import { existsSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Configured, configurations, type LoadedPack, type Misconfigured, type Surroundings } from '@breakwater/core';
import { language } from '@breakwater/formats';
import { diskHost, repositoryTop } from '@breakwater/node';
import type { Io } from '../io.ts';
import { startOf, uriOf } from '../source.ts';
import { flagSettings, type JudgingOptions } from './judging.ts';

export type ConfiguredFor = (uri: string) => Promise<Configured | Misconfigured>;

/** What holds for each contract: flags over its configuration over defaults. */
export function configuredBy(options: JudgingOptions, io: Io, withoutBaseline = false): ConfiguredFor {
  const { config, failOn, root, ruleset } = options;
  const readRuleset = rulesetReader(options);
  const named = typeof config === 'string' ? resolve(io.cwd, config) : undefined;
  const asked = { language: language(), settings: { ...flagSettings(options), today: io.today }, bar: failOn, withoutBaseline };
  const started = startOf(io.cwd).then((start) => {
    const file = named === undefined ? (config === false ? false : undefined) : uriOf(named, start);
    return { start, configuredFor: configurations({ ...asked, file }) };
  });
  return async (uri) => {
    const { start, configuredFor } = await started;
    const place = await placeOf(named ?? resolve(start, uri), root, start, io);
    const configured = await configuredFor(uri, place);
    return ruleset === undefined || 'refused' in configured ? configured : readRuleset(configured, uriOf(resolve(io.cwd, ruleset), start), place);
  };
}

/** The ruleset of the flag is read once. What somebody names is what is run: the preset only if it is named too. */
function rulesetReader({ preset = 'none' }: JudgingOptions) {
  let reading: Promise<LoadedPack> | undefined;
  return async (configured: Configured, uri: string, { host }: Surroundings): Promise<Configured | Misconfigured> => {
    reading ??= language().packs.fromFile(uri, host);
    const { pack, mistakes } = await reading;
    const { settings } = configured;
    if (mistakes.length === 0) return { ...configured, settings: { ...settings, preset, packs: [...(settings.packs ?? []), pack] } };
    const message = `The ruleset \`${uri}\` has mistakes, so nothing was checked by it.`;
    return { refused: { contract: undefined, findings: mistakes, failures: [{ uri, message }] } };
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
