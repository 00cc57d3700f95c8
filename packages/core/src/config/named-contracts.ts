import { fromRoot } from '../policy/configure.ts';
import { matchesGlob } from '../policy/glob.ts';
import type { Failure } from '../report/report.ts';
import type { Configuration } from './configuration.ts';

export interface NamedContracts {
  readonly files: readonly string[];
  /** What the configuration names and nothing is. */
  readonly failures: readonly Failure[];
}

/**
 * The contracts to check where nobody names any: those that the configuration names, else all that were `found`. `folder` is the way
 * from the root of the workspace to where uris start; what is not below it is checked from elsewhere.
 */
export function namedContracts({ contracts }: Configuration, found: readonly string[], folder: string): NamedContracts {
  if (contracts.length === 0) return { files: found, failures: [] };
  const files = new Set<string>();
  const failures: Failure[] = [];
  for (const glob of contracts.flatMap((contract) => contract.files)) {
    const matching = isName(glob) ? namedFile(glob, folder) : found.filter((uri) => matchesGlob(glob, fromRoot(folder, uri)));
    if (matching.length === 0 && folder === '')
      failures.push({ message: `No contract matches \`${glob}\`, which the configuration names under \`contracts\`.` });
    for (const uri of matching) files.add(uri);
  }
  return { files: [...files], failures };
}

/** One that is named is taken whether it looks like a contract or not: that it is none will be told. */
function isName(glob: string): boolean {
  return !/[*?]/.test(glob);
}

function namedFile(name: string, folder: string): readonly string[] {
  if (folder === '') return [name];
  return name.startsWith(`${folder}/`) ? [name.slice(folder.length + 1)] : [];
}
