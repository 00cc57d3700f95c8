import { DOES_NOT_EXIST, type FileText, type Host, type SourceFile } from '@breakwater/core';
import { contractsAmong, mayHoldContracts } from '@breakwater/node/contracts-among';
import { refusalOfPath } from '@breakwater/node/text-file';
import { type Connection, RequestType } from 'vscode-languageserver';
import { isBelow, mayBeRead, nameOf, pathOf, toPath, toRelative, uriOf } from '../session/path.ts';
import { noHistory } from './no-history.ts';
import type { Surroundings } from './surroundings.ts';

interface Place {
  readonly uri: string;
}

/** What the server asks of an editor that says `files` of itself: the text of a file as it is saved, why it cannot be read, or `null`. */
const readFile = new RequestType<Place, FileText | null, void>('breakwater/readFile');
/** The URIs of what lies directly in a folder. */
const readFolder = new RequestType<Place, readonly string[], void>('breakwater/readFolder');
/** The URIs of the YAML and JSON files below a folder, without what the editor leaves out of a search. */
const findFiles = new RequestType<Place, readonly string[], void>('breakwater/findFiles');

const NO_GIT = 'There is no git here: contracts are compared only with a file that the setting `breakwater.base` names, such as `file:api/released.yaml`.';

const FAILED: FileText = { refusal: 'cannot be read by the editor' };

/** Files that only the editor can reach: in a browser, or on a file system that is no disk. */
export function clientSurroundings(connection: Connection): Surroundings {
  const filesBelow = (folder: string) => clientHost(connection, folder);
  return {
    ...noHistory,
    note: NO_GIT,
    filesBelow,
    async namesIn(folder) {
      const uris = await connection.sendRequest(readFolder, { uri: uriOf(folder) }).catch(() => []);
      return uris.flatMap((uri) => pathOf(uri) ?? []).map(nameOf);
    },
    async contractsBelow(folder, isContract) {
      const uris = await connection.sendRequest(findFiles, { uri: uriOf(folder) }).catch(() => []);
      return contractsIn(uris, folder, filesBelow(folder), isContract);
    },
  };
}

async function contractsIn(uris: readonly string[], folder: string, host: Host, isContract: (file: SourceFile) => boolean): Promise<readonly string[]> {
  const paths = uris.flatMap((uri) => pathOf(uri) ?? []).filter((path) => isBelow(folder, path) && mayBeRead(path));
  const relative = paths.map((path) => toRelative(folder, path)).filter(mayHoldContracts);
  return (await contractsAmong(relative.sort(), host, isContract)).found;
}

/** Nothing outside the folder is asked for, and nothing that a disk would not give either (threats T7 and T8). */
function clientHost(connection: Connection, folder: string): Host {
  return {
    async readFile(uri) {
      const path = toPath(folder, uri);
      if (!isBelow(folder, path)) return { refusal: 'is outside the workspace' };
      const refusal = refusalOfPath(toRelative(folder, path));
      if (refusal !== undefined) return { refusal };
      return (await connection.sendRequest(readFile, { uri: uriOf(path) }).catch(() => FAILED)) ?? DOES_NOT_EXIST;
    },
  };
}
