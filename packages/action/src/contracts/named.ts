import { CONFIGURATION_NAMES, type Configuration, type Failure, namedContracts, normalizePath } from '@breakwater/core';
import { contractsAmong, mayHoldContracts } from '@breakwater/node';
import { isContract } from '../checker.ts';
import { matchingIn, type Version } from '../version/version.ts';

/** By what contracts are found: the patterns of the input, else what the configuration says. */
export type Naming = { readonly patterns: readonly string[] } | { readonly configuration: Configuration };

export interface Contracts {
  readonly files: readonly string[];
  readonly failures: readonly Failure[];
}

/** The contracts of the head. */
export async function contractsIn(version: Version, naming: Naming): Promise<Contracts> {
  if ('patterns' in naming) {
    const files = await Promise.all(naming.patterns.map((pattern) => filesNamed(normalizePath(pattern), version)));
    return { files: [...new Set(files.flat())], failures: [] };
  }
  const found = namesAll(naming.configuration) ? { files: [], failures: [] } : await discover(version);
  const { files, failures } = namedContracts(naming.configuration, found.files, '');
  return { files, failures: [...found.failures, ...failures] };
}

/** A glob over contracts does not mean the configuration beside them. */
async function filesNamed(pattern: string, version: Version): Promise<readonly string[]> {
  if (isName(pattern)) return [pattern];
  return (await version.matching(pattern)).filter((path) => !CONFIGURATION_NAMES.includes(path.slice(path.lastIndexOf('/') + 1)));
}

/** Those of some files of the base that were contracts there. */
export async function contractsAt(paths: readonly string[], version: Pick<Version, 'host'>, naming: Naming): Promise<Contracts> {
  const named = paths.filter((path) => isNamed(path, naming));
  const { found, unread } = await contractsAmong(named, version.host, isContract);
  return { files: found, failures: troubleIn(unread) };
}

function isNamed(path: string, naming: Naming): boolean {
  if ('patterns' in naming) return naming.patterns.some((pattern) => normalizePath(pattern) === path || matchingIn([path], normalizePath(pattern)).length > 0);
  const { contracts } = naming.configuration;
  return contracts.length === 0 ? mayHoldContracts(path) : namedContracts(naming.configuration, [path], '').files.includes(path);
}

/** More files than this are not asked for one by one. */
const MAX_FAR = 300;

async function discover(version: Version): Promise<Contracts> {
  const files = await version.files();
  if ('refusal' in files) return { files: [], failures: [{ message: `The files of the head ${files.refusal}.` }] };
  const paths = [...files.keys()].filter(mayHoldContracts).sort();
  if (version.isFar && paths.length > MAX_FAR) {
    const message = `${paths.length} YAML and JSON files are too many to look through without a checkout; name the contracts by the input \`files\`, or check out.`;
    return { files: [], failures: [{ message }] };
  }
  const { found, unread } = await contractsAmong(paths, version.host, isContract);
  return { files: found, failures: troubleIn(unread) };
}

/** Of what is no text, or too large, nobody says that it is a contract; what GitHub did not give may be one. */
function troubleIn(unread: readonly { readonly uri: string; readonly refusal: string }[]): readonly Failure[] {
  return unread
    .filter(({ refusal }) => /^(could not|cannot) be read/.test(refusal))
    .map(({ uri, refusal }) => ({ uri, message: `Whether \`${uri}\` is a contract is not known: it ${refusal}.` }));
}

function isName(pattern: string): boolean {
  return !/[*?{[]/.test(pattern);
}

function namesAll({ contracts }: Configuration): boolean {
  return contracts.length > 0 && contracts.every(({ files }) => files.every(isName));
}
