import { changelogHtml, changelogJson, changelogMarkdown, examine, type Release } from '@breakwater/core';
import { checker } from '../checker.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { type ReadingOptions, sourceOf } from '../source.ts';
import { type ConfiguredFor, configuredBy } from './configured.ts';
import type { JudgingOptions } from './judging.ts';

export const CHANGELOG_FORMATS = ['markdown', 'json', 'html'] as const;

export interface ChangelogOptions extends JudgingOptions {
  readonly format: (typeof CHANGELOG_FORMATS)[number];
}

const WRITE = { markdown: changelogMarkdown, json: changelogJson, html: changelogHtml };

/** What each version changed since the one before it, the newest first. Fails whole if one step could not be compared. */
export async function changelog(versions: readonly string[], options: ChangelogOptions, io: Io): Promise<Exit> {
  const configuredFor = configuredBy(options, io);
  const releases: Release[] = [];
  for (const [i, previous] of versions.slice(0, -1).entries()) {
    const release = await releaseOf(previous, versions[i + 1] ?? '', configuredFor, options, io);
    if ('failures' in release) {
      for (const failure of release.failures) io.err(`breakwater: ${failure}\n`);
      return EXIT.failed;
    }
    releases.unshift(release);
  }
  io.out(WRITE[options.format](releases));
  return EXIT.clean;
}

async function releaseOf(
  base: string,
  head: string,
  configuredFor: ConfiguredFor,
  options: ReadingOptions,
  io: Io,
): Promise<Release | { readonly failures: readonly string[] }> {
  const [from, to] = await Promise.all([base, head].map((argument) => sourceOf(argument, options, io)));
  const refusals = [from, to].flatMap((source) => (source && 'refusal' in source ? [source.refusal] : []));
  if (!from || !to || 'refusal' in from || 'refusal' in to) return { failures: refusals };
  const configured = await configuredFor(to.uri);
  if ('refused' in configured) return { failures: configured.refused.failures.map(({ message }) => message) };
  const { contract, findings, failures } = await examine(checker, { head: to, base: from, lint: false, settings: configured.settings });
  if (failures.length > 0) return { failures: failures.map(({ message }) => message) };
  const declared = contract?.versions;
  // Two contracts that call themselves the same are told apart by how they were named here.
  const named = declared && declared.base !== declared.head ? declared : { base: from.label, head: to.label };
  return { version: named.head, previous: named.base, findings };
}
