import { type Configured, type Failure, type Misconfigured, SOME_FILE } from '@breakwater/core';
import type { Base } from '../base/base.ts';
import type { Inputs } from '../inputs.ts';
import type { Version } from '../version/version.ts';
import { lostOf } from './lost.ts';
import { type Contracts, contractsIn, type Naming } from './named.ts';
import { changedPaths, isTouched, type Sides } from './touched.ts';

export type ConfiguredFor = (uri: string) => Promise<Configured | Misconfigured>;

/** One contract to look at: what it is in the head, and what it was in the base; one of the two may be missing. */
export type Planned = { readonly head: string; readonly base?: string } | { readonly head?: undefined; readonly base: string };

export interface Plan {
  readonly contracts: readonly Planned[];
  readonly failures: readonly Failure[];
  /** Contracts that are left out, since nothing that they are made of has changed. */
  readonly untouched: readonly string[];
  /** YAML and JSON files that changed. */
  readonly changed: ReadonlySet<string>;
}

export interface Surroundings {
  readonly inputs: Inputs;
  readonly head: Version;
  readonly base: Base;
  readonly configuredFor: ConfiguredFor;
  /** By the configuration that the base has. */
  readonly configuredBefore: ConfiguredFor;
}

const NOTHING: Pick<Plan, 'untouched' | 'changed'> = { untouched: [], changed: new Set() };

/** What is looked at. A contract that is gone is looked at too, else its removal would be green. */
export async function planOf(around: Surroundings): Promise<Plan | Misconfigured> {
  const { inputs, head, base } = around;
  const naming = await namingOf(inputs, around.configuredFor);
  if ('refused' in naming) return naming;
  const now = await contractsIn(head, naming);
  if ('refusal' in base) return { ...NOTHING, contracts: now.files.map((uri) => ({ head: uri })), failures: now.failures };
  if (base.file !== undefined) return planOfOne(now, base.file);
  const [headFiles, baseFiles] = await Promise.all([head.files(), base.version.files()]);
  if ('refusal' in headFiles || 'refusal' in baseFiles) {
    const reason =
      'refusal' in headFiles ? `The files of the head ${headFiles.refusal}` : `The files of the base ${'refusal' in baseFiles ? baseFiles.refusal : ''}`;
    const failure = { message: `${reason}, so contracts that were removed would not be seen.` };
    return { ...NOTHING, contracts: now.files.map((uri) => ({ head: uri, base: uri })), failures: [...now.failures, failure] };
  }
  return planOfTwo(around, now, naming, { head: headFiles, base: baseFiles });
}

async function namingOf({ files: patterns }: Inputs, configuredFor: ConfiguredFor): Promise<Naming | Misconfigured> {
  if (patterns.length > 0) return { patterns };
  const configured = await configuredFor(SOME_FILE);
  return 'refused' in configured ? configured : { configuration: configured.configuration };
}

/** A base that is one file is that of one contract. */
function planOfOne({ files, failures }: Contracts, file: string): Plan {
  const [only, ...more] = files;
  if (only === undefined) return { ...NOTHING, contracts: [], failures: [...failures, NONE] };
  const message = `The base is one file, and there are ${files.length} contracts; name the one to compare by the input \`files\`.`;
  if (more.length > 0) return { ...NOTHING, contracts: files.map((uri) => ({ head: uri })), failures: [...failures, { message }] };
  return { ...NOTHING, contracts: [{ head: only, base: file }], failures };
}

const NONE: Failure = { message: 'No contract was found in the repository.' };

async function planOfTwo(around: Surroundings, now: Contracts, naming: Naming, sides: Sides): Promise<Plan> {
  const { inputs, head, base, configuredBefore } = around;
  if ('refusal' in base) return { ...NOTHING, contracts: [], failures: [] };
  const changed = changedPaths(sides);
  const before = await namingOf(inputs, configuredBefore);
  const lost = await lostOf({ now: now.files, head, base: base.version, sides, naming: 'refused' in before ? naming : before });
  const left = new Set([...lost.gone, ...lost.moved.values()]);
  const files = [...new Set([...now.files, ...lost.spoilt, ...lost.moved.keys()])].filter((uri) => !left.has(uri));
  const failures = [...now.failures, ...lost.failures];
  if (files.length + lost.gone.length + failures.length === 0) return { ...NOTHING, contracts: [], failures: [noneBy(naming)] };
  const isAsked = async (uri: string) => inputs.all || 'patterns' in naming || lost.moved.has(uri) || (await isTouchedBy(uri, around, sides, changed));
  const asked = await Promise.all(files.map(isAsked));
  return {
    contracts: [...files.flatMap((uri, i) => (asked[i] ? { head: uri, base: lost.moved.get(uri) ?? uri } : [])), ...lost.gone.map((uri) => ({ base: uri }))],
    failures,
    untouched: files.filter((_, i) => !asked[i]),
    changed,
  };
}

async function isTouchedBy(uri: string, { head, configuredFor }: Surroundings, sides: Sides, changed: ReadonlySet<string>): Promise<boolean> {
  const configured = await configuredFor(uri);
  return 'refused' in configured || isTouched(uri, head, configured, sides, changed);
}

function noneBy(naming: Naming): Failure {
  return 'patterns' in naming ? { message: 'No file matches the input `files`.' } : NONE;
}
