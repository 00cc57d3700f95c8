import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type AcceptanceEntry,
  AUDIENCES,
  type Audience,
  type Bar,
  type Failure,
  PRESETS,
  type Preset,
  type RegistryMode,
  readAcceptances,
  type Settings,
} from '@breakwater/core';
import { InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.ts';
import { type ReadingOptions, startOf, uriOf } from '../source.ts';

/** What flags say, over the configuration: the same for every command that judges. */
export interface JudgingOptions extends ReadingOptions {
  /** A file; `false` for none at all. */
  readonly config?: string | boolean;
  readonly preset?: Preset;
  /** A ruleset of Spectral, in place of the preset unless one is named. */
  readonly ruleset?: string;
  readonly mode?: RegistryMode;
  readonly audience?: readonly Audience[];
  readonly accept?: string;
  readonly deprecationDays?: number;
  readonly failOn?: Bar;
}

/** For every command that reads a configuration. */
export function configOptions(): readonly Option[] {
  return [
    new Option('--config <file>', 'the configuration (default: the nearest breakwater.yaml)'),
    new Option('--no-config', 'read no configuration'),
    ...readOptions(),
  ];
}

/** For every command that reads contracts. */
export function readOptions(): readonly Option[] {
  return [
    new Option('--root <folder>', 'the folder that references may not leave (default: the repository, or the folder of the file)'),
    new Option('--max-file-size <MB>', 'how large a file may be that is read, in megabytes (default: 20)').argParser(parseSize),
  ];
}

/** For every command that asks rules. */
export function ruleOptions(): readonly Option[] {
  return [
    new Option('--preset <name>', 'which rules are on (default: recommended)').choices(PRESETS),
    new Option('--ruleset <file>', 'run a ruleset of Spectral; Breakwater’s own rules then only with --preset'),
  ];
}

/** For every command that compares. */
export function judgingOptions(modes: readonly RegistryMode[]): readonly Option[] {
  return [
    new Option('--mode <mode>', 'which side is upgraded first: BACKWARD the provider (default), FORWARD the consumer').choices(modes),
    new Option('--audience <list>', 'whom a break counts for: wire (messages, the default), source (generated code), semantic (meaning)').argParser(
      parseAudiences,
    ),
    new Option('--accept <file>', 'a YAML file with a list `accept` of breaks that are agreed to, each with fingerprint and reason'),
    new Option('--deprecation-days <n>', 'what is removed has to have been deprecated, with a sunset at least so many days away').argParser(parseDays),
  ];
}

function parseAudiences(text: string): readonly Audience[] {
  return text.split(',').map((part) => {
    const audience = AUDIENCES.find((one) => one === part.trim());
    if (!audience) throw new InvalidArgumentError(`Allowed are ${AUDIENCES.join(', ')}, separated by commas.`);
    return audience;
  });
}

function parseSize(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It is a number of megabytes, such as 50.');
  return Number(text) * 1_000_000;
}

function parseDays(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a number of days, such as 90.');
  return Number(text);
}

/** What is set by flags; it counts over what a configuration says. */
export function flagSettings({ preset, mode, audience, deprecationDays }: JudgingOptions): Settings {
  return {
    ...(preset && { preset }),
    ...(mode && { mode }),
    ...(audience && { audiences: audience }),
    ...(deprecationDays !== undefined && { deprecationDays }),
  };
}

export async function acceptancesIn(
  file: string | undefined,
  { cwd }: Io,
): Promise<{ readonly accepted: readonly AcceptanceEntry[]; readonly failures: readonly Failure[] }> {
  if (file === undefined) return { accepted: [], failures: [] };
  const path = resolve(cwd, file);
  const uri = uriOf(path, await startOf(cwd));
  try {
    const { entries, mistakes } = readAcceptances({ uri, text: readFileSync(path, 'utf8') });
    return {
      accepted: entries,
      failures: mistakes.map(({ message, at }) => ({ uri, message: `\`${uri}${at ? `:${at.start.line + 1}` : ''}\`: ${message}` })),
    };
  } catch {
    return { accepted: [], failures: [{ uri, message: `\`${file}\` could not be read; it should list the accepted breaks.` }] };
  }
}
