import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AcceptanceEntry, AUDIENCES, type Audience, type Failure, type RegistryMode, readAcceptances, type Settings } from '@breakwater/core';
import { InvalidArgumentError, Option } from 'commander';
import type { Io } from '../io.ts';
import { uriOf } from '../source.ts';

/** How changes are judged: the same for every command that compares. */
export interface JudgingOptions {
  readonly mode: RegistryMode;
  readonly audience: readonly Audience[];
  readonly accept?: string;
  readonly deprecationDays?: number;
}

export interface Judging {
  readonly settings: Settings;
  readonly acceptances: readonly AcceptanceEntry[];
  readonly failures: readonly Failure[];
}

export function judgingOptions(modes: readonly RegistryMode[]): readonly Option[] {
  return [
    new Option('--mode <mode>', 'which side is upgraded first: BACKWARD the provider, FORWARD the consumer').choices(modes).default('BACKWARD'),
    new Option('--audience <list>', 'whom a break counts for: wire (messages), source (generated code), semantic (meaning)')
      .argParser(parseAudiences)
      .default(['wire'], 'wire'),
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

function parseDays(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a number of days, such as 90.');
  return Number(text);
}

export function judgingOf({ mode, audience, accept, deprecationDays }: JudgingOptions, io: Io): Judging {
  const settings = { mode, audiences: audience, today: io.today, ...(deprecationDays !== undefined && { deprecationDays }) };
  return { settings, ...acceptancesIn(accept, io) };
}

function acceptancesIn(file: string | undefined, { cwd }: Io): Pick<Judging, 'acceptances' | 'failures'> {
  if (file === undefined) return { acceptances: [], failures: [] };
  const path = resolve(cwd, file);
  const uri = uriOf(path, cwd);
  try {
    const { entries, mistakes } = readAcceptances({ uri, text: readFileSync(path, 'utf8') });
    return {
      acceptances: entries,
      failures: mistakes.map(({ message, at }) => ({ uri, message: `\`${uri}${at ? `:${at.start.line + 1}` : ''}\`: ${message}` })),
    };
  } catch {
    return { acceptances: [], failures: [{ uri, message: `\`${file}\` could not be read; it should list the accepted breaks.` }] };
  }
}
