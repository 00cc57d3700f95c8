import { DOES_NOT_EXIST, type Host } from '../workspace/host.ts';
import { folderOf } from '../workspace/uri.ts';

export const CONFIGURATION_NAMES: readonly string[] = ['breakwater', '.breakwater'].flatMap((name) =>
  ['yaml', 'yml', 'json'].map((ending) => `${name}.${ending}`),
);

/** Deeper than anybody nests folders. */
const MAX_FOLDERS = 100;

/**
 * The configuration that is nearest to a file: in its folder, or in one above it up to `top`, the root of the workspace as uris see it.
 * A file of the name that cannot be read is found too: that it is skipped would be no answer.
 */
export async function findConfiguration(file: string, host: Host, top = ''): Promise<string | undefined> {
  let at = folderOf(file);
  for (let i = 0; i < MAX_FOLDERS; i++) {
    for (const name of CONFIGURATION_NAMES) {
      const uri = at === '' ? name : `${at}/${name}`;
      const text = await host.readFile(uri);
      if ('text' in text || text !== DOES_NOT_EXIST) return uri;
    }
    if (at === top) return undefined;
    at = folderAbove(at);
  }
  return undefined;
}

function folderAbove(folder: string): string {
  if (folder === '') return '..';
  return /(^|\/)\.\.$/.test(folder) ? `${folder}/..` : folderOf(folder);
}
