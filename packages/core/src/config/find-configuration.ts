import type { Finding } from '../finding/finding.ts';
import { configValid } from '../problems/config-valid.ts';
import { problemIn } from '../problems/problem.ts';
import { DOES_NOT_EXIST, type Host } from '../workspace/host.ts';
import { folderOf } from '../workspace/uri.ts';

export const CONFIGURATION_NAMES: readonly string[] = ['breakwater', '.breakwater'].flatMap((name) =>
  ['yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);

export interface FoundConfiguration {
  readonly uri: string;
  /** What is wrong with where it is: another one beside it, of which somebody believes that it counts. */
  readonly mistakes: readonly Finding[];
}

/** Deeper than anybody nests folders. */
const MAX_FOLDERS = 100;

/**
 * The configuration that is nearest to a file: in its folder, or in one above it up to `top`, the root of the workspace as uris see it.
 * A file of the name that cannot be read is found too: that it is skipped would be no answer.
 */
export async function findConfiguration(file: string, host: Host, top = ''): Promise<FoundConfiguration | undefined> {
  let at = folderOf(file);
  for (let i = 0; i < MAX_FOLDERS; i++) {
    const [uri, ...others] = await configurationsIn(at, host);
    if (uri !== undefined) return { uri, mistakes: others.map((other) => besides(other, uri)) };
    if (at === top) return undefined;
    at = folderAbove(at);
  }
  return undefined;
}

async function configurationsIn(folder: string, host: Host): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of CONFIGURATION_NAMES) {
    const uri = folder === '' ? name : `${folder}/${name}`;
    if ((await host.readFile(uri)) !== DOES_NOT_EXIST) found.push(uri);
  }
  return found;
}

function besides(other: string, uri: string): Finding {
  return problemIn(configValid, `\`${uri}\` beside it is the configuration, so this file is not read.`, { uri: other, text: '' }, { start: 0, end: 0 });
}

function folderAbove(folder: string): string {
  if (folder === '') return '..';
  return /(^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderOf(folder);
}
